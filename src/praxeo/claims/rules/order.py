"""Order: who did what to whom, and which name or number goes with what."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection

CLOSE_SHARE = 0.75  # of the claim's terms
_INVERTING = frozenset(["called", "named", "known", "heißt", "nennt", "genannt"])


def check_order(held: Held) -> Iterator[Objection]:
    """Terms that changed places without what may move them: a passive, a preposition, a list."""
    at = held.alignment.at
    groups = list(_groups(sorted(held.alignment.moved), at))
    same_words = held.whole and held.claim.words <= held.place.words
    for group in groups:
        crossed = _crossed(held, group)
        if not crossed:
            continue
        listed = _in_list(held, group, crossed)
        if same_words and not listed and (len(groups) > 1 or not _led_alike(held, group[0])):
            yield Objection("order")  # the same words, and not one phrase of them put elsewhere
        elif not (listed or _may_move(held, group, crossed)):
            yield Objection("order", doubt=held.asks or _apart(held, [*group, *crossed]))


def _apart(held: Held, terms: list[int]) -> bool:
    """Whether the terms stand in several clauses, or in a free wording, where order says less."""
    clauses = {held.place.terms[held.alignment.at[i] or 0].clause for i in terms}
    return len(clauses) > 1 or held.alignment.share < CLOSE_SHARE or bool(held.missing())


def _groups(moved: list[int], at: tuple[int | None, ...]) -> Iterator[list[int]]:
    """Moved terms that stand together on both sides."""
    group: list[int] = []
    for i in moved:
        if group and (i != group[-1] + 1 or at[i] != (at[group[-1]] or 0) + 1):
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def _crossed(held: Held, group: list[int]) -> list[int]:
    """The terms that stand on the other side of the group in the place."""
    at, first = held.alignment.at, held.alignment.at[group[0]] or 0
    return [
        i
        for i, position in enumerate(at)
        if position is not None and i not in group and (i < group[0]) != (position < first)
    ]


def _may_move(held: Held, group: list[int], crossed: list[int]) -> bool:
    terms, others, at = held.claim.terms, held.place.terms, held.alignment.at
    if held.claim.words & _INVERTING or held.place.words & _INVERTING:
        return True
    if _led_alike(held, group[0]) or _led_alike(held, crossed[0]):
        return True
    # A passive, or what is said of a thing before its name.
    return any(terms[i].be != others[at[i] or 0].be for i in (*group, *crossed))


def _led_alike(held: Held, i: int) -> bool:
    """Whether the same preposition or link stands before a term on both sides."""
    one, other = held.claim.terms[i], held.place.terms[held.alignment.at[i] or 0]
    if one.number and one.lead and not other.lead and not held.alignment.at[i]:
        return True  # a date at the head of its line
    return bool(one.lead) and one.lead == other.lead


def _in_list(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether what changed places are members of one list on both sides, whose order says nothing."""
    terms, others, at = held.claim.terms, held.place.terms, held.alignment.at
    span = sorted((*group, *crossed))
    positions = sorted(at[i] or 0 for i in span)
    if len(span) != span[-1] - span[0] + 1 or len(positions) != positions[-1] - positions[0] + 1:
        return False
    inside = *(terms[i] for i in span[1:]), *(others[p] for p in positions[1:])
    if any(term.be or term.number for term in inside):
        return False
    later = max(at[group[0]] or 0, min(at[i] or 0 for i in crossed))
    return terms[max(group[0], crossed[0])].joined and others[later].joined
