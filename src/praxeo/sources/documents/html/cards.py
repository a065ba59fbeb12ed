"""Tells the day and the writer of a page from those of the texts that a list of cards on it leads to."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.html.byline import BYLINE
from praxeo.sources.documents.html.shown_date import days_in
from praxeo.sources.documents.html.text_unit import TextUnit

ALIKE = 4
"""So many dated or signed texts in elements of one kind, each saying something else, are those of cards."""
LONGEST_CHARACTERS = 200

Sign = tuple[str, ...]


def without_cards(beside: Sequence[TextUnit], units: Sequence[TextUnit]) -> list[TextUnit]:
    """The texts beside a headline without those that each card of a list on the page has, too."""
    telling = [unit for unit in beside if _tells(unit)]
    if not telling:
        return list(beside)
    said: dict[Sign, set[str]] = {_sign(unit): set() for unit in telling}
    for unit in units:
        sign = _sign(unit)
        if sign in said and _tells(unit):
            said[sign].add(unit.text)
    of_cards = {id(unit) for unit in telling if len(said[_sign(unit)]) >= ALIKE}
    return [unit for unit in beside if id(unit) not in of_cards]


def _tells(unit: TextUnit) -> bool:
    """Whether a short text says when something was written, or by whom."""
    if len(unit.text) > LONGEST_CHARACTERS:
        return False
    return bool(days_in(unit.text) or BYLINE.search(unit.text))


def _sign(unit: TextUnit) -> Sign:
    """What elements a text stands in: their names and classes, two levels up."""
    parent = unit.element.getparent()
    around = (unit.element,) if parent is None else (unit.element, parent)
    return tuple(f"{element.tag} {element.get('class') or ''}" for element in around)
