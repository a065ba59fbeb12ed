"""Vocabulary lists: words and phrases in two languages, each a card in both directions, as somebody wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.language_names import taught_in
from praxeo.authors.offline.harvest.tables import rows_of
from praxeo.authors.offline.language import language_told
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Card

RULE = "vocabulary"
FEWEST_LINES = 3  # of a list in two languages
LONGEST_SIDE = 90  # characters
MOST_NAMES = 0.5  # of the lines of one side; more of them are a list of people and what they do
_BESIDE = re.compile(  # what stands in further columns of a vocabulary
    r"(?:examples?|example sentences?|sentences?|notes?|pronunciation|plural|beispiele?|beispiels(?:atz|sätze)|sätze?|notiz(?:en)?|aussprache|merkhilfe|exemples?|phrases?|"
    r"remarques?|prononciation|ejemplos?|frases?|notas?|pronunciación)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+(?:[–—-]|=|→)\s+")


def vocabulary_cards(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """Two cards for each word and its translation, in tables under names of languages and in lists."""
    pairs = [*_of_tables(placed), *_of_lists(placed)]
    found: dict[tuple[str, str], Candidate] = {}
    for left, right, reference, quote in pairs:
        for front, back in ((left, right), (right, left)):
            found.setdefault((front, back), _card(front, back, reference, quote))
    return list(found.values())


def _of_tables(placed: Sequence[RoledBlock]) -> Iterator[tuple[str, str, str, str]]:
    for one in placed:
        rows = rows_of(one.block) if one.block.kind == "table" else []
        if (
            not rows
            or len(rows[0]) < 2
            or not taught_in(*rows[0][:2])
            or not all(map(_BESIDE.fullmatch, rows[0][2:]))
        ):
            continue
        lines = one.block.text.split("\n")
        for number, (left, right, *_) in enumerate(rows[1:], 2):
            if _is_side(left) and _is_side(right):
                yield left, right, f"{one.block.id}.{number}", lines[number - 1]


def _of_lists(placed: Sequence[RoledBlock]) -> Iterator[tuple[str, str, str, str]]:
    """Lists whose lines have one language before a dash and another after it."""
    kinds = ("list_item", "paragraph")
    for (_, kind), run in groupby(placed, key=lambda one: (one.topic, one.block.kind)):
        if kind not in kinds:
            continue
        told = [(one, _BETWEEN.split(even(one.block.text))) for one in run]
        pairs = [(one, sides) for one, sides in told if len(sides) == 2 and all(map(_is_side, sides))]  # fmt: skip
        if len(pairs) < FEWEST_LINES or len(pairs) * 3 < len(told) * 2:
            continue
        if any(_are_names([sides[at] for _, sides in pairs]) for at in (0, 1)):
            continue
        tongues = [language_told(" ".join(sides[at] for _, sides in pairs)) for at in (0, 1)]
        if all(tongues) and tongues[0] != tongues[1]:
            for one, (left, right) in pairs:
                yield left, right, one.block.id, one.block.text


def _are_names(texts: list[str]) -> bool:
    """Whether most of them are several words that all begin with a capital: "Linda Gao"."""
    named = [t for t in texts if len(t.split()) > 1 and all(w[:1].isupper() for w in t.split())]
    return len(named) > MOST_NAMES * len(texts)


def _is_side(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and len(text) <= LONGEST_SIDE


def _card(front: str, back: str, reference: str, quote: str) -> Candidate:
    return Candidate(
        kind="flashcards",
        item=Card(front=front, back=back, evidence=(reference,)),
        prompt=front,
        answer=back,
        quote=quote,
        rule=RULE,
    )
