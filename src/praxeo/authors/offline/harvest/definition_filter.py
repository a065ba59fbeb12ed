"""Which definitions say enough: a meaning that is complete, tells its term apart, and fits it alone."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.empty_meanings import says_nothing_alone
from praxeo.authors.offline.lexicon import word_set
from praxeo.authors.offline.material import Sentence

_CUT_OFF = re.compile(
    r"\b(?:and|or|of|the|an?|to|for|with|in|by|from|between|that|which|as|than|is|are)$",
    re.IGNORECASE,
)
_TELLS_APART = re.compile(
    r"\w\)? (?:of|that|which|who|whose|where|by|in|on|for|from|between|with|without|to|at|through|used|"
    r"\w+ing|\w+ed)\b",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"\bthe very\b|\byou(?:r|rs)?\b|\b(?:incredible|amazing|awesome|one-time|radical|fresh|lucrative|cornerstone|backbone|robust|"
    r"all-in-one|professional-grade|top-of-the-line|comprehensive|mystical|handy|must-have|game[- ]changer|journey|endeavou?r|rip-off|obnoxious|"
    r"completely free|powerful|stylish|works with|easy|smarter|faster|best|leading|premier|trusted|affordable|highly[- ]\w+|designed to help|purest|customi[sz]able|"
    r"scalable|cost-effective|seamless\w*|cutting[- ]edge|unique|ultimate|go-to|versatile|one-stop|valuable|obsolete|indispensable)\b",
    re.IGNORECASE,
)
_OF_NO_KIND = re.compile(  # a book about itself; a person by where from
    r"^an? (?:[\w-]+ ){0,5}(?:document|guide|manual|handbook|book|tutorial|collection|list)\b|^an? [A-Z]\w+(?:ian|ean|ese|ish)\b"
)
_NO_TERM = re.compile(  # a path, a quantity; the word for a thing; one among others
    r"^[~/]|^\d[\d.,+–-]* \w+$|^(?:word|term|name|single|singular|contemporary|typical|opposing|individual|secondary) "
)
_OF_THE_WORD = re.compile(
    r"\b(?:Latin|Greek|English|French|German|Spanish) (?:word|term|name|adaptation|plural)\b|\b(?:increasing|growing|established)\b|\bthat (?:meaning|name)\b"
)
_PEOPLE = word_set(
    """man woman boy girl person member developer contributor founder author maintainer researcher
    scientist programmer writer artist engineer teacher student professor friend player user
    volunteer colleague translator designer manager"""
)

_OFFERS = word_set(
    """platform software app application service provider company assistant suite solution website brand
    store shop product program programme subscription plan agency startup game anime series movie"""
)


def telling_definitions(
    definitions: list[list[Definition]], sentences: list[Sentence]
) -> list[list[Definition]]:
    """The definitions, section by section, without those whose meaning is cut, empty or another's."""
    texts = [f" {key(sentence.text)} " for sentence in sentences]
    return [[d for d in own if _is_complete(d) and _is_its_own(d, texts)] for own in definitions]


def is_of_no_kind(definition: Definition) -> bool:
    """Whether a name's meaning only praises it, or says what book or from where somebody is."""
    proper = definition.proper or any(word[:1].isupper() for word in definition.term.split()[1:])
    return bool(_PRAISE.search(definition.meaning)) or (
        proper and bool(_OF_NO_KIND.match(definition.meaning))
    )


def _is_complete(definition: Definition) -> bool:
    term, meaning = definition.term, definition.meaning
    if (
        _NO_TERM.match(term)
        or _OF_THE_WORD.search(meaning)
        or _CUT_OFF.search(meaning)
        or _PRAISE.search(meaning)
        or says_nothing_alone(meaning)
    ):
        return False
    if meaning[:1] in "\"“‘'":
        return False  # words for its words
    if definition.proper and definition.genus in _PEOPLE | _OFFERS:
        return False  # a person, or something for sale, named in passing
    named = definition.proper or any(word[:1].isupper() for word in term.split()[1:])
    if named and _OF_NO_KIND.match(meaning):
        return False
    return bool(_TELLS_APART.search(meaning))


def _is_its_own(definition: Definition, texts: list[str]) -> bool:
    """Whether the source says the same of nothing else."""
    term, meaning = f" {key(definition.term)} ", f" {key(definition.meaning)} "
    return not any(meaning in text and term not in text for text in texts)
