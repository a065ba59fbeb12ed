"""Words of opposite and of one meaning, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from praxeo.claims.words import stem_of

_DENYING = ("un", "in", "im", "ir", "il", "dis", "non", "anti", "mis")
_GERMAN_ENDINGS = ("ten", "te", "en", "et", "em", "er", "es", "e", "n", "t", "s")
_LEAST = 4  # letters of what a denying prefix stands before


def are_opposite(one: str, other: str) -> bool:
    """Whether two words mean the opposite, by the tables or by a denying prefix."""
    if one == other:
        return False
    if other in _table("en-opposites").get(one, ()) or other in _table("de-opposites").get(one, ()):
        return True
    a, b = stem_of(one), stem_of(other)
    if any(b in _stemmed(name).get(a, ()) for name in ("en-opposites", "de-opposites")):
        return True
    if root_of(b) in _rooted("de-opposites").get(root_of(a), ()):
        return True
    base, turned = _positive(one), _positive(other)
    if base != one and turned != other and turned in _table("en-opposites").get(base, ()):
        return True  # "looser", "tighter"
    return _turned(a, b) or _turned(b, a)


def are_synonyms(one: str, other: str) -> bool:
    """Whether two words can stand for each other in one of their first senses."""
    a, b = stem_of(one), stem_of(other)
    if any(b in _stemmed(name).get(a, ()) for name in ("en-synonyms", "en-prose")):
        return True
    return root_of(b) in _rooted("de-synonyms").get(root_of(a), ())


def synonyms_of(word: str) -> frozenset[str]:
    """The stems of the words that can stand for one."""
    stem = stem_of(word)
    english = (_stemmed(name).get(stem, frozenset()) for name in ("en-synonyms", "en-prose"))
    return frozenset().union(*english, _rooted("de-synonyms").get(root_of(stem), ()))


def is_listed(word: str) -> bool:
    """Whether the tables have the word: then it is one, and not a slip of the pen for another."""
    stem, tables = stem_of(word), ("en-synonyms", "en-opposites", "en-prose")
    return any(word in _table(name) or stem in _stemmed(name) for name in tables)


def _positive(word: str) -> str:
    """What a comparative compares: "loose" of "looser"."""
    for ending in ("ier", "iest", "er", "est"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST - 1:
            word = word.removesuffix(ending) + "y" * (ending[0] == "i")
            return word if word in _table("en-opposites") else word + "e"
    return word


def _turned(stem: str, other: str) -> bool:
    """Whether one stem is the other behind a denying prefix ("impossible"), or with "-less"."""
    if other in (stem + "less", stem.removesuffix("ful") + "less"):
        return True
    return any(
        stem.startswith(prefix) and len(other) >= _LEAST and stem[len(prefix) :] == other
        for prefix in _DENYING
    )


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    text = files(__name__).joinpath(f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            head, colon, rest = line.partition(": ")
            row = (rest or line).split()
            for one in (head,) if colon else row:
                found.setdefault(one, set()).update(other for other in row if other != one)
            for other in row if colon else ():
                found.setdefault(other, set()).add(head)
    return {word: frozenset(others) for word, others in found.items()}


@cache
def _stemmed(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, others in _table(name).items():
        found.setdefault(stem_of(word), set()).update(map(stem_of, others))
    return {stem: frozenset(others - {stem}) for stem, others in found.items()}


@cache
def _rooted(name: str) -> dict[str, frozenset[str]]:
    """A German table by its words without an ending."""
    found: dict[str, set[str]] = {}
    for word, others in _table(name).items():
        found.setdefault(root_of(stem_of(word)), set()).update(root_of(stem_of(w)) for w in others)
    return {root: frozenset(others) for root, others in found.items()}


def root_of(word: str) -> str:
    """A stem without its German ending."""
    for ending in _GERMAN_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending)
    return word
