"""Which terms may stand beside each other as options: of one kind, none the other's part, none also right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from praxeo.authors.offline.cleaning import key, singular, words
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.families import same_family

SIBLINGS = 3
MOST_ALIKE = 0.8  # of the words of two meanings; more, and the other may be right, too
FIRST_WORDS = 6  # of a meaning, in which no sibling may stand
SHORTEST_COMPOUND_PART = 5  # letters
SHORTEST_SHORT_NAME = 2  # capitals
SHORTEST_STEM, LONGEST_SUFFIX = 4, 4  # letters: "find" stands in "finder"
_ENDING = re.compile(  # what two words may both end with and have nothing in common
    r"i[sz]ation$|[it]?fication$|[ai]bility$|olog(?:y|ie|ical)$|ography$|schaft(?:en)?$|ierung(?:en)?$|l?igkeit(?:en)?$|"
    r"(?:l?ich)?keit$|heit(?:en)?$|[a-z]?[cst]ion(?:en)?$|ing$|[ae]n[ct][ey]?$|able$|ismus$|ment$|ness$|ität(?:en)?$"
)
_ALIAS = (
    "also called",
    "also known as",
    "synonym",
    "another name",
    "auch",
    "aussi appelé",
    "también llamad",
)


def siblings_of(definition: Definition, others: Sequence[Definition]) -> list[Definition]:
    """Exactly three siblings, the most alike first, or none. `others` are the nearest first."""
    found = most_alike(definition, others, SIBLINGS)
    return found if len(found) == SIBLINGS else []


def most_alike(definition: Definition, others: Sequence[Definition], most: int) -> list[Definition]:
    """At most so many siblings, the most alike first. `others` are the nearest first."""
    fit = [other for other in others if other is not definition and _admitted(definition, other)]
    ranked = sorted(fit, key=lambda other: -_alike(definition, other))
    found: list[Definition] = []
    for other in ranked:
        if all(_apart(key(other.term), key(old.term)) for old in found):
            found.append(other)
        if len(found) == most:
            break
    return found


def gives_away(term: str, meaning: str) -> bool:
    """Whether half of a term's words stand in its meaning, by stem, or as part of a compound."""
    stems = [_stem(word) for word in key(term).split() if len(word) > 2]
    told = {_stem(word) for word in key(meaning).split()}
    named = [stem for stem in stems if any(_shares(stem, word) for word in told)]
    return len(named) * 2 >= max(len(stems), 1) or _spells(term, meaning)


def _spells(term: str, meaning: str) -> bool:
    """Whether a meaning begins with the words that a short name stands for: "GIF", "Graphics Interchange Format, …"."""
    if not is_short_name(term):
        return False
    letters = [c for c in term.lower() if c.isalpha()]
    initials = iter([w[0].lower() for w in re.findall(r"[^\W\d_]+", meaning)[: len(letters) + 4]])
    return sum(letter in initials for letter in letters) >= max(2, len(letters) - 1)


def is_short_name(term: str) -> bool:
    """Whether a term is an abbreviation: two capitals or more, and hardly a small letter."""
    capitals = sum(c.isupper() for c in term)
    return capitals >= SHORTEST_SHORT_NAME and capitals > sum(c.islower() for c in term)


def _admitted(one: Definition, two: Definition) -> bool:
    if one.plural != two.plural or one.proper != two.proper or is_code(one) != is_code(two):
        return False
    if is_short_name(one.term) != is_short_name(two.term):
        return False
    if is_code(one) and _shape(one.term) != _shape(two.term):
        return False
    if not (is_code(one) or _of_one_kind(one, two)):
        return False
    mine, its = key(one.term), key(two.term)
    if not _apart(mine, its) or _named_first(its, one.meaning) or _named_first(mine, two.meaning):
        return False
    if f" {its} " in f" {key(one.meaning)} " or _is_alias(one, two):
        return False
    return _overlap(one.meaning, two.meaning) < MOST_ALIKE


def is_code(definition: Definition) -> bool:
    """Whether a term is a piece of code."""
    return definition.rule.startswith("code")


def _of_one_kind(one: Definition, two: Definition) -> bool:
    """The same head word, or meanings that begin with the same kind of thing."""
    heads = _stem(key(one.term).split()[-1]), _stem(key(two.term).split()[-1])
    if heads[0] == heads[1] or _common_end(*heads) >= SHORTEST_COMPOUND_PART:
        return True
    return bool(one.genus and two.genus) and same_family(one.genus, two.genus)


def _alike(one: Definition, two: Definition) -> float:
    same_list = 0.5 if one.source_list and one.source_list == two.source_list else 0.0
    same_genus = 1.0 if one.genus and one.genus == two.genus else 0.0
    heads = key(one.term).split()[-1] == key(two.term).split()[-1]
    return same_list + same_genus + float(heads) + _overlap(one.meaning, two.meaning)


def _apart(one: str, two: str) -> bool:
    left, right = set(one.split()), set(two.split())
    return not (left <= right or right <= left)


def _named_first(name: str, meaning: str) -> bool:
    return f" {name} " in f" {' '.join(key(meaning).split()[:FIRST_WORDS])} "


def _is_alias(one: Definition, two: Definition) -> bool:
    return any(sign in d.meaning.lower() for d in (one, two) for sign in _ALIAS) and (
        key(two.term) in key(one.meaning) or key(one.term) in key(two.meaning)
    )


def _overlap(one: str, two: str) -> float:
    left = {_stem(w.lower()) for w in words(one) if len(w) > 3}
    right = {_stem(w.lower()) for w in words(two) if len(w) > 3}
    return len(left & right) / max(1, min(len(left), len(right)))


def _shape(term: str) -> str:
    if term.startswith("-"):
        return "option"
    shapes = (("(", "call"), ("<", "tag"), (" ", "command"))
    return next((shape for sign, shape in shapes if sign in term), "name")


def _stem(word: str) -> str:
    return singular(word).removesuffix("ing").removesuffix("ed")


def _shares(one: str, two: str) -> bool:
    """Whether two words share a stem, or a long word holds the other as its beginning or end."""
    if one == two or (len(one) > 5 and len(two) > 5 and one[:6] == two[:6]):
        return True
    short, long = sorted((one, two), key=len)
    if (
        len(short) >= SHORTEST_STEM
        and long.startswith(short)
        and len(long) - len(short) <= LONGEST_SUFFIX
    ):
        return True
    part = len(short) >= SHORTEST_COMPOUND_PART and (long.startswith(short) or long.endswith(short))
    return part or _common_end(one, two) >= SHORTEST_COMPOUND_PART


def _common_end(one: str, two: str) -> int:
    """How many letters two words end with alike, beside an ending of many words ("…ation")."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one[::-1], two[::-1], strict=False))
    shared = "".join(letter for letter, _ in alike)[::-1]
    return len(_ENDING.sub("", shared))
