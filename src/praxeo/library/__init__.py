"""The library: projects, settings, examples with every version, and what is under way on them."""
