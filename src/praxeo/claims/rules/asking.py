"""Questions: what they say beside asking stands in the source, too, and the answer is more than their words."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.lexicon import are_opposite
from praxeo.claims.rules.denial import NOTHING
from praxeo.claims.rules.held import Held, Objection


def check_answer(key: Held, lead: Held) -> Iterator[Objection]:
    """An answer of which nothing stands at or near the place, or only what the question took from it."""
    words = {term.stem for term in key.claim.terms}
    if not lead.asks or not words or (words <= NOTHING and key.place.negations):
        return  # "no resistance" answers with zero
    if not words & key.near and len(key.missing()) == len(key.claim.terms):
        yield Objection("answer")
    elif words <= lead.claim.stems and not _twice(key, words):
        free = [key.place.terms[p].key for p in lead.alignment.free]
        turned = any(are_opposite(t.key, other) for t in key.claim.terms for other in free)
        yield Objection("answer", doubt=not turned)


def check_asked(held: Held) -> Iterator[Objection]:
    """Words of a question that the place lacks, though the source has them nearby: of something else."""
    if held.asks and any(
        not held.claim.terms[i].number and held.claim.terms[i].stem in held.near
        for i in held.missing()
    ):
        yield Objection("asked", doubt=True)


def _twice(held: Held, words: set[str]) -> bool:
    stems = [term.stem for term in held.place.terms]
    return any(stems.count(word) > 1 for word in words)
