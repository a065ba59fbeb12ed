"""Order: who did what to whom, and which name or number goes with what."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.rules.moving import exchanged, may_move, surely_moves
from praxeo.claims.rules.phrases_moved import passive
from praxeo.claims.word_lists import BE

CLOSE_SHARE = 0.75  # of the claim's terms
SIDE_TERMS_LEAST = 2
_WITH = ("with", "mit")
_BY = ("by", "von", "durch")


def check_order(held: Held) -> Iterator[Objection]:
    """Terms that changed places without what may move them: a passive, a preposition, a list."""
    at = held.alignment.at
    if _turned_passive(held):
        yield Objection("order")
    elif _other_agent(held):
        yield Objection("order", doubt=True)
    groups = list(_groups(sorted(held.alignment.moved), at))
    same_words = held.whole and held.claim.words <= held.place.words
    for group in groups:
        crossed = _crossed(held, group)
        if not crossed:
            continue
        listed = _in_list(held, group, crossed)
        alone = len(groups) == 1
        if same_words and not (listed or surely_moves(held, group, crossed, alone=alone)):
            # the same words, and not one phrase of them put elsewhere
            yield Objection("order", doubt=_stands_with(held))
        elif not (listed or may_move(held, group, crossed)):
            apart = _apart(held, [*group, *crossed])
            free = held.capitals_name and held.reworded
            if not free or _like_each_other(held, group, crossed):
                yield Objection("order", doubt=held.asks or apart)


def _turned_passive(held: Held) -> bool:
    """Whether what does it became what it is done to: "by" without anything having changed places."""
    at, terms, others = held.alignment.at, held.claim.terms, held.place.terms
    for i, position in enumerate(at):
        if not i or not position or i in held.alignment.moved or i - 1 in held.alignment.moved:
            continue
        verb = at[i - 1]
        if terms[i].lead in _BY and not others[position].lead and verb == position - 1:
            return terms[i - 1].be and not others[verb].be
    return False


def _other_agent(held: Held) -> bool:
    """Whether the claim says that something is done by whom the place has otherwise: "to keep out nomads"."""
    if passive(held) or not held.claim.words & BE & held.place.words:
        return False
    return any(
        term.lead == "by"
        and not term.number
        and position is not None
        and held.place.terms[position].lead != "by"
        for term, position in zip(held.claim.terms, held.alignment.at, strict=True)
    )


def _apart(held: Held, terms: list[int]) -> bool:
    """Whether the terms stand in several clauses, or in a free wording, where order says less.

    Nor does it tell much of a side of two words: "the rate rises" for what "can raise the rate".
    """
    if not held.whole and len(held.claim.terms) == SIDE_TERMS_LEAST:
        return True
    clauses = {held.place.terms[held.alignment.at[i] or 0].clause for i in terms}
    return len(clauses) > 1 or held.alignment.share < CLOSE_SHARE or bool(held.missing())


def _like_each_other(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether two numbers or two names took each other's place."""
    terms = held.claim.terms
    return any(
        ((terms[i].number and terms[j].number) or (terms[i].name and terms[j].name))
        and exchanged(held, i, j)
        for i in group
        for j in crossed
    )


def _stands_with(held: Held) -> bool:
    """Whether what does it stands in the place as what it happens with: "with friction the speed falls"."""
    position = held.alignment.at[0]
    led = position is not None and held.place.terms[position].lead in _WITH
    return led and not held.claim.terms[0].lead


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
