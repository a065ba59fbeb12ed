"""Stitched halves: words of one sentence that go on with those of another."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.word_lists import POINTERS

_STANDS_FOR = POINTERS | {"you", "we"}
MISSING_LEAST = 3  # terms together that the place lacks


def check_stitched(held: Held) -> Iterator[Objection]:
    """Runs of words that the place lacks, and ends of one clause joined to the beginning of another."""
    if held.asks:
        return
    run, missing = 0, held.missing()
    for i in missing:
        run = run + 1 if i - 1 in missing else 1
        if run == MISSING_LEAST:
            yield Objection("added", doubt=True)
    if held.whole and len(missing) >= MISSING_LEAST:
        stems = {held.claim.terms[i].stem for i in missing}
        if len(stems) >= MISSING_LEAST and held.elsewhere(frozenset(stems)):
            yield Objection("stitched")
    if held.whole and _of_another_thing(held, set(missing)):
        yield Objection("stitched", doubt=True)
    yield from _skipped_breaks(held)


def _of_another_thing(held: Held, missing: set[int]) -> bool:
    """Whether the claim says of a thing what the place says of "it", with nothing of the thing around."""
    first = next((i for i, position in enumerate(held.alignment.at) if position is not None), 0)
    if not first or held.alignment.at[first] or not held.place.words & _STANDS_FOR:
        return False
    return all(i in missing for i in range(first))


def _skipped_breaks(held: Held) -> Iterator[Objection]:
    at = held.alignment.at
    for i in range(1, len(at)):
        before, position = at[i - 1], at[i]
        if before is None or position is None or position <= before + 1:
            continue
        if held.claim.terms[i].clause != held.claim.terms[i - 1].clause:
            continue
        for start in held.place.breaks:
            if before < start < position:
                yield Objection("stitched")
                return
