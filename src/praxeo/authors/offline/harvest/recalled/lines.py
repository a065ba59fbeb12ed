"""Sentences that can stand in a list of what a text says about something, and those that such a list can begin with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from praxeo.authors.offline import english
from praxeo.authors.offline.boilerplate import is_practisable, reports_a_study
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.lexicon import GENERIC, points_elsewhere
from praxeo.authors.offline.material import Sentence

SHORTEST, LONGEST = 5, 40  # words of a line
FEWEST_SAID = 4  # words of a sentence that says something
STEM, SHORTEST_WORD = 5, 3  # letters

_ASKS_OR_QUOTES = re.compile(r"[?!¿¡…;“”„«»\"âÂ�\[\]{}<>|\n]|:\s|:$|\.\.\.")
# Where a sentence was cut in two at a point that ends none: "(d. 884)", "331 a. C.".
_CUT = re.compile(
    r"^(?:\w\.|\d{1,4}\b(?!\s\w+\s\w+\s\w+\s))|\b(?:[a-zA-Z]|ca|bzw|bspw|etc|approx|env|aprox|nr|no|núm|vol|st|dr|mr|prof)\.$"
)


def is_line(text: str, words: RecallWords) -> bool:
    """Whether a sentence states something of its own, in a form that a list can take up."""
    if not SHORTEST <= count_words(text) <= LONGEST or not text.rstrip().endswith("."):
        return False
    if not (text[:1].isupper() or text[:1].isdigit()) or _ASKS_OR_QUOTES.search(text):
        return False
    if text.count("(") != text.count(")") or _CUT.search(text):
        return False
    other = not words.small_words & set(
        text.lower().split()
    )  # half-translated texts mix two languages
    elsewhere = words.no_line.search(text) or points_elsewhere(text)
    return not (other or elsewhere or reports_a_study(text)) and is_practisable(text)


def is_debris(text: str, words: RecallWords) -> bool:
    """Whether a sentence says nothing: "See X for more.", a label."""
    return count_words(text) < FEWEST_SAID or bool(words.refers.match(text))


def opens_alone(text: str, words: RecallWords) -> bool:
    """Whether a sentence can be understood with no other before it."""
    return not words.leans.search(text)


def opens_section(text: str, words: RecallWords) -> bool:
    """Whether it can with the heading above it: "This is a map that …", or alone."""
    return bool(words.takes_up_heading.match(text)) or opens_alone(text, words)


def advises(lines: Sequence[Sentence], words: RecallWords) -> bool:
    """Whether half of what is said is told to the reader: advice rather than what is so."""
    return sum(bool(words.to_reader.search(line.text)) for line in lines) * 2 >= len(lines)


def gives_orders(lines: Sequence[Sentence]) -> bool:
    """Whether an English line tells what to do ("Make decisions based on facts.")."""
    docs = english.parse([line.text for line in lines])
    return any(doc[0].tag_ == "VB" and doc[0].dep_ == "ROOT" for doc in docs)


def speaks_of(topic: str, text: str) -> bool:
    """Whether a sentence has a word of the topic, in any form."""
    named = tuple(_stems(topic.rpartition(": ")[2]))
    return bool(named) and any(word.startswith(named) for word in _plain(text).split())


def _stems(text: str) -> frozenset[str]:
    words = [word for word in _plain(text).split() if len(word) > SHORTEST_WORD]
    telling = [word for word in words if word not in GENERIC] or words
    return frozenset(word[:STEM].rstrip("s") for word in telling)


def _plain(text: str) -> str:
    """The words without accents: "economía" and "económica" begin alike."""
    return "".join(c for c in unicodedata.normalize("NFD", key(text)) if not unicodedata.combining(c))  # fmt: skip
