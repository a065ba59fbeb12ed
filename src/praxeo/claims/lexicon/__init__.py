"""Words of opposite and of one meaning, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from praxeo.claims.words import stem_of

_DENYING = ("un", "in", "im", "ir", "il", "dis", "non", "anti", "mis")
_LEAST = 4  # letters of what a denying prefix stands before


def are_opposite(one: str, other: str) -> bool:
    """Whether two words mean the opposite, by the tables or by a denying prefix."""
    if one == other:
        return False
    if other in _table("en-opposites").get(one, ()) or other in _table("de-opposites").get(one, ()):
        return True
    a, b = stem_of(one), stem_of(other)
    if b in _stemmed("en-opposites").get(a, ()):
        return True
    return _turned(a, b) or _turned(b, a)


def are_synonyms(one: str, other: str) -> bool:
    """Whether two words can stand for each other in one of their first senses."""
    if other in _table("en-synonyms").get(one, ()):
        return True
    return stem_of(other) in _stemmed("en-synonyms").get(stem_of(one), ())


def is_listed(word: str) -> bool:
    """Whether the tables have the word: then it is one, and not a slip of the pen for another."""
    return word in _table("en-synonyms") or word in _table("en-opposites")


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
            one, other = line.split()
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


@cache
def _stemmed(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, others in _table(name).items():
        found.setdefault(stem_of(word), set()).update(map(stem_of, others))
    return {stem: frozenset(others - {stem}) for stem, others in found.items()}
