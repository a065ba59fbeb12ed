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
# Of the lines that are about the topic: with fewer, "Energy" above cells is only where they stand.
LEAST_OF_TOPIC = 1 / 3

_ASKS_OR_QUOTES = re.compile(r"[?!¿¡…;“”„«»\"âÂ�\[\]{}<>|\n]|:\s|:$|\.\.\.")
# Where a sentence was cut in two at a point that ends none: "(d. 884)", "331 a. C.".
_CUT = re.compile(
    r"^(?:\w\.|\d{1,4}\b(?!\s\w+\s\w+\s\w+\s))|\b(?:[a-zA-Z]|ca|bzw|bspw|etc|approx|env|aprox|nr|no|núm|vol|st|dr|mr|prof)\.$"
)

_ORDINAL = re.compile(r"\b\d{1,3}\.$")


def is_line(text: str, words: RecallWords) -> bool:
    """Whether a sentence states something of its own, in a form that a list can take up."""
    if not SHORTEST <= count_words(text) <= LONGEST or not text.rstrip().endswith("."):
        return False
    if not (text[:1].isupper() or text[:1].isdigit()) or _ASKS_OR_QUOTES.search(text):
        return False
    if words.language == "de" and _ORDINAL.search(text):
        return False  # "Das Telefon feierte seinen 150."
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


def advises(lines: Sequence[Sentence], words: RecallWords, share: float = 0.5) -> bool:
    """Whether so much of what is said is told to the reader: advice rather than what is so."""
    return sum(bool(words.to_reader.search(line.text)) for line in lines) >= share * max(len(lines), 1)  # fmt: skip


def gives_orders(lines: Sequence[Sentence]) -> bool:
    """Whether an English line tells what to do ("Make decisions based on facts.")."""
    docs = english.parse([line.text for line in lines])
    return any(doc[0].tag_ == "VB" and doc[0].dep_ == "ROOT" for doc in docs)


def keeps_to(topic: str, lines: Sequence[Sentence], words: RecallWords) -> bool:
    """Whether a line names the topic, and enough of them do, or take up what the line before says of it."""
    named = [speaks_of(topic, line.text) for line in lines]
    told = sum(name or not opens_alone(line.text, words) for name, line in zip(named, lines, strict=True))  # fmt: skip
    return any(named) and told >= LEAST_OF_TOPIC * len(lines)


def speaks_of(topic: str, text: str) -> bool:
    """Whether a sentence has a word of the topic, in any form."""
    named = tuple(stems(topic.rpartition(": ")[2]))
    return bool(named) and any(word.startswith(named) for word in _plain(text).split())


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words that tell something, by which forms of one word are known."""
    words = [word for word in _plain(text).split() if len(word) > SHORTEST_WORD]
    telling = [word for word in words if word not in GENERIC] or words
    return frozenset(word[:STEM].rstrip("s") for word in telling)


def _plain(text: str) -> str:
    """The words without accents: "economía" and "económica" begin alike."""
    return "".join(c for c in unicodedata.normalize("NFD", key(text)) if not unicodedata.combining(c))  # fmt: skip
