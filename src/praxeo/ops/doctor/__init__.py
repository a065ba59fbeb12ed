"""The doctor: what Praxeo needs on this machine, whether the library is sound, and what to do if not."""
