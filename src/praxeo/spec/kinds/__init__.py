"""How the items of each kind of activity are written, read and judged: one form for each kind."""
