"""Flashcards as other programs export them: decks become tables of two columns, front and back."""
