"""Question banks and hand-outs: practice in words."""
