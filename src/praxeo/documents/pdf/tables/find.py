"""Finds the tables of a page: ruled grids, tables between rules, and aligned columns of words."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.documents.pdf.page import Page
from praxeo.documents.pdf.tables.lattice import Lattice, fill_lattice, read_lattice
from praxeo.documents.pdf.tables.rulings import crossing_groups, join_rules
from praxeo.documents.pdf.tables.sketch import Sketch, finish
from praxeo.documents.pdf.tables.table import Table
from praxeo.documents.pdf.tables.tokens import Token, read_tokens


def find_tables(page: Page) -> list[Table]:
    """The tables of a page from top to bottom, each with its cells and the words it covers."""
    if not page.rules:
        return []
    tokens = read_tokens(page.words)
    horizontal = join_rules(page.rules, horizontal=True)
    vertical = join_rules(page.rules, horizontal=False)
    found: list[Table] = []
    for across, down in crossing_groups(horizontal, vertical):
        lattice = read_lattice(across, down)
        if lattice is None:
            continue
        inside = _inside(lattice, tokens)
        sketch = Sketch(
            cells=tuple(c for c in fill_lattice(lattice, inside) if c.tokens), ruled=True
        )
        if sketch.rows >= 2 and sketch.columns >= 2:
            found.append(finish(sketch))
    return sorted(found, key=lambda table: (table.box[1], table.box[0]))


def _inside(lattice: Lattice, tokens: Sequence[Token]) -> list[Token]:
    left, right, top, bottom = lattice.xs[0], lattice.xs[-1], lattice.ys[0], lattice.ys[-1]
    return [
        token
        for token in tokens
        if left <= (token.left + token.right) / 2 <= right
        and top <= (token.top + token.bottom) / 2 <= bottom
    ]
