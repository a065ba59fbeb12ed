"""Terms of one meaning, and other names of terms: nobody can tell from the meaning which of them is meant, so none is asked."""

from __future__ import annotations

import re
from collections import defaultdict
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
_OTHER_NAME = re.compile(  # "In this book, synonym for object name", "Ein anderes Wort für …"
    r"^(?:[\w’']+,? ){0,5}?(?:synonym\w*|obsolete|deprecated|(?:other|another|old|older) (?:name|word|term)|(?:anderes Wort|anderer Name|andere Bezeichnung)|"
    r"(?:autre|ancien) nom|otro nombre)\s(?:for|of|to|with|für|von|zu|de|pour|para)\b",
    re.IGNORECASE,
)


def is_other_name(meaning: str) -> bool:
    """Whether a meaning says only which other term says the same."""
    return bool(_OTHER_NAME.match(meaning))


def without_twins(concepts: Sequence[Definition]) -> list[Definition]:
    """The concepts whose meaning is nobody else's, endings and small words aside; of one in two forms the stronger."""
    told: dict[tuple[str, ...], list[Definition]] = defaultdict(list)
    concepts = [one for one in concepts if not is_other_name(one.meaning)]
    for concept in concepts:
        told[_said(concept.meaning)].append(concept)
    dropped = {id(one) for said, alike in told.items() if len(said) >= FEWEST_STEMS for one in _dropped(alike)}  # fmt: skip
    return [concept for concept in concepts if id(concept) not in dropped]


def _dropped(alike: Sequence[Definition]) -> Sequence[Definition]:
    """Of terms of one meaning all; of one term in several forms ("buscador", "Buscadores") all but the strongest."""
    best = max(alike, key=lambda definition: definition.strength)
    one_term = all(_is_form(best, other) for other in alike)
    return [one for one in alike if one is not best] if one_term else alike


def _is_form(one: Definition, two: Definition) -> bool:
    same_place = one.sentence.block.id == two.sentence.block.id
    return same_place or key(one.term)[:STEM] == key(two.term)[:STEM]


def _said(meaning: str) -> tuple[str, ...]:
    """What a meaning says, in its order: from gas to liquid is not from liquid to gas."""
    words = (w for w in key(meaning).split() if (len(w) > 2 or w.isdigit()) and w not in _EMPTY)
    return tuple(dict.fromkeys(word[:STEM] for word in words))
