"""Captions and transcripts: what was said, by whom and in which second, whatever file tells it."""
