"""How much is claimed: words such as all, only and must, and what stands before, after, because or if."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.reading import Reading
from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.word_lists import NEEDING, STRICT_LINKS

_LIMITED = frozenset(("some", "few", "several", "rarely", "seldom"))
_ADDED = frozenset(("all", "only", "must"))
BOUND_TERMS = 3  # of a condition, none of which the claim has
_ANY_OF, _ALL_OF = frozenset(("or", "oder")), frozenset(("and", "und"))
# "since" says either, and what is so until then is so before
_BOTH = frozenset(("both", "beide", "beiden"))
_CLASS = {"since": "because", "despite": "although", "until": "before"}
_YET = frozenset(
    ("but", "yet", "however", "nevertheless", "while", "whereas", "aber", "doch", "jedoch")
)
_DESPITE = frozenset(("although", "unless"))
_SO = frozenset(
    ("so", "therefore", "thus", "hence", "deshalb", "daher", "darum", "deswegen", "somit")
)
_THEN = frozenset(("then", "later", "afterwards", "dann", "danach", "später"))
_DOING = ("by", "through", "durch", "bei", "mit", "with")


def check_strength(held: Held) -> Iterator[Objection]:
    """Words that claim more than the place does."""
    more = held.claim.strong - held.place.strong - held.around.strong - _said_otherwise(held.place)
    for word in sorted(more):
        softened = bool(held.place.weak - held.claim.weak) or "most" in held.place.strong
        yield Objection("strength", doubt=held.asks or not (word in _ADDED or softened))
    if held.place.weak & _LIMITED and not held.claim.weak & _LIMITED and not more:
        yield Objection("strength", doubt=True)
    ours, theirs = held.claim.words - held.place.words, held.place.words - held.claim.words
    if held.nearly_same and (
        (ours & _ANY_OF and theirs & _ALL_OF) or (ours & _ALL_OF and theirs & _ANY_OF)
    ):
        yield Objection("strength", doubt=True)
    if held.whole and _narrowed(held):
        yield Objection("strength", doubt=True)


def _said_otherwise(place: Reading) -> frozenset[str]:
    """What a place says without a strong word: "requires" for "must", "both" for "each"."""
    must = ("must",) if place.words & NEEDING else ()
    return frozenset((*must, *(("all",) if place.words & _BOTH else ())))


def check_links(held: Held) -> Iterator[Objection]:
    """What orders in time, gives a cause or sets a condition governs the same in both."""
    claim, place, at = held.claim, held.place, held.alignment.at
    governed = {_CLASS.get(link, link) for link, _ in (*place.links, *held.around.links)}
    for link, i in claim.links:
        if link == "while":
            continue
        if _CLASS.get(link, link) in governed:
            if i < len(at) and _elsewhere(held, link, i):
                yield Objection("link", doubt=held.asks or link not in STRICT_LINKS)
        elif _said_without(held, link, i):
            continue
        elif not (link == "if" and _by_doing(held, i)):
            bound = i < len(at) and at[i] is not None
            strict = link in STRICT_LINKS
            if strict or not held.whole or governed & _DESPITE:
                yield Objection("link", doubt=held.asks or not (strict and bound))


def check_bounds(held: Held) -> Iterator[Objection]:
    """A condition that the place sets and the claim leaves out."""
    if not held.whole:
        return
    free = held.alignment.free
    bounds = [i for link, i in held.place.links if link in ("if", "unless", "until")]
    bounds += [i for i, term in enumerate(held.place.terms) if term.lead == "without"]
    terms = held.place.terms
    for i in bounds:
        clause = (
            [j for j in range(i, len(terms)) if terms[j].clause == terms[i].clause]
            if i < len(terms)
            else []
        )
        if clause and all(j in free for j in clause[:BOUND_TERMS]):
            yield Objection("bounds", doubt=True)


def _elsewhere(held: Held, link: str, i: int) -> bool:
    """Whether the place has this link, but behind most of what the claim's governs."""
    starts = [start for name, start in held.place.links if name == link]
    clause = held.claim.terms[i].clause
    positions = [
        at
        for j, at in enumerate(held.alignment.at)
        if at is not None and held.claim.terms[j].clause == clause
    ]
    before = sum(min(starts) > at for at in positions) if starts else 0
    return before > len(positions) / 2


def _said_without(held: Held, link: str, i: int) -> bool:
    """Whether the place says without a link what the claim says by one."""
    words = held.place.words
    if _CLASS.get(link, link) == "although" and words & _YET:
        return True
    if link == "before" and words & _THEN and i not in held.alignment.moved:
        return True
    return _CLASS.get(link, link) == "because" and _therefore(held, i)


def _therefore(held: Held, i: int) -> bool:
    """Whether the place says "A, so B" of what the claim says "B, because A"."""
    if not held.place.words & _SO or i >= len(held.claim.terms):
        return False
    terms, at = held.claim.terms, held.alignment.at
    cause = [p for j, p in enumerate(at) if p is not None and terms[j].clause == terms[i].clause]
    rest = [p for j, p in enumerate(at) if p is not None and terms[j].clause != terms[i].clause]
    return bool(cause and rest) and sum(p > max(rest) for p in cause) == 0


def _by_doing(held: Held, i: int) -> bool:
    """Whether the place says as a thing done what the claim sets as a condition: "Halving it doubles …"."""
    clause = held.claim.terms[i].clause if i < len(held.claim.terms) else -1
    done = [
        held.place.terms[at]
        for j, at in enumerate(held.alignment.at)
        if at is not None and held.claim.terms[j].clause == clause
    ]
    return any(term.key.endswith(("ing", "ung")) or term.lead in _DOING for term in done)


def _narrowed(held: Held) -> bool:
    """Whether the place says of fewer what the claim says of all: "all free people", "all people"."""
    ours = {name for name, _ in held.claim.strong_at}
    return any(
        name in ours & _ADDED and start in held.alignment.free and name == "all"
        for name, start in held.place.strong_at
    )
