"""Which terms of an app may stand beside each other as options: of one kind, and none of them right, too."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.compile.head_words import ARTICLES, WORD, of_one_kind, stem
from praxeo.domain.spec import Term

OPTIONS = 3  # beside the right one
MOST_ALIKE = 0.5  # of the words of two meanings; more, and the other may be right, too
SHORTEST_WORD = 4  # letters of a word by which two texts are compared


def options_for(term: Term, others: Sequence[Term], language: str) -> tuple[str, ...]:
    """Three other terms, the nearest first, or none. `others` are the app's terms, the nearest first."""
    found: list[str] = []
    for other in others:
        apart = all(_apart(other.term, old) for old in (term.term, *found))
        if apart and _may_stand_beside(term, other, language):
            found.append(other.term)
        if len(found) == OPTIONS:
            return tuple(found)
    return ()


def names_itself(term: Term) -> bool:
    """Whether a meaning has all words of its term, so that asking for the term is no question."""
    told = [word.lower() for word in WORD.findall(term.definition)]
    own = [word.lower() for word in WORD.findall(term.term)]
    own = [word for word in own if word not in ARTICLES] or own
    return all(any(_is_form_of(word, part) for word in told) for part in own)


def _is_form_of(word: str, part: str) -> bool:
    least = max(SHORTEST_WORD, len(part) - 2)
    return word.startswith(part[:least]) if len(part) >= SHORTEST_WORD else word == part


def told_apart(one: Term, two: Term) -> bool:
    """Whether the meanings of two terms leave no doubt which is which, and give neither of them away."""
    shared = _stems(one.term) & _stems(two.term)
    if any((_stems(each.term) - shared) & _stems(each.definition) for each in (one, two)):
        return False
    if not _apart(one.term, two.term) or _names(one, two) or _names(two, one):
        return False
    return _alike(one.definition, two.definition) < MOST_ALIKE


def _may_stand_beside(one: Term, two: Term, language: str) -> bool:
    if _is_short_name(one.term) != _is_short_name(two.term):
        return False
    shared = _stems(one.term) & _stems(two.term)
    if (_stems(one.term) - shared) & _stems(one.definition) or _names(one, two) or _names(two, one):
        return False
    if _alike(one.definition, two.definition) >= MOST_ALIKE:
        return False
    return of_one_kind(one, two, language)


def _names(one: Term, two: Term) -> bool:
    """Whether a meaning names the other term, or what is its own alone."""
    own = _stems(two.term) - _stems(one.term)
    return bool(own & _stems(one.definition))


def _apart(one: str, two: str) -> bool:
    left, right = _stems(one), _stems(two)
    return not (left <= right or right <= left)


def _alike(one: str, two: str) -> float:
    left, right = _stems(one), _stems(two)
    return len(left & right) / max(1, min(len(left), len(right)))


def _stems(text: str) -> frozenset[str]:
    words = [word.lower() for word in WORD.findall(text)]
    long = [word for word in words if len(word) >= SHORTEST_WORD]
    return frozenset(map(stem, long or words))


def _is_short_name(term: str) -> bool:
    return sum(c.isupper() for c in term) >= 2 and sum(c.isupper() for c in term) * 2 > len(term)
