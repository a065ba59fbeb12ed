"""The columns of a run of lines: where they part, which lines are their headings, and which keep to them."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.columns import place_strictly
from praxeo.sources.documents.pdf.tables.edges import alignments, is_bold, is_even, separators_of
from praxeo.sources.documents.pdf.tables.listings import NOTE
from praxeo.sources.documents.pdf.tables.tokens import TextLine

MIN_ROWS = 3  # lines with text on both sides of the first strip
HEAD_LINES = 6  # lines above that may be headings of the columns, centred against each other

Columns = tuple[list[float], Sequence[PlacedLine], Sequence[PlacedLine]]


def best_columns(lines: Sequence[TextLine]) -> Columns:
    """Most columns, with or without the first and the last line, which may be those of a text around."""
    whole = _columns(lines)
    parts = [_columns(lines[first:last]) for first, last in ((0, -1), (1, len(lines)), (1, -1))]
    return max([whole, *parts], key=lambda found: (len(found[0]), len(found[1]) + len(found[2])))


def _columns(lines: Sequence[TextLine]) -> Columns:
    """The places between the columns, the headings, and the longest run of lines that keep to the columns."""
    if len(lines) < MIN_ROWS:
        return [], [], []
    separators = separators_of(lines)
    placed = [PlacedLine(line, place_strictly(line, separators)) for line in lines]
    plain = [line for line in placed if not is_bold(line.line)]
    even = alignments(plain, len(separators) + 1)
    best = (0, 0)
    start = 0
    for at, line in enumerate([*placed, None]):
        if line is None or is_bold(line.line) or not is_even(line, even):
            best = max(best, (start, at), key=lambda run: run[1] - run[0])
            start = at + 1
    first, last = best
    top = first
    while top > 0 and first - top < HEAD_LINES and is_bold(placed[top - 1].line):
        top -= 1
    most = max((len(line.entries) for line in placed[first:last]), default=0)
    while last > first and _is_note(placed[last - 1], most):
        last -= 1
    own = placed[top:last]
    if len(own) < len(placed) and own and not any(line.at(0) for line in own):
        # What stands left of all of them is the margin, in which a line of the text around begins.
        return _columns([line.line for line in own])
    return separators, placed[top:first], placed[first:last]


def _is_note(line: PlacedLine, most: int) -> bool:
    """Whether a line of fewer texts than others is a note below the table."""
    return len(line.entries) < most and bool(NOTE.match(line.entries[0].text))
