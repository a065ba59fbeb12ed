"""Parsers run in confined child processes, with limits and no network."""
