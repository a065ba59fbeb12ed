"""Search engines behind one port: each asks one configured address, and nothing else."""
