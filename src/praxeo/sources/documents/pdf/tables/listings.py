"""Tells tables without rules from other things that stand in columns: contents, exercises, indexes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from praxeo.sources.documents.pdf.formula_regions import reads_as_formula
from praxeo.sources.documents.pdf.tables.columns import Piece

MOST = 0.6  # share of texts that must read so
PAGE_NUMBERS = 4  # lines from which on rising numbers at the right are page numbers
EQUATION = re.compile(r"^\(\w{0,3}\.?\d+[a-z]?\)$")
NUMBERED_EQUATION = re.compile(r"=.*\(\w{0,3}\.?\d+[a-z]?\)$")
OPERATION = re.compile("[∑∏∫∮√∂∇]")
ENUMERATOR = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]$", re.IGNORECASE)
INDEX_ENTRY = re.compile(r"\D,\s*\d+(?:[-–]\d+)?(?:,\s*\d+(?:[-–]\d+)?)*$")
MARKER = re.compile(r"[\[(]?\d{1,3}[.)\]]$|\(?[a-zA-Z][.)]$|\W$|[ivx]+[.)]$")
MARKED = 0.5  # share of first words that mark list items, from which on lines are a list
SAME_SIGNS = 3  # equal single signs that are bullets, whatever their face calls them
NOTE = re.compile(r"^(?:source|note)s?\s*[:.]|^\(?[*†‡:#]|^\(?[a-z]\)", re.IGNORECASE)
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
        or _is_axis(rows)
    )


def is_formula(text: str) -> bool:
    """Whether a line is one of a displayed formula: large operations or a number at its end, and no words."""
    marked = OPERATION.search(text) or NUMBERED_EQUATION.search(text)
    return marked is not None and reads_as_formula(text)


def _share(pattern: re.Pattern[str], texts: Sequence[str]) -> float:
    return sum(bool(pattern.search(text)) for text in texts) / len(texts)


def _is_axis(rows: Rows) -> bool:
    """Whether each column holds evenly rising or falling figures, as the axes of charts do, or all hold the same."""
    same = sum(len(row) > 1 and len({piece.text for piece in row}) == 1 for row in rows)
    if 2 * same >= len(rows):
        return True
    if len({len(row) for row in rows}) != 1:
        return False
    return all(_is_scale([piece.text for piece in column]) for column in zip(*rows, strict=True))


def _is_scale(texts: Sequence[str]) -> bool:
    figures = [text.replace(",", "").replace("−", "-").rstrip("%") for text in texts]
    try:
        steps = [round(float(b) - float(a), 6) for a, b in itertools.pairwise(figures)]
    except ValueError:
        return False
    return len(set(steps)) == 1


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


def is_marked(firsts: Sequence[str]) -> bool:
    """Whether the first words of lines are numbers or bullets of a list."""
    if sum(bool(MARKER.match(word)) for word in firsts) > MARKED * len(firsts):
        return True
    return len(firsts) >= SAME_SIGNS and len(set(firsts)) == 1 and len(firsts[0]) == 1
