"""How published apps are used: what visits tell is counted once and kept as sums, never as a person's trail."""
