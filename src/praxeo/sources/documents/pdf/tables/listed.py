"""Lines between two rules that are rows by themselves: each fills the columns and ends before it must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.columns import place_pieces
from praxeo.sources.documents.pdf.tables.lattice import Lattice
from praxeo.sources.documents.pdf.tables.sketch import PlacedCell
from praxeo.sources.documents.pdf.tables.tokens import Token, is_number, text_lines

FEW_BANDS = 2  # a head and what stands below it: there two lines are rows, too
MIN_ROWS = 3  # lines that are rows beside other groups
FILLED = 0.8  # share of the places of such rows that hold a text
ENDED = 0.5  # share of the texts that end although more would have stood beside them


def lists_lines(
    cells: Sequence[PlacedCell], separators: Sequence[float], lattice: Lattice, bands: int
) -> bool:
    """Whether the cells side by side in a group hold one row on each line.

    A cell that runs over lines is broken where its column is full; a row ends where it has said all.
    """
    lines = text_lines(token for cell in cells for token in cell.tokens)
    if len(cells) < 2 or len(lines) < (2 if bands == FEW_BANDS else MIN_ROWS):
        return False
    placed = [PlacedLine(line, place_pieces(line, separators, line.size)) for line in lines]
    first = min(cell.left for cell in cells)
    columns = set[int]().union(*(line.columns for line in placed))
    if not all(line.at(first) and len(line.columns) > 1 for line in placed):
        return False
    if sum(len(line.columns) for line in placed) < FILLED * len(columns) * len(placed):
        return False
    ends = [ended for cell in cells for ended in _ends(cell, lattice)]
    return sum(ends) >= ENDED * len(ends) > 0


def _ends(cell: PlacedCell, lattice: Lattice) -> Iterator[bool]:
    """For each line of a cell but the last: whether the next word would have stood in it, too."""
    start, end = lattice.xs[cell.left], lattice.xs[cell.right + 1]
    lines = [line.tokens for line in text_lines(cell.tokens)]
    padding = max(0.0, min(tokens[0].left for tokens in lines) - start)
    for above, below in pairwise(lines):
        more = _width(below[:1]) + above[0].size / 4
        figures = all(is_number(token.text) for token in (*above, below[0]))
        yield figures or _width(above) + more <= end - start - 2 * padding


def _width(tokens: Sequence[Token]) -> float:
    return tokens[-1].right - tokens[0].left
