"""Authors: who writes specs and code."""
