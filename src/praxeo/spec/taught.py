"""The terms that an activity teaches: listed as such, or matched with what they mean."""

from __future__ import annotations

from praxeo.domain.spec import Activity, Pair, Term

LONGEST_NAME = 5  # words of a term
SHORTEST_MEANING = 3  # words of what it means


def taught_terms(activity: Activity) -> tuple[Term, ...]:
    """Its terms with their meanings, in their order; none where it practises something else.

    Pairs count where each has a meaning on its left and a shorter name on its right.
    """
    terms = [item for item in activity.items if isinstance(item, Term)]
    pairs = [item for item in activity.items if isinstance(item, Pair)]
    if activity.kind == "matching" and all(map(_names, pairs)):
        terms += [Term(term=p.right, definition=p.left, evidence=p.evidence) for p in pairs]
    return tuple(terms)


def _names(pair: Pair) -> bool:
    name, meaning = len(pair.right.split()), len(pair.left.split())
    return name <= LONGEST_NAME and meaning >= SHORTEST_MEANING and name < meaning
