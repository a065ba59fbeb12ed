"""The texts around a page's headline, where it says who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit

WORDS_BEFORE = 60
WORDS_AFTER = 120
"""How far from the headline a date or byline still belongs to it."""
LONGEST_WORDS = 24


def beside_headline(units: Sequence[TextUnit], title: str) -> list[TextUnit]:
    """The short units around the headline of that title, the nearest first."""
    at = _headline_at(units, title)
    if at is None:
        return []
    after = units[at + 1 :]
    headings = [i for i, unit in enumerate(after) if unit.kind == "heading"]
    if len(headings) > 1:  # one may be a subtitle
        after = after[: headings[1]]
    return [*_until(after, WORDS_AFTER), *_until(units[:at][::-1], WORDS_BEFORE)]


def _headline_at(units: Sequence[TextUnit], title: str) -> int | None:
    """Where the headline stands: the heading with the title's words, else a text with them, else the one
    heading of the first level, which words the title in its own way."""
    wanted = _spoken(title)
    named = [i for i, unit in enumerate(units) if wanted and _spoken(unit.text) == wanted]
    headings = [i for i in named if units[i].kind == "heading"]
    if headings:
        return headings[0]
    if named:
        last = named[0]
        while last + 1 in named:  # the trail of links above it ends with the title, too
            last += 1
        return last
    first_level = [i for i, u in enumerate(units) if u.kind == "heading" and u.level == 1]
    return first_level[0] if len(first_level) == 1 else None


def _spoken(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _until(units: Sequence[TextUnit], limit: int) -> list[TextUnit]:
    found, words = [], 0
    for unit in units:
        length = len(unit.text.split())
        if words > limit:
            break
        words += length
        if length <= LONGEST_WORDS:
            found.append(unit)
    return found
