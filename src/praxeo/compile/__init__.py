"""Spec to code: one self-contained HTML file."""
