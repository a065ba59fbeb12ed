"""Has a text that a page holds several times read once: for a phone and for a desk, in a card and above it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.tree import Element

LEAST_WORDS = 8
"""Shorter texts recur for good reasons: the options of questions, the parts of addresses."""
STRUCTURE = frozenset({"code", "table"})  # which are read where they stand
LEVELS = 3


def recurrences(view: PageView) -> list[tuple[int, int]]:
    """Pairs of numbers of texts that say the same: of the one that is read, and of the one that is not.

    It is the first that is read, but a heading rather than its line in a table of contents above it.
    What recurs in places of the same make is meant: the refrain of a song, a line of each card.
    """
    found = []
    first: dict[str, int] = {}
    for number, (unit, words) in enumerate(zip(view.units, view.words, strict=True)):
        if len(words) < LEAST_WORDS or unit.kind in STRUCTURE:
            continue
        before = first.setdefault(" ".join(words), number)
        if before != number and _make(view.lines[before]) != _make(view.lines[number]):
            heads = unit.kind == "heading" != view.units[before].kind
            found.append((number, before) if heads else (before, number))
            first[" ".join(words)] = number if heads else before
    return found


def said_once(
    likely: NDArray[np.float64], recurrences: Sequence[tuple[int, int]]
) -> NDArray[np.float64]:
    """How likely each unit is content, the first of equal texts as likely as any of them, the others not at all."""
    once = likely.copy()
    for before, number in recurrences:
        once[before] = max(once[before], once[number])
        once[number] = 0.0
    return once


def _make(line: Sequence[Element]) -> list[tuple[str, str]]:
    return [(element.tag, element.get("class") or "") for element in line[:LEVELS]]
