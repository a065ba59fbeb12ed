"""Reads the cells of a table from the places of its words, with rules where there are some."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.column_lines import (
    Entry,
    Extents,
    PlacedLine,
    column_extents,
    columnwise,
)
from praxeo.sources.documents.pdf.tables.columns import (
    Piece,
    find_separators,
    place_pieces,
    place_strictly,
    split_line,
)
from praxeo.sources.documents.pdf.tables.edges import separators_of
from praxeo.sources.documents.pdf.tables.header import free_levels, header_length, header_levels
from praxeo.sources.documents.pdf.tables.offset import is_offset, same_column_pitch
from praxeo.sources.documents.pdf.tables.regions import Region
from praxeo.sources.documents.pdf.tables.rows import group_rows
from praxeo.sources.documents.pdf.tables.sketch import PlacedCell, Sketch, without_overlaps
from praxeo.sources.documents.pdf.tables.spaced_rows import spaced_rows
from praxeo.sources.documents.pdf.tables.stretched import held_by_lines
from praxeo.sources.documents.pdf.tables.tokens import TextLine, text_lines

ODD_LINES = 1  # headings that may stand between two places that part the same columns
CENTRED = 1.5  # of the font size, by which a heading may stand off the middle of its columns


def read_stream(region: Region) -> Sketch:
    """The cells of a region: columns by white space, rows by lines and rules."""
    lines, rules = text_lines(region.tokens), region.rules
    if not lines:
        return Sketch(cells=())
    size = sorted(line.size for line in lines)[len(lines) // 2]
    pieces = [(line, split_line(line)) for line in lines]
    pitch = same_column_pitch(pieces)
    separators = region.separators or held_by_lines(
        find_separators(_beside(pieces, pitch), size), lines
    )
    strict = region.separators or _narrow(lines, separators)
    left = min(line.tokens[0].left for line in lines)
    right = max(line.tokens[-1].right for line in lines)
    if strict:
        placed = [PlacedLine(line, place_strictly(line, strict)) for line in lines]
    else:
        placed = [PlacedLine(line, place_pieces(line, separators, size)) for line in lines]
    head = region.head if region.separators else header_length(placed, rules, left, right)
    levels = header_levels(placed[:head], placed[head:], rules, right - left)
    cells = header_cells(levels)
    extents = column_extents(placed)
    body = placed[head:]
    rows = spaced_rows(body) if strict and body else None
    if rows is None:
        rows = group_rows(body, rules, left, right, pitch)
    for row, group in enumerate(rows, len(levels)):
        for entry in _heading(columnwise(group), extents):
            cells.append(
                PlacedCell(
                    top=row, bottom=row + entry.rows - 1, left=entry.first, right=entry.last,
                    tokens=entry.tokens,
                )
            )  # fmt: skip
    return Sketch(cells=tuple(without_overlaps(cells)))


def _narrow(lines: Sequence[TextLine], separators: Sequence[float]) -> list[float]:
    """All separators where even columns nearly touch that wider gaps do not show; none where they show them all."""
    even = separators_of(lines)
    if len(even) <= len(separators):
        return []
    words = [[(token.left + token.right) / 2 for token in line.tokens] for line in lines]
    known = all(
        any(
            sum(any(min(x, y) < w < max(x, y) for w in row) for row in words) <= ODD_LINES
            for y in even
        )
        for x in separators
    )
    return even if known else []


def _beside(rows: Sequence[tuple[TextLine, list[Piece]]], pitch: float) -> list[list[Piece]]:
    """The pieces of each line, and of offset lines that stand beside them."""
    found: list[list[Piece]] = []
    for index, (line, pieces) in enumerate(rows):
        row = list(pieces)
        for other, more in rows[max(0, index - 1) : index + 2]:
            first, second = sorted((line, other), key=lambda item: item.baseline)
            if other is line or not is_offset(first, second, pitch):
                continue
            row += [
                piece
                for piece in more
                if not any(piece.left < held.right and held.left < piece.right for held in row)
            ]
        found.append(sorted(row, key=lambda piece: piece.left))
    return found


def header_cells(levels: Sequence[list[Entry]]) -> list[PlacedCell]:
    """The cells of header levels; a cell with nothing above or below it takes that room too."""
    return [
        PlacedCell(
            top=row - free_levels(levels[:row], entry.first, entry.last),
            bottom=row + free_levels(levels[row + 1 :], entry.first, entry.last),
            left=entry.first, right=entry.last, tokens=entry.tokens, header=True,
        )
        for row, level in enumerate(levels)
        for entry in level
    ]  # fmt: skip


def _heading(row: list[Entry], extents: Extents) -> list[Entry]:
    """A row; a heading alone in its row covers the columns over whose middle it stands."""
    if len(row) != 1 or len(extents) < 3:
        return row
    entry = row[0]
    left, right = entry.tokens[0].left, entry.tokens[-1].right
    slack = CENTRED * entry.tokens[0].size
    if entry.first == 0 and left < extents.get(0, (left, left))[0] + slack:
        return [entry._replace(last=0)]
    columns = sorted(extents)
    for first in columns[:2]:
        start, end = extents[first][0], extents[columns[-1]][1]
        if entry.first >= first and abs((left + right) - (start + end)) < 2 * slack:
            return [entry._replace(first=first, last=columns[-1])]
    return row
