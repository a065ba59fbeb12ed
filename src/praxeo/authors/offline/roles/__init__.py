"""What each block of a source is there for: to explain, to sum up, to ask, to answer, to look up."""
