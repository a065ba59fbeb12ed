"""Leaves out places between columns that one justified line alone shows: its words are stretched, and no column begins."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.columns import place_pieces
from praxeo.sources.documents.pdf.tables.tokens import TextLine

MIN_LINES = 6  # among fewer, one line says enough


def held_by_lines(separators: Sequence[float], lines: Sequence[TextLine]) -> list[float]:
    """The places between columns without those where one line begins a column that others run across."""
    found = list(separators)
    for at in range(len(found) - 1, -1, -1) if len(lines) >= MIN_LINES else ():
        placed = [PlacedLine(line, place_pieces(line, found, line.size)) for line in lines]
        entries = [entry for line in placed for entry in line.entries]
        begun = sum(entry.first == at + 1 for entry in entries)
        if begun <= 1 and any(entry.first <= at < entry.last for entry in entries):
            del found[at]
    return found
