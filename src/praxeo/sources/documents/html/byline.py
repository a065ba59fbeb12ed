"""The byline that a page shows beside its headline, where its head states none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit

BYLINE = re.compile(
    r"(?:^|[\n|·•●]\s*|\b(?:19|20)\d\d\s+)(?i:(?:(?:written|posted|story|published|words|text) )?by:?|von|par|por)\s+"
    r"([A-Z][\w.'’-]+(?:\s+(?:(?:de|van|von|der|la|and|&)\s+)*[A-Z][\w.'’-]+){0,5})"
)
SIGNED = re.compile(
    r"(?i:(?:written |text |words |article |story )?by:?|von|par|por)\s+"
    r"([A-Z][\w.'’-]+(?:\s+(?:(?:de|van|von|der|la)\s+)*[A-Z][\w.'’-]+){1,3})"
)
BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
MARKED = re.compile(
    r"(?:^|[\s_-])(?:by-?line|author|author-?name\w{0,12}|authored-?by|username|poster)(?=[\s_-]|$)",
    re.IGNORECASE,
)
OF_A_PERSON = re.compile(r"/(?:authors?|contributors?|writers?|people|team)/[^/?#]+/?(?:[?#]|$)")
MARKED_NAME = re.compile(
    r"(?:(?:written |posted )?by:?\s+)?((?!(?:about|author|more|follow|by|view|all|posts?|share|read|"
    r"joined|member|january|february|march|april|june|july|august|september|october|november|december)\b)[^\W\d_][\w.'’-]*(?: [\w.'’&-]+){0,4})(?:,.*)?",
    re.IGNORECASE,
)
LEVELS_UP = 2
WORDS_BEFORE = 60
WORDS_AFTER = 120
"""How far from the headline a date or byline still belongs to it."""
LONGEST_WORDS = 24


def beside_headline(units: Sequence[TextUnit], title: str) -> list[TextUnit]:
    """The short units around the headline of that title, the nearest first."""
    wanted = " ".join(title.lower().split())
    at = next(
        (
            i
            for i, p in enumerate(units)
            if p.kind == "heading" and " ".join(p.text.lower().split()) == wanted
        ),
        None,
    )
    if at is None:
        return []
    after = units[at + 1 :]
    headings = [i for i, unit in enumerate(after) if unit.kind == "heading"]
    if len(headings) > 1:  # one may be a subtitle
        after = after[: headings[1]]
    return [*_until(after, WORDS_AFTER), *_until(units[:at][::-1], WORDS_BEFORE)]


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


def shown_authors(beside: Sequence[TextUnit]) -> tuple[str, ...]:
    """The names after a "by" beside the headline, or in an element that is marked as the byline."""
    for unit in beside:
        if found := BYLINE.search(unit.text):
            return tuple(name for name in BETWEEN_NAMES.split(found[1]) if name)
    for unit in beside:
        if found := MARKED_NAME.fullmatch(unit.text) if _is_byline(unit) else None:
            return (found[1],)
    return _linked_names(beside)


def signed_by(units: Sequence[TextUnit]) -> tuple[str, ...]:
    """The one name that a text of its own on the page says that it is written by, wherever it stands."""
    names = {found[1] for unit in units if (found := SIGNED.fullmatch(unit.text))}
    return tuple(names) if len(names) == 1 else ()


def _linked_names(beside: Sequence[TextUnit]) -> tuple[str, ...]:
    """Names beside the headline that lead to the page of a person."""
    for unit in beside:
        names = [
            " ".join("".join(link.itertext()).split())
            for link in unit.element.iter("a")
            if OF_A_PERSON.search(link.get("href") or "")
        ]
        if found := tuple(dict.fromkeys(name for name in names if MARKED_NAME.fullmatch(name))):
            return found
    return ()


def _is_byline(unit: TextUnit) -> bool:
    element = unit.element
    for _ in range(LEVELS_UP):
        if element is None:
            return False
        if MARKED.search(element.get("class") or ""):
            return True
        element = element.getparent()
    return False
