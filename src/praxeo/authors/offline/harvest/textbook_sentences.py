"""English sentences in the words of a textbook that a parser may miss: "An echo is a sound that is heard again …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.grammar import is_term_text
from praxeo.authors.offline.harvest.definition_filter import telling_definitions
from praxeo.authors.offline.harvest.english_definitions import cut_meaning
from praxeo.authors.offline.harvest.topics import RELATIVE_TO_OTHERS
from praxeo.authors.offline.lexicon import (
    EVALUATIVE,
    GENERIC,
    NOT_A_GENUS,
    PRONOUNS,
    QUANTIFIERS,
    word_set,
)
from praxeo.authors.offline.material import Sentence

RULE = "is_told"
SHORTEST_MEANING = 5  # words

_FORM = re.compile(
    r"^(?P<article>An?\s|The\s)?(?P<term>[\w'’-]+(?:\s[a-z][\w'’-]+){0,3}?(?:\sof\s(?:an?\s|the\s)?[a-z-]+(?:\s[a-z-]+)?)?)\s(?:is|are)\s"
    r"(?P<meaning>(?:an?|the|one|any|[a-z]+(?<!ou)(?<!s)s)\s.+)$"
)
_MEASURE = r"(?:point|part|place|time|number|amount|range|step|one|goods?|people|cells|distance|unit|value|angle|energy|price|height|speed|force|rate|sum|share|difference|change)"
_TELLS_APART = re.compile(
    rf"^(?:an?|the|one|any)?\s?(?:[\w-]+\s){{0,3}}?(?:{_MEASURE}\s(?:of|at|on|in|for|that|which|who|where|between|by|from)|[\w-]+\s(?:that|which|who|whose|where|in which|at which|by which|for which|from which|used|made|caused|"
    r"formed|held|brought|given|of|between|by|in))\b"
)
_EXTREME = re.compile(
    rf"^the (?:greatest|smallest|largest|lowest|highest|shortest|longest|least) {_MEASURE}\b"
)
_SUPERLATIVE = re.compile(r"^(?:the )?(?:most|least|best|main|first|last|only|next|\w{3,}est)\b")
_TAKES_UP = re.compile(r"\b(?:this|these|those|however|therefore|thus|also|instead|I|we|our|us|you|your)\b")  # fmt: skip
_NO_TERM = word_set("there here what where when how why who which if as in on at by for with from to and or but so not all most many some each every both only even because while since although after before during")  # fmt: skip
_OTHERS = frozenset({"it", "them", "its", "their", "he", "she", "him", "her", "his"})


def takes_up(text: str) -> bool:
    """Whether a sentence goes on with what was said before it."""
    return bool(_TAKES_UP.search(text))


def textbook_definitions(every: Sequence[Sentence]) -> list[Definition]:
    """What sentences define that begin with their term; worth showing in texts that teach a subject."""
    found = [made for sentence in every if (made := _defined(sentence))]
    return telling_definitions([found], list(every))[0]


def _defined(sentence: Sentence) -> Definition | None:
    text = sentence.prompt
    form = _FORM.match(text) if text.endswith(".") else None
    if form is None or takes_up(text):
        return None
    article, term = (form["article"] or "").strip(), form["term"]
    words = term.lower().split()
    if not is_term_text(term) or not _names_something(words) or (article == "The" and term[:1].isupper()):  # fmt: skip
        return None
    meaning = cut_meaning(form["meaning"].rstrip("."))
    if (
        meaning is None
        or ", but " in meaning
        or count_words(meaning) < SHORTEST_MEANING
        or not _sets_apart(meaning)
    ):
        return None
    if not article and not term[:1].isupper():
        return None
    return Definition(
        term=term,
        meaning=meaning,
        sentence=sentence,
        rule=RULE,
        plural=" are " in text[: form.start("meaning")],
    )


def _names_something(words: Sequence[str]) -> bool:
    empty = _NO_TERM | PRONOUNS | QUANTIFIERS
    if words[0] in empty | EVALUATIVE or set(words) & empty - {"that"}:
        return False
    head = words[words.index("of") - 1] if "of" in words else words[-1]
    return head not in GENERIC or len(words) > 1


def _sets_apart(meaning: str) -> bool:
    if RELATIVE_TO_OTHERS.search(meaning) or not _TELLS_APART.match(meaning):
        return False
    if _SUPERLATIVE.match(meaning) and not _EXTREME.match(meaning):
        return False
    genus = next((w for w in key(meaning).split() if w not in {"a", "an", "the"}), "")
    loose = set(key(meaning).split()[:4]) & _OTHERS
    return not loose and (genus not in NOT_A_GENUS or bool(re.match(rf"^(?:an?|the)?\s?{_MEASURE}\b", meaning)))  # fmt: skip
