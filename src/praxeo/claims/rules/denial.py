"""Denial: neither side denies what the other affirms, and no word is turned into its opposite."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.lexicon import are_opposite
from praxeo.claims.reading import Reading, Term
from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.word_lists import DEGREES

ALIKE_SHARE = 0.6
NOTHING = frozenset(("zero", "null", "0", "absent"))
_BOUNDS = frozenset(("atmost", "atleast"))
_NOT = frozenset(("not", "cannot", "can't", "don't", "doesn't", "didn't", "isn't", "won't"))
_PAIR = 2
SLOT = 2  # terms around the place where the word should stand


def check_denial(held: Held) -> Iterator[Objection]:
    """What the claim denies and the place does not, or the other way round."""
    claim, place, at = held.claim, held.place, held.alignment.at
    pairs = [(claim.terms[i], place.terms[p]) for i, p in enumerate(at) if p is not None]
    turned = [
        (one, other)
        for one, other in pairs
        if one.denied != other.denied and not _also(place, one.stem, one.denied)
    ]
    if _by_no(held, turned):
        return
    if any(one.denied for one, _ in turned) and any(other.denied for _, other in turned):
        yield Objection("denied")  # the denial went to another word
    elif (
        held.nearly_same
        and claim.negations != place.negations
        and not _zero_for_no(held)
        and not _by_opposite(held)
    ) or any(one.denied and not _denies(held, other.clause) for one, other in turned):
        yield Objection("denied")
    elif any(other.denied and not _clause_denies(held, one.clause) for one, other in turned):
        yield Objection("denied", doubt=held.asks or bool(claim.stems & NOTHING))
    elif not turned and pairs and claim.negations and not _denied_near(held):
        yield Objection("denied", doubt=held.asks or place.negations > 0)


def _also(place: Reading, stem: str, denied: bool) -> bool:
    """Whether the place has the word a second time, denied or not as the claim has it."""
    return any(other.stem == stem and other.denied == denied for other in place.terms)


def _by_no(held: Held, turned: list[tuple[Term, Term]]) -> bool:
    """Whether one side says "no light escapes" and the other "light does not escape"."""
    ours, theirs = (bool(side.words & _NOT) for side in (held.claim, held.place))
    no = ("no" in held.claim.words and theirs) or ("no" in held.place.words and ours)
    one = [held.claim.terms.index(one) for one, _ in turned]
    return no and ours != theirs and len(one) == _PAIR and one[0] + 1 == one[1]


def _by_opposite(held: Held) -> bool:
    """Whether one side denies the word whose opposite the other has: "not soluble", "insoluble"."""
    missing = [held.claim.terms[i] for i in held.alignment.missing()]
    free = [held.place.terms[p] for p in held.alignment.free]
    return any(
        one.denied != other.denied and are_opposite(one.key, other.key)
        for one in missing
        for other in free
    )


def _clause_denies(held: Held, clause: int) -> bool:
    return any(term.denied and term.clause == clause for term in held.claim.terms)


def _zero_for_no(held: Held) -> bool:
    return bool(held.claim.stems & NOTHING) != bool(held.place.stems & NOTHING)


def _denies(held: Held, clause: int) -> bool:
    if held.place.stems & NOTHING:
        return True
    return any(other.denied and other.clause == clause for other in held.place.terms)


def _denied_near(held: Held) -> bool:
    if held.place.negations > 0 or held.place.stems & NOTHING:
        return True
    return held.around.negations > 0 and not held.nearly_same


def check_opposites(held: Held) -> Iterator[Objection]:
    """A word of the claim in whose place the source has the opposite."""
    if held.alignment.share >= ALIKE_SHARE:
        ours, theirs = held.claim.words - held.place.words, held.place.words - held.claim.words
        if any(
            are_opposite(one, other)
            and not any(_of_another_bound(held, each) for each in (one, other))
            for one in ours & DEGREES
            for other in theirs & DEGREES
        ) or _led_otherwise(held):
            yield Objection("opposite", doubt=held.asks)
    at = held.alignment.at
    for i, term in enumerate(held.claim.terms):
        if at[i] is not None or term.number:
            continue
        before, after = held.neighbours(i)
        low, high = min(before, after) - SLOT, max(before, after) + SLOT
        for position in held.alignment.free:
            other = held.place.terms[position]
            if low <= position <= high and are_opposite(term.key, other.key):
                if term.denied == other.denied:
                    yield Objection("opposite")
                return


def _of_another_bound(held: Held, word: str) -> bool:
    """Whether "over" or "under" beside "at most" or "at least" may bound something else: in no like sentence."""
    bounded = (held.claim.words | held.place.words) & _BOUNDS
    return bool(bounded) and word in ("over", "under") and not held.nearly_same


def _led_otherwise(held: Held) -> bool:
    """Whether a word stands after the opposite preposition: "out of step" for "in step"."""
    pairs = [
        (held.claim.terms[i].lead, held.place.terms[p].lead)
        for i, p in enumerate(held.alignment.at)
        if p is not None
    ]
    return any(one and other and are_opposite(one, other) for one, other in pairs)
