"""Replaced words: a sentence that is nearly the place's, but for a word in the place of another."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection

NEARLY_SAME_SHARE = 0.6
SLOT_WORDS_MOST = 3


def check_replaced(held: Held) -> Iterator[Objection]:
    """Words that took another's place. One that the source has elsewhere is a wrong one."""
    alignment = held.alignment
    if held.asks or alignment.share < NEARLY_SAME_SHARE:
        return
    missing = held.missing()
    for i in (*missing, *(alignment.repeated if held.nearly_same else ())):
        term = held.claim.terms[i]
        if held.reworded and not _is_head(held, i):
            continue
        if not term.number and _takes_a_place(held, i):
            known = i not in missing or term.stem in held.known
            yield Objection("replaced", doubt=not known)


def _takes_a_place(held: Held, i: int) -> bool:
    return bool(slot := _slot(held, i)) and (_is_head(held, i) or len(slot) <= SLOT_WORDS_MOST)


def _is_head(held: Held, i: int) -> bool:
    """Whether it stands before all that the place has: it is of whom or what the claim speaks."""
    return all(position is None for position in held.alignment.at[:i])


def _slot(held: Held, i: int) -> list[int]:
    """The words of the place that stand where the claim has its own, none of them its own."""
    before, after = held.neighbours(i)
    words = (p for p in range(before + 1, after) if not held.place.terms[p].number)
    return [p for p in words if p in held.alignment.free]
