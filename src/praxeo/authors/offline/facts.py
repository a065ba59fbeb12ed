"""One fact is asked once: what two items have in common, and which of them goes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.lexicon import GENERIC, word_set
from praxeo.authors.offline.material import Candidate
from praxeo.domain.spec import WHOLE_KINDS

SAME_STATEMENT = 0.7  # of the words of the shorter one, where both are of one subject
SAME_ANSWER = 0.5  # of the words of the shorter question, where the answers are one
SAME_SENTENCE = 0.5  # of the words, where both stand in one sentence
_ARTICLE = re.compile(
    r"^(?:(?:der|die|das|den|dem|eine?[nmr]?|les?|la|une?|el|los|las|una?|in|im) )+(?=\S)"
)
_ASKS_NAME = re.compile(
    r"\b(?:called|named?|heißt|heißen|nennt|nennen|bezeichnet|appelle|nomme|llama|denomina)\b",
    re.IGNORECASE,
)
_ENTRIES = frozenset({"glossary", "term_table"})  # each of another term, whatever their words share
FEWEST_WORDS = 3  # that an overlap is worth something
SECTION = (
    "section_"  # what the rules of whole sections begin with: told line by line, they repeat less
)


class AskedFacts:
    """What is asked already. The first to ask a fact keeps it, so the best come first."""

    def __init__(self) -> None:
        self._asked: list[_Fact] = []

    def note(self, candidates: Iterable[Candidate]) -> None:
        """Take these as asked, whatever they have in common."""
        self._asked += map(_Fact, candidates)

    def admit(self, candidate: Candidate) -> bool:
        """Whether the fact is new; if so it is noted. Items of one exercise never repeat each other."""
        fact = _Fact(candidate)
        if candidate.rule.startswith(SECTION):
            return not self._told_already(candidate, fact)
        if any(fact.repeats(other) for other in self._asked):
            return False
        self._asked.append(fact)
        return True

    def _told_already(self, candidate: Candidate, fact: _Fact) -> bool:
        """Whether half of the lines of a section are asked one by one, or it is asked as a whole."""
        lines = list(zip(candidate.answer.split("; "), candidate.evidence, strict=False))
        told = sum(any(other.says(line, place) for other in self._asked) for line, place in lines)
        again = bool(fact.question) and any(
            fact.question == other.question for other in self._asked
        )
        return again or told * 2 >= len(lines)


class _Fact:
    """A candidate as sets of the stems that say something."""

    def __init__(self, candidate: Candidate) -> None:
        self.answer_key = _without_article(key(candidate.answer))
        whole = candidate.kind in WHOLE_KINDS
        asked = candidate.subject or candidate.prompt
        self.subject_key = _without_article(key(f"{asked} {candidate.answer}" if whole else asked))
        self.asks_name = bool(_ASKS_NAME.search(candidate.prompt))
        self.question = key(candidate.prompt) if candidate.prompt.endswith("?") else ""
        self.answer = _content(candidate.answer)
        self.prompt = _content(candidate.prompt)
        self.all = self.answer | self.prompt
        self.numbers = frozenset(re.findall(r"\d+", candidate.prompt))
        self.places = frozenset(candidate.evidence)
        self.group, self.whole, self.kind = candidate.group, whole, candidate.kind
        self.is_entry = candidate.rule in _ENTRIES and candidate.kind in ("terms", "choice")

    def repeats(self, other: _Fact) -> bool:
        """Whether both ask one fact, whichever way round."""
        if self.kind != other.kind and "ordering" in (self.kind, other.kind):
            return False  # what comes first is not what it is, and an order with a hole is wrong
        if self.question and self.question == other.question:
            return True
        if self.group and self.group == other.group:
            return not self.whole and self.subject_key == other.subject_key
        if self.subject_key == other.subject_key:
            return True
        if self.is_entry and other.is_entry:
            return self.answer_key == other.answer_key  # "ancestor" and "descendant" are told alike
        if self.numbers and other.numbers and self.numbers != other.numbers:
            return False  # of another day, load or step
        if self.answer_key == other.answer_key and _overlap(self.prompt, other.prompt) >= SAME_ANSWER:  # fmt: skip
            return True
        if self.answer_key == other.subject_key or other.answer_key == self.subject_key:
            named = self.answer if self.answer_key == other.subject_key else other.answer
            left, right = self.all - named, other.all - named
            by_name = (self.asks_name or other.asks_name) and bool(left & right)
            return by_name or _overlap(left, right) >= SAME_ANSWER
        if self.places & other.places and _overlap(self.answer, other.all) >= SAME_SENTENCE:
            return True
        if self._names(other) or other._names(self):
            return _overlap(self.answer, other.answer) >= SAME_STATEMENT
        return _overlap(self.all, other.all) >= 0.85

    def says(self, line: str, place: str) -> bool:
        """Whether it asks what a line of the source tells."""
        own = _content(line)
        if place in self.places:
            return _overlap(self.answer, own) >= SAME_SENTENCE
        named = bool(self.subject_key) and f" {self.subject_key} " in f" {key(line)} "
        return named and _overlap(self.answer, own) >= SAME_STATEMENT

    def _names(self, other: _Fact) -> bool:
        """Whether this one's question names the other's subject."""
        subject = frozenset(other.subject_key.split())
        return bool(subject) and subject <= self.prompt | frozenset(self.subject_key.split())


def _without_article(name: str) -> str:
    """What is named, without a German, French or Spanish article; `key` takes English ones away."""
    return _ARTICLE.sub("", name)


def _content(text: str) -> frozenset[str]:
    return frozenset(
        w[:7]
        for w in key(text).split()
        if (len(w) > 2 or w.isdigit()) and w not in GENERIC and w not in _EMPTY
    )


_EMPTY = word_set(
    """the and for with that which what from are was were this these those its their into when where who how why does not
    der die das dem den des ein eine einer eines und oder von mit für auf aus bei ist sind wird werden als auch wie
    les une est sont dans par pour que qui sur avec los las una con del sie er es wenn als man was wer welche il elle qui quoi comment quel quelle qué cómo quién it they"""
)


def _overlap(one: Iterable[str], two: Iterable[str]) -> float:
    left, right = frozenset(one), frozenset(two)
    least = min(len(left), len(right))
    if least < FEWEST_WORDS:
        return float(bool(left and right) and (left <= right or right <= left))
    return len(left & right) / least
