"""Tells from tables what signs in rows may be, too: points and axes of charts, brackets of matrices, formulas."""

from __future__ import annotations

from collections import defaultdict

from praxeo.sources.documents.pdf.tables.sketch import Sketch
from praxeo.sources.documents.pdf.tables.tokens import is_number, joined

WORDED_ROWS = 0.5  # share of a table's rows that hold a letter or a digit, at least
AXIS_ROWS = 3  # rows that an axis with its name takes, at most


def is_drawing(sketch: Sketch) -> bool:
    """Whether most rows hold signs only (points, brackets), or one row of figures and its name (an axis)."""
    rows = _rows(sketch)
    worded = sum(any(any(map(str.isalnum, text)) for text in row) for row in rows)
    if worded < WORDED_ROWS * len(rows):
        return True
    several = [row for row in rows if len(row) > 1]
    return (
        len(rows) <= AXIS_ROWS
        and len(several) == 1
        and len(several[0]) > 2
        and all(map(is_number, several[0]))
    )


def is_equation(sketch: Sketch) -> bool:
    """Whether an equals sign stands in a cell of its own, or ends one: rows and columns of matrices."""
    return any(text == "=" or text.endswith(" =") for row in _rows(sketch) for text in row)


def _rows(sketch: Sketch) -> list[list[str]]:
    rows: dict[int, list[str]] = defaultdict(list)
    for cell in sketch.cells:
        rows[cell.top].append(joined(cell.tokens))
    return list(rows.values())
