"""Facts that a plain sentence tells outright: what a thing consists of, what it is for, who made it."""
