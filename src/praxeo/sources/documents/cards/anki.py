"""Notes as Anki exports them to text: lines that begin with # say how the fields are parted."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from praxeo.sources.documents.cards.deck import Card, Missing
from praxeo.sources.documents.cards.sides import MARKED, gaps, side
from praxeo.sources.documents.cards.sign import SETTING

SEPARATORS = {
    "tab": "\t",
    "comma": ",",
    "semicolon": ";",
    "pipe": "|",
    "colon": ":",
    "space": " ",
    "\\t": "\t",
}
MADE_FOR_ANKI = frozenset({"notetype column", "deck column", "tags column", "guid column"})


@dataclass(kw_only=True)
class Export:
    """How a text says that it is to be read; columns count from 1."""

    separator: str = "\t"
    html: bool | None = None
    deck: str = ""
    deck_column: int = 0
    others: set[int] = field(default_factory=set)
    """Columns that hold no side of a card."""


def anki_cards(text: str, missing: Missing) -> tuple[str, Iterator[Card]]:
    """The name of the deck, if the whole text is one, and its cards."""
    export, rest = _settings(text.removeprefix("\ufeff"))
    if export.html is None:
        export.html = bool(MARKED.search(rest))
    cards = (card for row in _rows(rest, export.separator) for card in _of(row, export, missing))
    return export.deck, cards


def noted_fields(text: str) -> Iterator[str]:
    """What the notes of such a text hold, field by field, without what is there for Anki alone."""
    export, rest = _settings(text.removeprefix("\ufeff"))
    for row in _rows(rest, export.separator):
        if len(row) > 1 or not row or not row[0].startswith("#"):
            yield from (field for at, field in enumerate(row, 1) if at not in export.others)


def _settings(text: str) -> tuple[Export, str]:
    export = Export()
    at = 0
    while found := SETTING.match(text, at):
        at = found.end()
        name, value = found["name"].lower(), found["value"].strip(" \r")
        if name == "separator":
            export.separator = SEPARATORS.get(value.lower(), value[:1] or "\t")
        elif name == "html":
            export.html = value.lower() == "true"
        elif name == "deck":
            export.deck = value
        elif name in MADE_FOR_ANKI and value.isdecimal() and len(value) < 4:
            export.others.add(int(value))
            if name == "deck column":
                export.deck_column = int(value)
    return export, text[at:]


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    try:
        yield from list(csv.reader(StringIO(text), delimiter=separator))
    except csv.Error:  # a quotation mark that is none, or a field without end
        yield from (line.split(separator) for line in text.split("\n"))


def _of(row: list[str], export: Export, missing: Missing) -> Iterator[Card]:
    """The cards of one note: one, or one for each number of its gaps."""
    deck = row[export.deck_column - 1] if 0 < export.deck_column <= len(row) else ""
    fields = [text for number, text in enumerate(row, 1) if number not in export.others]
    if not fields or (len(row) == 1 and row[0].startswith("#")):
        return
    html = bool(export.html)
    opened = list(gaps(fields[0]))
    for front, answer in opened or [(fields[0], "")]:
        given = [answer, *fields[1:]] if opened else fields[1:]
        backs = [side(text, missing, html=html) for text in given]
        yield Card(side(front, missing, html=html), "; ".join(filter(None, backs)), deck.strip())
