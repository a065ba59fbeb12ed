"""Praxeo turns a source into an interactive learning app that is proven before it is shown."""
