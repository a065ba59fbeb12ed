"""By what a deck of cards is told; imports nothing heavy, since every text is looked at."""

from __future__ import annotations

import re

from praxeo.sources.documents.cards.listed import listed_cards

SAMPLE_CHARACTERS = 8_000
SETTING = re.compile(
    r"#(?P<name>separator|html|tags|columns|notetype|deck|guid|notetype column|deck column|tags column|guid column|"
    r"if matches|scope)[ \t]*:(?P<value>[^\n]*)\n?",
    re.IGNORECASE,
)


def is_cards(text: str) -> bool:
    """Whether a text that begins so is a deck of cards."""
    if is_anki(text):
        return True
    sample = text[:SAMPLE_CHARACTERS]
    if len(text) > SAMPLE_CHARACTERS and "\n" in sample:
        sample = sample.rpartition("\n")[0]
    return bool(listed_cards(sample))


def is_anki(text: str) -> bool:
    """Whether a text begins with at least one line that only Anki writes."""
    return SETTING.match(text.removeprefix("\ufeff")) is not None
