"""Worksheets and tests with a key: their tasks, what the key says to each, and the items that both make."""
