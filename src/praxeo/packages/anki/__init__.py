"""Decks for Anki: notes that stay the same notes in every version of the app."""
