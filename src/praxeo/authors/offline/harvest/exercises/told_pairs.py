"""Exercises whose key writes out what goes with what: "Match: 1/4, 1/5 – 20 %, 25 %", "1/4 = 25 %, 1/5 = 20 %"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.exercises.asked import MATCHES
from praxeo.authors.offline.harvest.own_questions import OwnQuestion
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Pair

RULE = "own_matching"
FEWEST_PAIRS = 3
LONGEST_SIDE = 12  # words

_BETWEEN_PAIRS = re.compile(r"[;\n]\s*|,\s+")
_BETWEEN_SIDES = re.compile(r"\s*(?:=|→|->|⇒|↔)\s*|\s+[–—-]\s+|:\s+")


def told_pairs(asked: OwnQuestion, phrases: Phrases) -> list[Candidate]:
    """A pair for each that the answer writes out, if both sides of every one stand in the question; else none."""
    if not MATCHES.search(asked.text) or not asked.reference:
        return []
    sides = [
        _BETWEEN_SIDES.split(pair) for pair in _BETWEEN_PAIRS.split(even(asked.told).rstrip("."))
    ]
    if len(sides) < FEWEST_PAIRS or not all(len(pair) == 2 and all(pair) for pair in sides):
        return []
    if not _match(asked, sides):
        return []
    return [
        Candidate(
            kind="matching",
            item=Pair(left=left, right=right, evidence=(asked.block.id, asked.reference)),
            prompt=left,
            answer=right,
            quote=f"{asked.block.text} {asked.quote}",
            rule=RULE,
            group=f"matched {asked.block.id}",
            title=phrases.matching,
            taken=(asked.block.id, asked.reference),
        )
        for left, right in sides
    ]


def _match(asked: OwnQuestion, sides: Sequence[Sequence[str]]) -> bool:
    """Whether all that is matched stands in the question, is short, and stands once on its side."""
    said = [side for pair in sides for side in pair]
    once = all(len({pair[n] for pair in sides}) == len(sides) for n in (0, 1))
    return once and all(side in asked.text and count_words(side) <= LONGEST_SIDE for side in said)
