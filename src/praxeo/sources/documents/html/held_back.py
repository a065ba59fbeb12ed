"""Reads a page whose whole main part is switched off until a script has run: a lock, a check of age, a place to be chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.text_units import TextUnitWalker
from praxeo.sources.documents.html.tree import Element, name_of

LEAST_WORDS = 50
"""A main part that shows nothing and holds so much is what the page is there for."""


def walked(root: Element) -> TextUnitWalker:
    """The texts of a page; those of its main part are shown if nothing else in it is."""
    walker = TextUnitWalker()
    walker.walk(root)
    held = _held_back(walker.units)
    if held:
        walker = TextUnitWalker(shown=held)
        walker.walk(root)
    return walker


def _held_back(units: Sequence[TextUnit]) -> frozenset[Element]:
    """The main part of a page and the largest part in it, if none of its text is shown."""
    words: Counter[Element] = Counter()
    main: Element = None
    for unit in units:
        line = _within_main(unit.element)
        if not line:
            continue
        if not unit.hidden:
            return frozenset()
        main = line[-1]
        words[line[-2] if len(line) > 1 else main] += len(unit.text.split())
    if words.total() < LEAST_WORDS:
        return frozenset()
    return frozenset((main, words.most_common(1)[0][0]))


def _within_main(element: Element) -> list[Element]:
    """The elements from `element` up to the main part of the page, that last; empty outside of it."""
    line = [element]
    for node in element.iterancestors():
        if _is_main(line[-1]):
            break
        line.append(node)
    return line if _is_main(line[-1]) else []


def _is_main(element: Element) -> bool:
    return name_of(element) == "main" or element.get("role") == "main"
