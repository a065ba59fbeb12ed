"""Exercises of several parts ("a) … b) …") with the key that answers them, wherever it stands."""
