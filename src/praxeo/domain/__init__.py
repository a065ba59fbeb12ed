"""The nouns of Praxeo: standard library only, no IO, no clock."""
