"""Leaves out what visitors add to a page that is about something else: reviews of a thing for sale, signatures below posts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element, name_of

REVIEWS = re.compile(r"(?:(?:^|[\s_-])[Rr]|(?<=[a-z])R)eviews?(?=[\s_-]|[A-Z]|$)")
SIGNATURE = re.compile(r"(?:^|[\s_-])signature(?=[\s_-]|$)", re.IGNORECASE)
KEPT_SHARE = 0.1
"""Of the chosen text; where less would stay, what visitors say is what the page is there for."""


def without_reviews(chosen: Sequence[TextUnit]) -> list[TextUnit]:
    """The chosen units of a page of a thing for sale that stand in no part named after reviews."""
    return _outside(chosen, REVIEWS)


def without_signatures(chosen: Sequence[TextUnit]) -> list[TextUnit]:
    """The chosen units of a thread without what each writer has below all of their posts."""
    return _outside(chosen, SIGNATURE)


def _outside(chosen: Sequence[TextUnit], part: re.Pattern[str]) -> list[TextUnit]:
    known: dict[Element, bool] = {}
    kept = [unit for unit in chosen if not _inside(unit.element, part, known)]
    return kept if _size(kept) >= KEPT_SHARE * _size(chosen) else list(chosen)


def _inside(element: Element, part: re.Pattern[str], known: dict[Element, bool]) -> bool:
    if element not in known:
        stated = f"{element.get('class') or ''} {element.get('id') or ''}".strip()
        around = element.getparent()
        known[element] = bool(stated and part.search(stated)) or (
            around is not None
            and name_of(around) not in ("body", "html", "")
            and _inside(around, part, known)
        )
    return known[element]


def _size(units: Sequence[TextUnit]) -> int:
    return sum(len(unit.text) for unit in units)
