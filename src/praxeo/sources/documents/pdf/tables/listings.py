"""Tells tables without rules from other things that stand in columns: contents, exercises, indexes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.columns import Piece

MOST = 0.6  # share of texts that must read so
PAGE_NUMBERS = 4  # lines from which on rising numbers at the right are page numbers
EQUATION = re.compile(r"^\(\w{0,3}\.?\d+[a-z]?\)$")
ENUMERATOR = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$", re.IGNORECASE)
INDEX_ENTRY = re.compile(r"\D,\s*\d+(?:[-–]\d+)?(?:,\s*\d+(?:[-–]\d+)?)*$")
PAGE_NUMBER = re.compile(r"^\d{1,4}$")

Rows = Sequence[Sequence[Piece]]


def is_listing(rows: Rows) -> bool:
    """Whether lines with gaps are no table, though their texts stand in columns."""
    pieces = [piece for row in rows for piece in row]
    return (
        _is_contents(rows)
        or _share(EQUATION, [row[-1].text for row in rows]) > MOST
        or _share(ENUMERATOR, [piece.tokens[0].text for piece in pieces]) > MOST
        or _share(INDEX_ENTRY, [piece.text for piece in pieces]) > MOST
        or any("@" in piece.text for piece in pieces)
    )


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(bool(pattern.search(text)) for text in texts) / len(texts)


def _is_contents(rows: Rows) -> bool:
    """Whether each line is a title and a page number, the numbers rising down the page."""
    if len(rows) < PAGE_NUMBERS or any(len(row) > 3 for row in rows):
        return False
    numbers = [row[-1].text for row in rows]
    if not all(map(PAGE_NUMBER.match, numbers)):
        return False
    rising = all(int(one) <= int(two) for one, two in itertools.pairwise(numbers))
    titles = [row[-2].text for row in rows if len(row) > 1]
    return rising and sum(any(map(str.isalpha, title)) for title in titles) > MOST * len(rows)
