"""The date that a page shows beside its headline."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from praxeo.sources.documents.html.text_unit import TextUnit

MONTHS = (
    "jan|ene|gen", "feb|fév|fev", "mar|mär|mrz", "apr|avr|abr", "may|mai|mag", "jun|juin|giu",
    "jul|juil|lug", "aug|août|aou|ago", "sep|set", "oct|okt|ott", "nov", "dec|dez|déc|dic",
)  # fmt: skip
"""How the months begin in English, German, French, Spanish and Italian."""
MONTH = rf"({'|'.join(MONTHS)})[a-zéûä]*\.?"
YEAR = r"((?:19|20)\d\d)"
YEAR_LAST = re.compile(
    rf"(?<![^\W\d]){MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+{YEAR}(?!\d)", re.IGNORECASE
)
DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:(?:de|of)\s+)?{MONTH},?\s+(?:de\s+)?{YEAR}(?!\d)",
    re.IGNORECASE,
)
ISO = re.compile(rf"\b{YEAR}-(\d\d)-(\d\d)(?=\b|T)")
DOTTED = re.compile(  # as on the continent: the day first
    rf"(?<![\d.])(\d{{1,2}})\.(\d{{1,2}})\.{YEAR}(?!\d)"
)

PUBLISHED_WORDS = r"(?:(?:first|originally|last)\s+)?(?:published|posted|veröffentlicht|erschienen|publié|publicado)"
PUBLISHED_LABEL = re.compile(rf"{PUBLISHED_WORDS}(?:\s+(?:on|am|le|el))?\s*:?", re.IGNORECASE)
SAYS_PUBLISHED = re.compile(
    rf"(?:^|\W){PUBLISHED_WORDS}(?:\s+(?:on|am|le|el))?\s*:?\s*(?:[^\W\d]+day,?\s*)?$",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:updated?|modified|reviewed|revised|edited|aktualisiert|geändert|mis à jour|actualizado)\b",
    re.IGNORECASE,
)
LONGEST_LABEL_CHARACTERS = 40


def shown_date(beside: Sequence[TextUnit], stated: str = "", modified: Collection[str] = ()) -> str:
    """The day that the page shows its readers, YYYY-MM-DD: the one that its head states, too, if that is shown,
    else the first full date beside the headline, which is that of an update (as it says, or as the head says
    by `modified`) only where none is stated."""
    days = [day for unit in beside for day in _days_of(unit)]
    if stated in days:
        return stated
    first = [unit for unit in beside if _days_of(unit)][:1]
    if stated and (set(days[:1]) & set(modified) or any(UPDATED.search(u.text) for u in first)):
        return stated
    return next(iter(days), stated)


def said_published(units: Sequence[TextUnit]) -> str:
    """The one day of which a page says anywhere that it was published then, YYYY-MM-DD, or ""."""
    found = set()
    before = ""
    for unit in units:
        text = f"{before} {unit.text}" if PUBLISHED_LABEL.fullmatch(before) else unit.text
        before = unit.text if len(unit.text) <= LONGEST_LABEL_CHARACTERS else ""
        found |= {day for at, day in days_in(text) if SAYS_PUBLISHED.search(text[:at])}
    return found.pop() if len(found) == 1 else ""


def _days_of(unit: TextUnit) -> list[str]:
    """The days that a text shows: written out, else as a time element behind it says."""
    if days := days_in(unit.text):
        return [day for _, day in days]
    return [
        day
        for time in unit.element.iter("time")
        if "".join(time.itertext()).strip() in unit.text
        for _, day in days_in(time.get("datetime") or "")
    ]


def as_shown(stated: str, shown: str) -> str:
    """The stated day, by the calendar of the page: past midnight elsewhere it is the day before or after."""
    if not stated or not shown:
        return stated or shown
    try:
        apart = date.fromisoformat(stated) - date.fromisoformat(shown)
    except ValueError:  # a 31st of February
        return stated
    return shown if abs(apart.days) == 1 else stated


def days_in(text: str) -> list[tuple[int, str]]:
    """Each full date written out in a text, in order: where it begins, and YYYY-MM-DD."""
    return sorted(
        (at, f"{year:04}-{month:02}-{day:02}")
        for at, year, month, day in _dates(text)
        if 1 <= month <= 12 and 1 <= day <= 31
    )


def _dates(text: str) -> Iterator[tuple[int, int, int, int]]:
    for found in ISO.finditer(text):
        yield found.start(), int(found[1]), int(found[2]), int(found[3])
    for found in YEAR_LAST.finditer(text):
        yield found.start(), int(found[3]), _month(found[1]), int(found[2])
    for found in DAY_FIRST.finditer(text):
        yield found.start(), int(found[3]), _month(found[2]), int(found[1])
    for found in DOTTED.finditer(text):
        yield found.start(), int(found[3]), int(found[2]), int(found[1])


def _month(name: str) -> int:
    return next(n for n, names in enumerate(MONTHS, 1) if name.lower() in names.split("|"))
