"""Sources: what a person gives Praxeo to learn from, and how it is read."""
