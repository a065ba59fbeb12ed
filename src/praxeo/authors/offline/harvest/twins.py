"""Terms of one meaning: nobody can tell from the meaning which of them is meant, so neither is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.lexicon import word_set

STEM = 4  # letters that words of one root share
FEWEST_STEMS = 3  # in fewer words two meanings are alike by chance

_EMPTY = word_set(
    """the and for with that which are was one some any der die das den dem des ein eine eines einer einem und von mit für
    les une des est sont pour avec qui que los las una unos unas con que para"""
)


def without_twins(concepts: Sequence[Definition]) -> list[Definition]:
    """The concepts whose meaning is nobody else's, endings and small words aside."""
    told = [_said(concept.meaning) for concept in concepts]
    times = Counter(told)
    return [
        concept
        for concept, said in zip(concepts, told, strict=True)
        if len(said) < FEWEST_STEMS or times[said] == 1
    ]


def _said(meaning: str) -> frozenset[str]:
    words = (w for w in key(meaning).split() if (len(w) > 2 or w.isdigit()) and w not in _EMPTY)
    return frozenset(word[:STEM] for word in words)
