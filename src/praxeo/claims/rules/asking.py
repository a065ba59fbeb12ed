"""Questions: what they say beside asking stands in the source, too, or the answer may be another question's."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection


def check_answer(key: Held, *, asks: bool) -> Iterator[Objection]:
    """An answer of which nothing stands at or near the place."""
    words = {term.stem for term in key.claim.terms}
    if asks and words and not words & key.near and len(key.missing()) == len(key.claim.terms):
        yield Objection("answer")


def check_asked(held: Held) -> Iterator[Objection]:
    """Words of a question that the place lacks, though the source has them nearby: of something else."""
    if held.asks and any(
        not held.claim.terms[i].number and held.claim.terms[i].stem in held.near
        for i in held.missing()
    ):
        yield Objection("asked", doubt=True)
