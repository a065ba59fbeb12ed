"""Numbers: each stands in the place, with the noun or unit that it counts."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.word_lists import UNITS


def check_figures(held: Held) -> Iterator[Objection]:
    """What is wrong about the claim's numbers."""
    terms = held.claim.terms
    for i, term in enumerate(terms):
        if not term.number:
            continue
        at = held.alignment.at[i]
        if at is None:
            asked_for = held.asks and term.spelled  # "Name two of them"
            if not (asked_for or i in held.alignment.repeated or held.around_has(term)):
                elsewhere = (held.asks or held.free) and term.key in held.known
                yield Objection("number", doubt=elsewhere)
        elif _of_another(held, i, at):
            yield Objection("number_of")


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
