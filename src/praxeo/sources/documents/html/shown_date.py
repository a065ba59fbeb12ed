"""The date that a page shows beside its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

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
DOTTED = re.compile(
    r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)"
)  # as on the continent: the day first


def shown_date(beside: Sequence[TextUnit]) -> str:
    """The first full date beside the headline, YYYY-MM-DD."""
    return next((day for unit in beside if (day := day_in(unit.text))), "")


def day_in(text: str) -> str:
    """A full date written out in a text, YYYY-MM-DD, or ""."""
    if found := ISO.search(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := YEAR_LAST.search(text):
        month, day, year = MONTHS.index(found[1].lower()) + 1, int(found[2]), int(found[3])
    elif found := DAY_FIRST.search(text):
        month, day, year = MONTHS.index(found[2].lower()) + 1, int(found[1]), int(found[3])
    elif found := DOTTED.search(text):
        day, month, year = (int(part) for part in found.groups())
    else:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def as_shown(stated: str, shown: str) -> str:
    """The stated day, by the calendar of the page: past midnight elsewhere it is the day before or after."""
    if not stated or not shown:
        return stated or shown
    try:
        apart = date.fromisoformat(stated) - date.fromisoformat(shown)
    except ValueError:  # a 31st of February
        return stated
    return shown if abs(apart.days) == 1 else stated
