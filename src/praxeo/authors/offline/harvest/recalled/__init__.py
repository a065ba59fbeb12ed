"""Sections told in one's own words: which, by what question, and held against which of their sentences."""
