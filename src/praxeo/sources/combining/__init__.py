"""Several inputs in one app: joined to one extraction, each place leading to its own source."""
