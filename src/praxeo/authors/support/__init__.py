"""Support: whether the source says what an item of a spec claims, found out by code alone."""
