"""Formulas: whatever a source writes them in becomes MathML, with one line of text and its TeX."""
