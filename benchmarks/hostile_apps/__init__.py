"""Hostile apps, run in a real browser: what each reaches from inside an embed, and what it would reach without any policy."""
