"""Puts lines together whose cells are centred against each other, half a line up or down."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.column_lines import Columns, Entry, PlacedLine, columnwise
from praxeo.sources.documents.pdf.tables.columns import Piece
from praxeo.sources.documents.pdf.tables.tokens import TextLine
from praxeo.sources.documents.pdf.tables.wrapping import wraps

OFFSET = 0.8  # of the least line distance within a column; lines nearer than that are offset
OFFSET_SIZE = 0.9  # of the font size, the same
MAX_PIECES = 100  # texts on one line; a longer line is not looked at
MIN_TOGETHER = 2  # columns with text below text that show several rows


def same_column_pitch(rows: Sequence[tuple[TextLine, Sequence[Piece]]]) -> float:
    """The usual distance from a text to the next one below it, in points."""
    steps: list[float] = []
    for index, (line, pieces) in enumerate(rows):
        if len(pieces) > MAX_PIECES:
            continue
        for below, others in rows[index + 1 : index + 4]:
            if any(p.left < o.right and o.left < p.right for p in pieces for o in others):
                steps.append(below.baseline - line.baseline)
                break
    steps.sort()
    return steps[len(steps) // 4] if steps else 0.0


def is_offset(above: TextLine, below: TextLine, pitch: float) -> bool:
    """Whether a line follows so near that both cannot be lines of one column."""
    step = below.baseline - above.baseline
    return step < min(OFFSET * pitch, OFFSET_SIZE * max(above.size, below.size))


def chains(lines: Sequence[PlacedLine], pitch: float) -> list[list[PlacedLine]]:
    """Lines grouped where they follow each other nearer than lines of one column do."""
    found: list[list[PlacedLine]] = []
    for line in lines:
        if found and is_offset(found[-1][-1].line, line.line, pitch):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def settle(lines: Sequence[PlacedLine], pitch: float, columns: Columns) -> list[PlacedLine]:
    """The lines of a table, with offset lines joined to the rows they belong to."""
    return list(
        itertools.chain.from_iterable(
            _resolve(chain, columns) if len(chain) > 1 else chain for chain in chains(lines, pitch)
        )
    )


def _resolve(chain: list[PlacedLine], columns: Columns) -> list[PlacedLine]:
    """One row, or several rows with cells that stand beside all of them."""
    several = {
        column
        for column in set[int]().union(*(line.columns for line in chain))
        if sum(column in line.columns for line in chain) > 1
    }
    listed = {column for column in several if not _wraps_down(chain, column, columns)}
    figures = {column for column in listed if _is_figures(chain, column)}
    anchors = [line for line in chain if line.columns & listed]
    if (len(listed) < MIN_TOGETHER and not figures) or any(
        set(above.columns & listed) != set(below.columns & listed)
        for above, below in itertools.pairwise(anchors)
    ):
        return [_joined(chain)]
    rows = [[line] for line in anchors]
    spanning: list[Entry] = []
    for line in chain:
        if line not in anchors:
            spanning += [
                entry._replace(rows=len(anchors))
                for entry in line.entries
                if not any(entry.first in anchor.columns for anchor in anchors)
            ]
            rest = [
                entry
                for entry in line.entries
                if any(entry.first in anchor.columns for anchor in anchors)
            ]
            if rest:
                nearest = min(
                    range(len(anchors)),
                    key=lambda i: abs(anchors[i].line.baseline - line.line.baseline),
                )
                rows[nearest].append(line._replace(entries=tuple(rest)))
    done = [_joined(row) for row in rows]
    entries = columnwise([done[0], done[0]._replace(entries=tuple(spanning))])
    return [done[0]._replace(entries=tuple(entries)), *done[1:]]


def _joined(lines: list[PlacedLine]) -> PlacedLine:
    main = max(lines, key=lambda line: len(line.entries))
    return PlacedLine(main.line, tuple(columnwise(lines)), starts=True)


def _wraps_down(chain: list[PlacedLine], column: int, columns: Columns) -> bool:
    """Whether all texts of a column in the chain read as one."""
    lines = [line for line in chain if column in line.columns]
    return all(wraps([above], below, column, columns) for above, below in itertools.pairwise(lines))


def _is_figures(chain: list[PlacedLine], column: int) -> bool:
    return sum(entry is not None and entry.is_number for entry in (x.at(column) for x in chain)) > 1
