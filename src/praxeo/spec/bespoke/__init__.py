"""The bespoke part of a spec: controls, state, acceptance tests and their expressions."""
