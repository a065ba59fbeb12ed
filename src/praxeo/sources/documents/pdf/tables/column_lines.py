"""Text lines with their words put into columns, and how lines of one row become its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, is_number

SPACE = 0.25  # of the font size, between words
OPEN_ENDS = ("-", "/", ",", "(", "&")  # a text that ends so goes on


class Entry(NamedTuple):
    """Tokens of one cell, its first and last column, and how many rows it covers downwards."""

    first: int
    last: int
    tokens: tuple[Token, ...]
    rows: int = 1

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)

    @property
    def is_number(self) -> bool:
        return is_number(self.text)


class PlacedLine(NamedTuple):
    """A text line with its entries; `starts` says that it is known to start a row."""

    line: TextLine
    entries: tuple[Entry, ...]
    starts: bool = False

    @property
    def columns(self) -> set[int]:
        """The columns in which an entry starts."""
        return {entry.first for entry in self.entries}

    def at(self, column: int) -> Entry | None:
        """The entry that starts in a column."""
        for entry in self.entries:
            if entry.first == column:
                return entry
        return None


def columnwise(lines: Iterable[PlacedLine]) -> list[Entry]:
    """The cells of one row: the entries of its lines joined by column."""
    cells: dict[int, Entry] = {}
    for line in lines:
        for entry in line.entries:
            at = next(
                (start for start, cell in cells.items() if start <= entry.first <= cell.last),
                entry.first,
            )
            held = cells.get(at)
            cells[at] = (
                held._replace(last=max(held.last, entry.last), tokens=(*held.tokens, *entry.tokens))
                if held
                else entry
            )
    return [cell for _, cell in sorted(cells.items())]


Extents = dict[int, tuple[float, float]]


def column_extents(lines: Sequence[PlacedLine]) -> Extents:
    """From where to where the texts of each column stand that stay in it."""
    found: Extents = {}
    for line in lines:
        for entry in line.entries:
            if entry.first == entry.last:
                left, right = entry.tokens[0].left, entry.tokens[-1].right
                low, high = found.get(entry.first, (left, right))
                found[entry.first] = (min(low, left), max(high, right))
    return found


class Columns(NamedTuple):
    """What the lines of a table tell about its columns.

    `capitals` are the columns in which some text starts with a capital letter, so that one that
    does not may be the rest of a text. `sections` says that some label alone in its line is no rest of the
    label above it, so that others may head groups of rows, too.
    """

    extents: Extents
    capitals: frozenset[int]
    sections: bool = False

    def is_full(self, column: int, above: Entry, below: Entry) -> bool:
        """Whether the first word of the text below would not have fitted into the line above."""
        first = below.tokens[0]
        room = self.extents.get(column, (0.0, 0.0))[1] - above.tokens[-1].right
        return SPACE * first.size + first.right - first.left > room


def read_columns(lines: Sequence[PlacedLine]) -> Columns:
    """The columns of a table whose lines these are."""
    capitals = frozenset(
        entry.first for line in lines for entry in line.entries if entry.tokens[0].text[0].isupper()
    )
    columns = Columns(column_extents(lines), capitals)
    return columns._replace(
        sections=any(
            _is_section(above, line, below, columns)
            for above, line, below in zip([None, *lines], lines, lines[1:], strict=False)
        )
    )


def _is_section(
    above: PlacedLine | None, line: PlacedLine, below: PlacedLine, columns: Columns
) -> bool:
    """Whether a label alone in its line, over a row with a label of its own, is no rest of the one above."""
    label, following = line.at(0), below.at(0)
    if label is None or following is None or len(line.entries) > 1 or len(below.entries) < 2:
        return False
    if not (label.text[:1].isupper() and following.text[:1].isupper()):
        return False
    before = above.at(0) if above else None
    if before is None:
        return above is None
    return not columns.is_full(0, before, label) and not before.text.endswith(OPEN_ENDS)
