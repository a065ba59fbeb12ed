"""Builds what the Lambdas run: folders with Praxeo, its locked packages and their bytecode, without Docker."""
