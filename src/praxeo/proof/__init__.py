"""Proof: an app is run, and every exercise answered, before it is called ready."""
