"""Org (https://orgmode.org/org.html), as Emacs keeps notes."""
