"""Reads lines at the edge of a page in the columns of a table on the other side of the page break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.pdf.composing import join_lines
from praxeo.sources.documents.pdf.tables.column_lines import Entry, PlacedLine, columnwise
from praxeo.sources.documents.pdf.tables.columns import place_strictly, split_line
from praxeo.sources.documents.pdf.tables.regions import Region
from praxeo.sources.documents.pdf.tables.stream import read_stream
from praxeo.sources.documents.pdf.tables.table import Table
from praxeo.sources.documents.pdf.tables.tokens import TextLine, joined

EDGE = 3.0  # points by which a text may stand off the side or the middle of its column
OVERHANG = 12.0  # points by which a heading may reach beyond the outer columns
WIDER = 0.5  # of a table's width by which its last column may be wider beyond the page break
APART = 0.6  # of the font size; texts of two columns stand further from each other
PIECE_GAP = 0.9  # of the font size, between two columns of a page
STEP = 3.2  # of the font size; rows are not further from each other
MOST_LINES = 14  # beyond a page break; more are a table of their own


class Beyond(NamedTuple):
    """Rows beyond a page break, from 0, the words that they are made of, and whether the first one is set bold."""

    cells: tuple[Cell, ...]
    words: frozenset[int]
    is_bold: bool


def rows_at(lines: Sequence[TextLine], table: Table) -> Beyond | None:
    """The rows among lines, given from the edge of the page inwards, that keep to the columns of a table."""
    columns, separators = table.columns, _separators(table)
    if not separators:
        return None
    taken: list[PlacedLine] = []
    for line in lines[:MOST_LINES]:
        far = taken and abs(line.baseline - taken[-1].line.baseline) > STEP * line.size
        placed = None if far else _placed(line, columns, separators)
        if placed is None:
            break
        taken.append(placed)
    while taken and len(taken[-1].entries) == 1:
        taken.pop()
    if not taken:
        return None
    taken.sort(key=lambda placed: placed.line.baseline)
    tokens = [token for placed in taken for entry in placed.entries for token in entry.tokens]
    top, bottom = min(t.top for t in tokens), max(t.bottom for t in tokens)
    region = Region(columns[0][0], top, columns[-1][1], bottom, tokens, [], tuple(separators))
    cells = tuple(
        Cell(text=joined(cell.tokens), row=cell.top, column=cell.left)
        for cell in sorted(read_stream(region).cells, key=lambda cell: (cell.top, cell.left))
    )
    words = frozenset(index for token in tokens for index in token.words)
    return Beyond(cells, words, all(t.bold for e in taken[0].entries for t in e.tokens))


def rest_of_row(lines: Sequence[TextLine], table: Table) -> Beyond | None:
    """Lines above a table, all of them in its later columns, as what is left of a row of the page before."""
    separators = _separators(table)
    placed = [_placed(line, table.columns, separators) for line in lines] if separators else []
    entries = [entry for line in placed if line for entry in line.entries]
    if not entries or not all(placed) or any(entry.first == 0 for entry in entries):
        return None
    cells = tuple(
        Cell(text=joined(entry.tokens), row=0, column=entry.first)
        for entry in columnwise([line for line in placed if line])
    )
    return Beyond(cells, frozenset(i for e in entries for t in e.tokens for i in t.words), False)


def is_row(line: TextLine, table: Table) -> bool:
    """Whether a line has texts in several columns of a table, and none beside them."""
    separators = _separators(table)
    placed = _placed(line, table.columns, separators) if separators else None
    return placed is not None and len(placed.entries) > 1


def _separators(table: Table) -> list[float]:
    """The middles between the columns; none where the columns are not known or overlap."""
    gaps = [(a[1], b[0]) for a, b in pairwise(table.columns)]
    return [] if any(end >= start for end, start in gaps) else [sum(gap) / 2 for gap in gaps]


def _placed(
    line: TextLine, columns: Sequence[tuple[float, float]], separators: Sequence[float]
) -> PlacedLine | None:
    """The line in the columns; None where a text does not keep to one."""
    width = columns[-1][1] - columns[0][0]
    left, right = columns[0][0] - OVERHANG, columns[-1][1] + max(OVERHANG, width * WIDER)
    pieces = [p for p in split_line(line, PIECE_GAP) if p.right > left and p.left < right]
    tokens = tuple(token for piece in pieces for token in piece.tokens)
    if not tokens or tokens[0].left < left or tokens[-1].right > right:
        return None
    entries = place_strictly(line._replace(tokens=tokens), separators)
    apart = all(
        b.tokens[0].left - a.tokens[-1].right >= APART * line.space for a, b in pairwise(entries)
    )
    if not apart or not all(_keeps_to(entry, columns) for entry in entries):
        return None
    return PlacedLine(line, entries)


def _keeps_to(entry: Entry, columns: Sequence[tuple[float, float]]) -> bool:
    if entry.first != entry.last:
        return False
    left, right = columns[entry.first]
    start, end = entry.tokens[0].left, entry.tokens[-1].right
    if entry.is_number and left - EDGE <= start and end <= right + EDGE:
        return True
    return min(abs(start - left), abs(end - right), abs(start + end - left - right) / 2) <= EDGE


def with_row_ends(table: Table, beyond: Beyond) -> Table:
    """The table with rows below it; a row that the page break parted is put together."""
    first = [cell.column for cell in beyond.cells if cell.row == 0]
    goes_on = 0 not in first and (
        beyond.cells[0].text[:1].islower() or max(c.row for c in beyond.cells) == 0
    )
    return replace(table, cells=_with_rows(table.cells, beyond.cells, goes_on=goes_on))


def _with_rows(above: Sequence[Cell], below: Sequence[Cell], *, goes_on: bool) -> tuple[Cell, ...]:
    """Rows below others; with `goes_on` the first of them ends the last one above."""
    last = max(cell.row + cell.row_span for cell in above) - 1
    cells = {(cell.row, cell.column): cell for cell in above}
    for cell in below:
        at = (last + cell.row + (not goes_on), cell.column)
        held = cells.get(at)
        text = join_lines([held.text, cell.text]) if held else cell.text
        cells[at] = replace(held or cell, row=at[0], text=text)
    return tuple(cells[at] for at in sorted(cells))


def below_rows(table: Table, beyond: Beyond, rest: Beyond | None = None) -> Table:
    """The table with rows above it, the first of which heads it where it is bold or the table has a head.

    `rest` is what is left of the last of those rows above the table.
    """
    rows = _with_rows(beyond.cells, rest.cells, goes_on=True) if rest else beyond.cells
    heads = {c.row for c in table.cells if c.header}
    first = [cell.text for cell in rows if cell.row == 0]
    again = first == [cell.text for cell in table.cells if cell.row == 0]
    down = max(cell.row for cell in rows) + 1 - again
    is_head = beyond.is_bold or bool(heads)
    above = [replace(cell, header=is_head and cell.row == 0) for cell in rows]
    below = [
        replace(cell, row=cell.row + down, header=False)
        for cell in table.cells
        if not (again and cell.row == 0)
    ]
    return replace(table, cells=(*above, *below))
