"""Reads the cells of a table from the places of its words, with rules where there are some."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.documents.pdf.tables.columns import find_separators, place_pieces, split_line
from praxeo.documents.pdf.tables.header import free_levels, header_length, header_levels
from praxeo.documents.pdf.tables.rows import PlacedLine, columnwise, group_rows
from praxeo.documents.pdf.tables.rulings import Line
from praxeo.documents.pdf.tables.sketch import Placed, Sketch, without_overlaps
from praxeo.documents.pdf.tables.tokens import Token, text_lines


def read_stream(
    tokens: Sequence[Token], rules: Sequence[Line], separators: Sequence[float] | None = None
) -> Sketch:
    """The cells of a region: columns by white space (or as given), rows by lines and rules."""
    lines = text_lines(tokens)
    if not lines:
        return Sketch(cells=())
    size = sorted(line.size for line in lines)[len(lines) // 2]
    if separators is None:
        separators = find_separators([split_line(line) for line in lines], size)
    left = min(line.tokens[0].left for line in lines)
    right = max(line.tokens[-1].right for line in lines)
    placed = [PlacedLine(line, tuple(place_pieces(line, separators, size))) for line in lines]
    head = header_length(placed, rules, left, right)
    levels = header_levels(placed[:head], placed[head:], rules, right - left)
    cells: list[Placed] = []
    for row, level in enumerate(levels):
        for first, last, found in level:
            top = row - free_levels(levels[:row], first, last)
            bottom = row + free_levels(levels[row + 1 :], first, last)
            cells.append(
                Placed(
                    top=top, bottom=bottom, left=first, right=last,
                    tokens=tuple(found), header=True,
                )
            )  # fmt: skip
    for row, group in enumerate(group_rows(placed[head:], rules, left, right), len(levels)):
        for first, last, found in columnwise(group):
            cells.append(Placed(top=row, bottom=row, left=first, right=last, tokens=tuple(found)))
    return Sketch(cells=tuple(without_overlaps(cells)))
