"""Numbers: each stands in the place, with the noun or unit that it counts."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.word_lists import UNIT_SIGNS, UNITS


def check_figures(held: Held) -> Iterator[Objection]:
    """What is wrong about the claim's numbers."""
    terms = held.claim.terms
    for i, term in enumerate(terms):
        if not term.number:
            if i in held.claim.ones and _of_several(held, i):
                yield Objection("number_of")
            continue
        at = held.alignment.at[i]
        if at is None:
            asked_for = held.asks and term.spelled  # "Name two of them"
            said = term.key == "1" and held.place.ones
            if not (said or asked_for or i in held.alignment.repeated or held.around_has(term)):
                elsewhere = (held.asks or held.free) and term.key in held.known
                yield Objection("number", doubt=elsewhere or _a_part(held, i))
        elif _of_another(held, i, at):
            yield Objection("number_of")


def _a_part(held: Held, i: int) -> bool:
    """Whether it is a part told in words, or a free wording's ordinal, which say less than a number: "half of us"."""
    after = held.claim.terms[i + 1].key if i + 1 < len(held.claim.terms) else ""
    loose = after == UNIT_SIGNS["percent"] or (held.free and after == "th")
    return held.claim.terms[i].spelled and loose


def _of_several(held: Held, i: int) -> bool:
    """Whether the place has more than one of what the claim has one of: "one drone", "twenty drones"."""
    at = held.alignment.at[i]
    before = held.place.terms[at - 1] if at else None
    return bool(before and before.number and before.key != "1" and at not in held.place.ones)


def _of_another(held: Held, i: int, at: int) -> bool:
    """Whether what follows the number is in the place another number's, or is another unit."""
    terms, others = held.claim.terms, held.place.terms
    if i + 1 >= len(terms) or terms[i + 1].number or terms[i + 1].clause != terms[i].clause:
        return False
    noun, there = terms[i + 1], others[at + 1] if at + 1 < len(others) else None
    if there and noun.key in UNITS and there.key in UNITS and noun.key != there.key:
        return True
    where = held.alignment.at[i + 1]
    if where is None or where == at + 1:
        return False
    if where in held.place.ones and i + 1 not in held.claim.ones:
        return True
    if where == 0:
        return False
    before = others[where - 1]
    return before.number and where - 1 != at and before.key != terms[i].key
