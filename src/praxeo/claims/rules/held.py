"""A claim held against one place of a source, and what a rule may have against it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from praxeo.claims.alignment import Alignment
from praxeo.claims.reading import Reading, Term

NEARLY_SAME_SHARE = 0.8
REWORDED_LEAST = 4  # words that are new or stand elsewhere
NEW_LEAST = 2
FREE_SHARE = 0.5  # of the claim's terms


@dataclass(frozen=True)
class Objection:
    """What a rule has against a claim: the place says otherwise, or only does not say it (`doubt`)."""

    rule: str
    doubt: bool = False


@dataclass(frozen=True)
class Held:
    """`around` is what a reader takes along from heading and sentences before; `near` are the stems and
    numbers of the whole block and its neighbours, `known` those of the whole source. `asks`: the words are
    those of a question, which may lead over and need not stand there."""

    alignment: Alignment
    around: Reading
    near: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    asks: bool = False
    whole: bool = False  # one statement, and no side of a pair
    capitals_name: bool = True  # not in German
    names: frozenset[str] = frozenset()  # words the source has with a capital only
    elsewhere: Callable[[frozenset[str]], bool] = (
        bool  # whether a place far from this has all of these
    )

    @property
    def claim(self) -> Reading:
        """The words that are held against the place."""
        return self.alignment.claim

    @property
    def place(self) -> Reading:
        """The place's own words."""
        return self.alignment.place

    def around_has(self, term: Term) -> bool:
        """Whether a term stands around the place."""
        return term.key in self.around.numbers if term.number else term.stem in self.around.stems

    @property
    def free(self) -> bool:
        """Whether the wording is free: then order, links and denials say little."""
        return self.alignment.share < FREE_SHARE

    @property
    def nearly_same(self) -> bool:
        """Whether claim and place are one sentence but for a word or two."""
        common = sum(at is not None for at in self.alignment.at)
        return common >= NEARLY_SAME_SHARE * max(len(self.claim.terms), len(self.place.terms)) > 0

    @property
    def reworded(self) -> bool:
        """Whether a whole sentence is told anew: who tells a falsehood in its words changes one thing."""
        new = len(self.claim.forms - self.place.forms)
        told = new + len(self.alignment.moved)
        return self.whole and new >= NEW_LEAST and told >= REWORDED_LEAST

    def missing(self) -> list[int]:
        """The claim's terms that stand neither in the place nor around it."""
        return [
            i
            for i in self.alignment.missing()
            if not self.around_has(self.alignment.claim.terms[i])
        ]

    def neighbours(self, i: int) -> tuple[int, int]:
        """Where the place would have the claim's term `i`: after this position and before that one."""
        at = self.alignment.at
        before = next((p for p in reversed(at[:i]) if p is not None), -1)
        after = next((p for p in at[i + 1 :] if p is not None), len(self.place.terms))
        return before, after
