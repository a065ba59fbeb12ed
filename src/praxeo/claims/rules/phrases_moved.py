"""Which words may stand elsewhere: those of a phrase with its preposition, the agent of a passive, and much in German."""

from __future__ import annotations

from praxeo.claims.reading import Term
from praxeo.claims.rules.held import Held
from praxeo.claims.word_lists import BE, LINKS
from praxeo.claims.words import is_irregular

AGENT = ("by", "von", "durch")
YEAR_DIGITS = 4
_VERB_ENDINGS = ("t", "te", "ten", "en", "et")  # of German


def led_alike(held: Held, i: int) -> bool:
    """Whether the same preposition or link stands before a term on both sides."""
    one, other = held.claim.terms[i], _there(held, i)
    if one.number and one.lead and not other.lead and not held.alignment.at[i]:
        return True  # a date at the head of its line
    return bool(one.lead) and one.lead == other.lead


def like_phrases(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether two phrases of one preposition changed places: "longer in winter than in summer"."""
    terms = held.claim.terms
    counted = [(terms[i], terms[j]) for i in group for j in crossed]
    if any(a.number and b.number and a.phrase == b.phrase for a, b in counted):
        return True
    named = [i for i in group if not terms[i].number]
    ours = {terms[i].lead for i in named if _there(held, i).lead == terms[i].lead} - {""}
    return any(
        terms[i].lead in ours and _there(held, i).lead == terms[i].lead and not terms[i].number
        for i in crossed
    )


def at_an_edge(held: Held, group: list[int]) -> bool:
    """Whether whole phrases, each led alike, went to or from the beginning or the end of their clause."""
    if any(not _led(held, i) for i in group):
        return False
    at, terms = held.alignment.at, held.claim.terms
    clause = [
        i
        for i, term in enumerate(terms)
        if term.clause == terms[group[0]].clause and at[i] is not None
    ]
    positions = sorted(at[i] or 0 for i in clause)
    ours, theirs, n = sorted(group), sorted(at[i] or 0 for i in group), len(group)
    return ours in (clause[:n], clause[-n:]) or theirs in (positions[:n], positions[-n:])


def all_mobile(held: Held, group: list[int], crossed: list[int]) -> bool:
    """Whether of each two that crossed one may stand on either side of the other."""
    return all(
        _mobile(held, i, j)
        or _mobile(held, j, i)
        or _of_two_clauses(held, i, j)
        or _by_pronoun(held, i, j)
        for i in group
        for j in crossed
    )


def passive(held: Held) -> bool:
    """Whether one side tells as done by somebody what the other tells as somebody doing it."""
    ours = any(term.lead in AGENT and not term.number for term in held.claim.terms)
    theirs = any(term.lead in AGENT and not term.number for term in held.place.terms)
    at = held.alignment.at
    for i, position in enumerate(at):
        if ours == theirs or position is None or held.claim.terms[i].number:
            continue
        one, there = _bare(held.claim.terms[i].lead), _bare(_there(held, i).lead)
        agent = one or there
        if bool(one) == bool(there) or agent not in AGENT:
            continue
        if agent != "by" and held.claim.words & BE == held.place.words & BE:
            continue
        before = [p for p in at[:i] if p is not None and p > position]
        after = [p for p in at[i + 1 :] if p is not None and p < position]
        return bool(before if one else after)
    return False


def _bare(lead: str) -> str:
    """A preposition, not a link between clauses."""
    return "" if lead in LINKS.values() else lead


def _of_two_clauses(held: Held, i: int, j: int) -> bool:
    """Whether two clauses changed places, each as a whole: what binds them is another rule's."""
    terms = held.claim.terms
    clauses = [
        {
            held.place.terms[p].clause
            for k, p in enumerate(held.alignment.at)
            if p is not None and terms[k].clause == terms[each].clause
        }
        for each in (i, j)
    ]
    return (
        terms[i].clause != terms[j].clause
        and all(len(c) == 1 for c in clauses)
        and clauses[0] != clauses[1]
    )


def _mobile(held: Held, i: int, other: int) -> bool:
    one, there = held.claim.terms[i], _there(held, i)
    if (one.phrase in AGENT) != (there.phrase in AGENT) and "" in (one.phrase, there.phrase):
        return held.claim.words & BE != held.place.words & BE
    if held.capitals_name:
        return False
    if one.article or there.article:
        return one.article == there.article != held.claim.terms[other].article
    if _led(held, i):
        return True
    if not _small(held, i) or (_small(held, other) and _far(held, i, other) and not _verb(one)):
        return False
    if _is_verb(held, i):
        return True
    after, behind = _described(held.claim.terms, i), _described(held.place.terms, _at(held, i))
    return not (after and behind) or after == behind


def _described(terms: tuple[Term, ...], i: int) -> str:
    """The noun right behind a word, which it may describe."""
    after = terms[i + 1] if i + 1 < len(terms) else None
    return after.stem if after and after.name and not (after.lead or after.article) else ""


def _small(held: Held, i: int) -> bool:
    """Whether a German word is no noun: it has a small letter on one side at least."""
    one, there = held.claim.terms[i], _there(held, i)
    capitals = one.name or there.name or (one.first and there.first)
    return not (capitals or one.number)


def _by_pronoun(held: Held, i: int, j: int) -> bool:
    """Whether a thing and its pronoun changed places: "Because they breathe air, whales must …"."""
    terms = held.claim.terms
    clauses = {terms[i].clause, terms[j].clause}
    led = {_bare(terms[i].phrase), _bare(_there(held, i).phrase)} - {""}
    return len(clauses) > 1 and not led and bool(clauses & held.claim.pointing)


def _is_verb(held: Held, i: int) -> bool:
    """Whether a German word follows its subject in the place, and so describes no noun behind it."""
    at, there = _at(held, i), _there(held, i)
    before = held.place.terms[at - 1] if at else None
    led = there.lead or there.article
    return (
        bool(before and before.clause == there.clause and (before.name or before.first))
        and not led
        and _verb(there)
    )


def _verb(term: Term) -> bool:
    return term.key.endswith(_VERB_ENDINGS) or is_irregular(term.key)


def _far(held: Held, i: int, j: int) -> bool:
    return abs(i - j) > 1 or abs(_at(held, i) - _at(held, j)) > 1


def _led(held: Held, i: int) -> bool:
    one = held.claim.terms[i]
    year = one.number and len(one.key) == YEAR_DIGITS and one.key.isdigit()
    return year or (bool(one.phrase) and one.phrase == _there(held, i).phrase)


def _there(held: Held, i: int) -> Term:
    return held.place.terms[_at(held, i)]


def _at(held: Held, i: int) -> int:
    return held.alignment.at[i] or 0
