"""Recordings: lectures and talks as files, read by what is said and shown in them."""
