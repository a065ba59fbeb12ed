"""Cards listed as lines or between semicolons, as Quizlet exports them: term, a separator, definition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TABS_AT_LEAST = 2  # cards with a tab between their sides; of other separators more
CARDS_AT_LEAST = 3
LONGEST_TERM_CHARACTERS = 200
LONGEST_TERM_WORDS = 9  # where the separator also stands in prose
MOST_CONTINUED = 0.4  # of the lines, that go on with the definition above
FILLED_AT_LEAST = 0.9  # of the cards, on both sides: a picture leaves none
DIFFERENT_AT_LEAST = 0.8  # of the terms
SEPARATORS = (" - ", " – ", " — ", "::", " => ", " -> ", " = ")
COMMA = re.compile(r",(?!\s)")
NUMBER = re.compile(r"[-+]?\d[\d.,:/]*%?")
ITEM = re.compile(r"\s*(?:[-*+•>#]|\(?\d{1,3}[.)]|\w+:)\s")
SETTING = re.compile(r"[a-z]+(?:[A-Z][a-z]|[_.])\S*")  # a name that programs give, as above a value
CODE = re.compile(r"[{}\[\]();\"'<>]|==")
# What stands above the columns of a table, and on no card.
HEADS = frozenset(
    [
        "front",
        "back",
        "term",
        "terms",
        "definition",
        "definitions",
        "question",
        "answer",
        "word",
        "meaning",
        "translation",
        "vorderseite",
        "rückseite",
        "begriff",
        "erklärung",
        "frage",
        "antwort",
        "wort",
        "bedeutung",
        "übersetzung",
        "vokabel",
        "english",
        "german",
        "french",
        "spanish",
        "latin",
        "italian",
        "englisch",
        "deutsch",
        "französisch",
        "spanisch",
        "latein",
        "italienisch",
        "country",
        "capital",
        "land",
        "hauptstadt",
    ]
)


class Pair(NamedTuple):
    """The two sides of a card."""

    front: str
    back: str


def listed_cards(text: str) -> list[Pair]:
    """The cards that the whole text is; [] if it is something else."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = _by_tab(lines) or _between_semicolons(lines) or _by_other(lines)
    if found and all(word.casefold().strip() in HEADS for word in found[0]):
        found = found[1:]
    return found


def _by_tab(lines: list[str]) -> list[Pair]:
    """Lines with one tab; those without go on with the definition above them."""
    if not lines or "\t" not in lines[0]:
        return []
    pairs: list[Pair] = []
    for line in lines:
        parts = line.strip("\r\n ").split("\t")
        if len(parts) > 2:
            return []
        if len(parts) == 1:
            pairs[-1] = pairs[-1]._replace(back=f"{pairs[-1].back} {line.strip()}")
        else:
            pairs.append(Pair(*(part.strip() for part in parts)))
    continued = len(lines) - len(pairs)
    fit = len(pairs) >= TABS_AT_LEAST and continued <= MOST_CONTINUED * len(lines)
    return pairs if fit and _is_deck(pairs) else []


def _between_semicolons(lines: list[str]) -> list[Pair]:
    """All cards on a line or two, with semicolons between them."""
    if len(lines) > 2 or sum(line.count(";") for line in lines) < CARDS_AT_LEAST - 1:
        return []
    chunks = [chunk.strip(" \n") for chunk in ";".join(lines).split(";") if chunk.strip()]
    if chunks and "\t" in chunks[0]:
        return _by_tab(chunks)
    return _parted(chunks, COMMA) or _by_other(chunks)


def _by_other(lines: list[str]) -> list[Pair]:
    """Lines that all hold the same separator, none of which could be an item, a sentence or code."""
    if any(ITEM.match(line) for line in lines):
        return []
    for separator in SEPARATORS:
        if lines and separator in lines[0]:
            return _parted(lines, re.compile(re.escape(separator)))
    return _parted(lines, COMMA)


def _parted(lines: list[str], separator: re.Pattern[str]) -> list[Pair]:
    pairs = []
    for line in lines:
        parts = separator.split(line, maxsplit=2)
        if len(parts) != 2 or len(parts[0].split()) > LONGEST_TERM_WORDS:
            return []
        pairs.append(Pair(parts[0].strip(), parts[1].strip()))
    if any(SETTING.fullmatch(pair.front) for pair in pairs):
        return []
    like_code = sum(1 for line in lines if CODE.search(line))
    fit = len(pairs) >= CARDS_AT_LEAST and like_code * 5 <= len(pairs)
    return pairs if fit and _is_deck(pairs) else []


def _is_deck(pairs: list[Pair]) -> bool:
    """Whether both sides are filled, terms differ, and no column is a count, a page or a measured value."""
    if sum(1 for pair in pairs if pair.front and pair.back) < FILLED_AT_LEAST * len(pairs):
        return False
    if any(len(pair.front) > LONGEST_TERM_CHARACTERS for pair in pairs):
        return False
    different = len({pair.front.casefold() for pair in pairs})
    return different >= DIFFERENT_AT_LEAST * len(pairs) and not any(
        _is_measured([pair[side] for pair in pairs]) for side in (0, 1)
    )


def _is_measured(column: list[str]) -> bool:
    """Numbers below a head that is none, or numbers that only rise or fall, as of pages and counts."""
    numbers = [NUMBER.fullmatch(text.rstrip(".)")) is not None for text in column]
    if sum(numbers[1:]) < 0.9 * len(column[1:]):
        return False
    values = list(_values(column))
    return not numbers[0] or values == sorted(values) or values == sorted(values, reverse=True)


def _values(column: list[str]) -> Iterator[float]:
    for text in column:
        digits = re.sub(r"[^\d]", "", text)
        yield float(digits[:15] or 0)
