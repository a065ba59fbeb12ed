"""What may change places in a sentence and leave it as true: phrases, clauses, passives, "the price of oil"."""

from __future__ import annotations

from praxeo.claims.rules.held import Held
from praxeo.claims.rules.phrases_moved import (
    all_mobile,
    at_an_edge,
    led_alike,
    like_phrases,
    passive,
)

_INVERTING = frozenset(["called", "named", "known", "heißt", "nennt", "genannt"])
_OF = ("of", "von")
_HAVING = frozenset(["has", "have", "had", "hat", "haben", "hatte", "hatten", "there"])
_IN = ("in", "on", "among", "an", "auf")
_BY, _TO = frozenset(("by", "durch", "indem")), frozenset(("to", "zu", "um"))
CLAUSE_LEAST = 2  # terms of a clause that is put in front


def may_move(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether terms of a claim may stand on the other side of those that they crossed."""
    terms, others, at = held.claim.terms, held.place.terms, held.alignment.at
    if held.claim.words & _INVERTING or held.place.words & _INVERTING:
        return True
    if like_phrases(held, group, crossed):
        return False
    if passive(held):
        return True
    if led_alike(held, group[0]) or led_alike(held, crossed[0]):
        return True
    # A passive, or what is said of a thing before its name.
    if any(terms[i].be != others[at[i] or 0].be for i in (*group, *crossed)):
        return True
    return (
        all_mobile(held, group, crossed)
        or any(at_an_edge(held, each) or _whole_clause(held, each) for each in (group, crossed))
        or _one_thing(held, group, crossed)
        or _compound(held, group, crossed)
        or _means(held, group[0], crossed[0])
        or _had_there(held, group[0])
        or any(_relative(held, each) for each in (group, crossed))
        or _built_otherwise(held, group, crossed)
    )


def surely_moves(held: Held, group: list[int], crossed: list[int], *, alone: bool) -> bool:
    """Whether they may even where claim and place are the same words in another order."""
    if like_phrases(held, group, crossed):
        return False
    if passive(held) or all_mobile(held, group, crossed):
        return True
    return alone and (
        led_alike(held, group[0])
        or any(at_an_edge(held, each) or _whole_clause(held, each) for each in (group, crossed))
    )


def _clause(held: Held, i: int) -> list[int]:
    terms = held.claim.terms
    return [j for j, term in enumerate(terms) if term.clause == terms[i].clause]


def _whole_clause(held: Held, group: list[int]) -> bool:
    """Whether a clause was put in front, with its link or without one: "Opened in 1940, the bridge …"."""
    found = [i for i in _clause(held, group[0]) if held.alignment.at[i] is not None]
    several = len({term.clause for term in held.claim.terms}) > 1
    first = held.claim.terms[found[0]]
    alike = not first.link or first.link == held.place.terms[held.alignment.at[found[0]] or 0].link
    return several and alike and len(group) >= CLAUSE_LEAST and found == sorted(group)


def _one_thing(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether a clause has but a thing and what it does: "the frequency doubles", "doubles the frequency"."""
    clause = _clause(held, group[0])
    if held.claim.words & held.place.words & _HAVING:
        return False
    return len(clause) == len(group) + len(crossed) == CLAUSE_LEAST < len(held.claim.terms)


def _compound(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether "of" stands between on one side alone: "the price of oil", "the oil price"."""
    terms, others, at = held.claim.terms, held.place.terms, held.alignment.at
    span = sorted((*group, *crossed))
    positions = sorted(at[i] or 0 for i in span)
    if span[-1] - span[0] != len(span) - 1 or positions[-1] - positions[0] != len(span) - 1:
        return False
    ours = any(terms[i].lead in _OF for i in span[1:])
    theirs = any(others[p].lead in _OF for p in positions[1:])
    return ours != theirs


def _means(held: Held, one: int, other: int) -> bool:
    """Whether a means and an end changed places: "shiver to keep warm", "keep warm by shivering"."""
    at = held.alignment.at
    ours = {held.claim.terms[i].lead for i in (one, other)}
    theirs = {held.place.terms[at[i] or 0].lead for i in (one, other)}
    return bool(ours & _BY and theirs & _TO) or bool(ours & _TO and theirs & _BY)


def _had_there(held: Held, moved: int) -> bool:
    """Whether one side says that a place has what the other says is in it."""
    if bool(held.claim.words & _HAVING) == bool(held.place.words & _HAVING):
        return False
    one, other = held.claim.terms[moved], held.place.terms[held.alignment.at[moved] or 0]
    return (one.lead in _IN) != (other.lead in _IN)


def _relative(held: Held, group: list[int]) -> bool:
    """Whether the claim says by "through which" what the place says by "through"."""
    terms, there = held.claim.terms, held.place.terms[held.alignment.at[group[0]] or 0]
    after = terms[group[-1] + 1] if group[-1] + 1 < len(terms) else None
    return bool(after and after.lead and after.lead == there.lead and "which" in held.claim.words)


def exchanged(held: Held, i: int, j: int) -> bool:
    """Whether each of two terms stands behind the preposition that the other has in the place, or both behind none."""
    terms, others, at = held.claim.terms, held.place.terms, held.alignment.at
    one, other = others[at[i] or 0], others[at[j] or 0]
    return terms[i].phrase == other.phrase and terms[j].phrase == one.phrase


def _built_otherwise(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether no two took each other's part: "irrigation brings salt", "salt comes with irrigation"."""
    # German tells its parts by their case.
    return (
        held.whole
        and held.capitals_name
        and not any(exchanged(held, i, j) for i in group for j in crossed)
    )
