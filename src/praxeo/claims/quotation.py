"""Quotations: claims whose words stand in the source one after the other, and mean there what they say."""

from __future__ import annotations

from praxeo.claims.reading import read_text
from praxeo.claims.source_places import Place, SourcePlaces
from praxeo.claims.statements import Claim
from praxeo.claims.word_lists import AUXILIARIES
from praxeo.claims.words import tokens_of

WORDS_LEAST = 2  # fewer make no statement
_BETWEEN = AUXILIARIES | {
    "means",
    "called",
    "heißt",
    "bedeutet",
    "the",
    "a",
    "an",
    "der",
    "die",
    "das",
    "ein",
    "eine",
}
BETWEEN_MOST = 3


def quotation(places: SourcePlaces, claim: Claim) -> tuple[Place, ...]:
    """The places of a claim that is a quotation; none if it is not.

    A part of a sentence is one only where nothing left out denies it, bounds it or sets it a condition.
    """
    text = claim.text
    if claim.lead:
        return () if claim.asks else _two_sided(places, claim)
    found = places.quoted(text)
    return found if found and _keeps_its_sense(text, found) else ()


def _two_sided(places: SourcePlaces, claim: Claim) -> tuple[Place, ...]:
    """Both sides word for word in one place, with nothing but "is" or "means" between them."""
    lead, key = ([token.key for token in tokens_of(side)] for side in (claim.lead, claim.key))
    if not lead or not key or len(lead) + len(key) < WORDS_LEAST + 1:
        return ()
    for place in places.with_words({*lead, *key}):
        words = [token.key for token in tokens_of(place.text)]
        start = _find(words, lead, 0)
        after = _find(words, key, start + len(lead)) if start >= 0 else -1
        between = words[start + len(lead) : after] if after >= 0 else None
        if between is not None and len(between) <= BETWEEN_MOST and set(between) <= _BETWEEN:
            whole = place.text
            if _keeps_its_sense(f"{claim.lead} {claim.key}", (place,)) and whole:
                return (place,)
    return ()


def _find(words: list[str], wanted: list[str], start: int) -> int:
    for at in range(start, len(words) - len(wanted) + 1):
        if words[at : at + len(wanted)] == wanted:
            return at
    return -1


def _keeps_its_sense(text: str, places: tuple[Place, ...]) -> bool:
    claim, whole = read_text(text), read_text(" ".join(place.text for place in places))
    return (
        claim.negations == whole.negations
        and len(claim.links) == len(whole.links)
        and not (whole.weak | whole.strong) - claim.weak - claim.strong
    )
