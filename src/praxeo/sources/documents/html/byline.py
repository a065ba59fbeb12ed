"""The date and byline that a page shows beside its headline, where its head states none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR_LAST = re.compile(
    rf"\b{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
DAY_FIRST = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+((?:19|20)\d\d)\b", re.IGNORECASE
)
ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b")
BYLINE = re.compile(
    r"(?:^|[\n|·•]\s*)(?i:(?:(?:written|posted|story|published|words|text) )?by:?|von|par|por)\s+"
    r"([A-Z][\w.'’-]+(?:\s+(?:(?:de|van|von|der|la|and|&)\s+)*[A-Z][\w.'’-]+){0,5})"
)
BETWEEN_NAMES = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
MARKED = re.compile(r"(?:^|[\s_-])(?:by-?line|author|username|poster)(?=[\s_-]|$)", re.IGNORECASE)
MARKED_NAME = re.compile(
    r"(?:(?:written |posted )?by:?\s+)?((?!(?:about|author|more|follow|by|view|all|posts?|share|read|"
    r"joined|member)\b)[^\W\d_][\w.'’-]*(?: [\w.'’&-]+){0,4})(?:,.*)?",
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
    return [*_until(units[at + 1 :], WORDS_AFTER), *_until(units[:at][::-1], WORDS_BEFORE)]


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


def shown_date(beside: Sequence[TextUnit]) -> str:
    """The first full date beside the headline, YYYY-MM-DD."""
    for unit in beside:
        if day := day_in(unit.text):
            return day
    return ""


def day_in(text: str) -> str:
    """A full date written out in a text, YYYY-MM-DD, or ""."""
    if found := ISO.search(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := YEAR_LAST.search(text):
        month, day, year = MONTHS.index(found[1].lower()) + 1, int(found[2]), int(found[3])
    elif found := DAY_FIRST.search(text):
        month, day, year = MONTHS.index(found[2].lower()) + 1, int(found[1]), int(found[3])
    else:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def shown_authors(beside: Sequence[TextUnit]) -> tuple[str, ...]:
    """The names after a "by" beside the headline, or in an element that is marked as the byline."""
    for unit in beside:
        if found := BYLINE.search(unit.text):
            return tuple(name for name in BETWEEN_NAMES.split(found[1]) if name)
    for unit in beside:
        if found := MARKED_NAME.fullmatch(unit.text) if _is_byline(unit) else None:
            return (found[1],)
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
