"""Which term of a claim stands where in a place: those in the place's order, those moved, those missing."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from praxeo.claims.lexicon import are_synonyms
from praxeo.claims.reading import Reading, Term
from praxeo.claims.word_lists import PARTICLES
from praxeo.claims.words import alike


@dataclass(frozen=True)
class Alignment:
    """For each term of the claim its position in the place, None if it is missing.

    `moved` are the claim's terms that stand there out of order; `repeated` those that the place has, but
    not as often; `free` are the positions of the place that no term of the claim took.
    """

    claim: Reading
    place: Reading
    at: tuple[int | None, ...]
    moved: frozenset[int]
    repeated: frozenset[int]
    free: frozenset[int]

    @property
    def share(self) -> float:
        """How many of the claim's terms the place has."""
        found = sum(at is not None for at in self.at) + len(self.repeated)
        return found / len(self.at) if self.at else 1.0

    def missing(self) -> list[int]:
        """The claim's terms that the place does not have."""
        return [i for i, at in enumerate(self.at) if at is None and i not in self.repeated]


def align(claim: Reading, place: Reading) -> Alignment:
    """The longest part of the claim that keeps the place's order, and what else of it stands there."""
    options = _options(claim.terms, place.terms)
    for i, term in enumerate(claim.terms):
        options[i] = options[i] or [
            p for p, other in enumerate(place.terms) if _parted(term, other, claim, place)
        ]
    kept = _longest(options)
    taken = set(kept.values())
    at: list[int | None] = [kept.get(i) for i in range(len(claim.terms))]
    moved, repeated = set(), set()
    for i, positions in enumerate(options):
        if i in kept or not positions:
            continue
        left = [position for position in positions if position not in taken]
        if not left:
            repeated.add(i)
            continue
        before = next((kept[j] for j in range(i, -1, -1) if j in kept), 0)
        at[i] = min(left, key=lambda position: abs(position - before))
        taken.add(at[i])  # type: ignore[arg-type]
        moved.add(i)
    return Alignment(
        claim=claim,
        place=place,
        at=tuple(at),
        moved=frozenset(moved),
        repeated=frozenset(repeated),
        free=frozenset(range(len(place.terms))) - taken,
    )


def same_term(one: Term, other: Term) -> bool:
    """Whether two terms are one number, or one word in whatever form."""
    if one.number or other.number:
        return one.key == other.key
    return alike(one.stem, other.stem) or are_synonyms(one.key, other.key)


def _parted(term: Term, other: Term, claim: Reading, place: Reading) -> bool:
    """Whether one side has a German verb in two parts: "aufgegeben", "gab … auf"."""
    if term.number or other.number:
        return False
    for part in PARTICLES & (claim.words | place.words):
        ours, theirs = term.stem.removeprefix(part), other.stem.removeprefix(part)
        if part in place.words and ours != term.stem and alike(ours, other.stem):
            return True
        if part in claim.words and theirs != other.stem and alike(theirs, term.stem):
            return True
        if part in claim.words and are_synonyms(part + term.stem, other.key):
            return True
    return False


def _options(terms: tuple[Term, ...], others: tuple[Term, ...]) -> list[list[int]]:
    """For each term the positions of the same one among the others; the very same word before its like."""
    exact: dict[str, list[int]] = defaultdict(list)
    for position, other in enumerate(others):
        exact[other.stem].append(position)
    return [
        exact.get(term.stem) or [p for p, other in enumerate(others) if same_term(term, other)]
        for term in terms
    ]


def _longest(options: list[list[int]]) -> dict[int, int]:
    """The longest choice of one position for each that keeps rising (Hunt and Szymanski's way)."""
    ends: list[int] = []
    links: list[tuple[int, int, int]] = []  # term, position, link before it
    last: list[int] = []
    for i, positions in enumerate(options):
        for position in sorted(positions, reverse=True):
            length = bisect_left(ends, position)
            before = last[length - 1] if length else -1
            links.append((i, position, before))
            if length == len(ends):
                ends.append(position)
                last.append(len(links) - 1)
            else:
                ends[length], last[length] = position, len(links) - 1
    chosen: dict[int, int] = {}
    at = last[-1] if last else -1
    while at >= 0:
        i, position, at = links[at]
        chosen[i] = position
    return chosen
