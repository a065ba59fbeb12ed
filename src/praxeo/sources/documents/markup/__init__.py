"""Texts with marks that are written to be typeset: reStructuredText, AsciiDoc, Org, LaTeX."""
