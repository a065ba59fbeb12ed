"""Servers on this machine that speak the wire of paid services: for development and for tests."""
