"""Folders packed as ZIP files: one page or text, and the pictures that lie beside it."""
