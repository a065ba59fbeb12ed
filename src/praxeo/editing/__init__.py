"""Editing: what a person changes about an example, each as a new version."""
