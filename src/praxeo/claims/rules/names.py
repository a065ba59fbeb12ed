"""Names: each stands in the place, or around it for a pronoun there."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.lexicon import is_listed
from praxeo.claims.reading import Term
from praxeo.claims.rules.held import Held, Objection

NEARLY_SAME_SHARE = 0.6


def check_names(held: Held) -> Iterator[Objection]:
    """What is wrong about the claim's names."""
    if not held.capitals_name:
        return
    missing = set(held.missing())
    for i, term in enumerate(held.claim.terms):
        if not _is_name(held, term) or held.alignment.at[i] is not None:
            continue
        if i in missing:
            if not _initials(held, term):
                elsewhere = (held.asks or held.free) and term.stem in held.known
                yield Objection(
                    "name", doubt=elsewhere or not (term.name or term.key in held.names)
                )
        elif i not in held.alignment.repeated and _changed(held):
            yield Objection("name")


def _is_name(held: Held, term: Term) -> bool:
    """What begins a sentence counts as a name if the source has it with a capital only."""
    if term.name or not term.first:
        return term.name
    return term.key in held.names or (term.stem not in held.known and not is_listed(term.key))


def _changed(held: Held) -> bool:
    """Whether a claim that is nearly the place's sentence lacks a name that this has."""
    if held.alignment.share < NEARLY_SAME_SHARE:
        return False
    return any(held.place.terms[p].name for p in held.alignment.free)


def _initials(held: Held, term: Term) -> bool:
    """Whether the name is made of the first letters of terms that follow each other in the place."""
    letters = "".join(other.key[0] for other in held.place.terms)
    return 2 <= len(term.key) <= 6 and term.key in letters
