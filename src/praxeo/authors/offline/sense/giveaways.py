"""Meanings that name their term: whole, or in the parts of a compound ("Schrittmotor": a motor that turns in steps)."""

from __future__ import annotations

from collections.abc import Sequence

FEWEST_BESIDE_TERM = 4  # words that a meaning says beside a term that it names whole
SHORTEST_PART, LONGEST_ENDING = 4, 2  # letters of a part of a compound, and of what may follow it
SHORTEST_STEM = 6  # letters
NAMED = 0.7  # of the letters of a term that its meaning says
_EMPTY = frozenset(
    [
        "which",
        "that",
        "with",
        "used",
        "from",
        "into",
        "some",
        "such",
        "contain",
        "contains",
        "having",
        "have",
        "eine",
        "einer",
        "einem",
        "eines",
        "dass",
        "welche",
        "sont",
        "dans",
        "pour",
        "avec",
        "wird",
        "werden",
        "wurde",
        "verwendet",
        "verwendete",
        "benutzt",
        "kind",
        "type",
        "ohne",
        "without",
    ]
)


def goes_round(term: Sequence[str], told: Sequence[str]) -> bool:
    """Whether a meaning names all of its term and says little else. Both as lower-case words."""
    told = [part for word in told for part in word.split("-")]
    named = [word for word in term if len(word) > 2 and word not in _EMPTY]
    letters = sum(map(len, named))
    parts = {_part(word) for word in told if len(word) >= SHORTEST_PART and word not in _EMPTY}
    said = sum(len(word) if word in told else _covered(word, parts) for word in named)
    if not letters or said < NAMED * letters:
        return False
    new = {word for word in told if len(word) > 3 and word not in _EMPTY and not _is_part(word, named)}  # fmt: skip
    return len(new) < FEWEST_BESIDE_TERM


def names_stem(term: str, told: Sequence[str]) -> bool:
    """Whether a meaning has a term of one word in another form: "Schedule": when a job will be scheduled."""
    least = max(SHORTEST_STEM, -(-len(term) * 4 // 5))
    return " " not in term and any(_alike(term.lower(), word) >= least for word in told)


def _alike(one: str, two: str) -> int:
    """How many letters two words begin with alike."""
    return next(
        (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
        min(len(one), len(two)),
    )


def _part(word: str) -> str:
    return word[: max(SHORTEST_PART, len(word) - LONGEST_ENDING)]


def _is_part(word: str, named: Sequence[str]) -> bool:
    return any(_part(word) in one for one in named)


def _covered(word: str, parts: set[str]) -> int:
    """How many letters of a word its meaning's words are; an ending that is left over counts with them."""
    places = [False] * len(word)
    for part in parts:
        at = word.find(part)
        while at >= 0:
            places[at : at + len(part)] = [True] * len(part)
            at = word.find(part, at + 1)
    rest = len(word) - sum(places)
    return len(word) if any(places) and rest <= LONGEST_ENDING else sum(places)
