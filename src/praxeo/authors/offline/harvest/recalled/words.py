"""What each language says that makes a heading no topic, or a sentence no line to stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from praxeo.authors.offline.lexicon import word_set


@dataclass(frozen=True, kw_only=True)
class RecallWords:
    """Words as alternatives of a pattern ("|" between them), and sets of words by white space.

    `empty` headings begin so and name nothing; `of_many` are what many things have, such as a history.
    `asking` begins a question, `not_asked` is in one about the reader, the text or what to do.
    `speaking` tells of the author or of now, `told` speaks to the reader, `elsewhere` points to another place.
    `leaning` sentences take up what stood before by how they begin, `back` by a word within; `taking_up`
    ones say so what the heading above them is. `referring` ones only name another place. `small` words
    are in nearly every sentence.
    """

    language: str
    empty: str
    of_many: str
    asking: str
    not_asked: str
    speaking: str
    told: str
    elsewhere: str
    leaning: str
    back: str
    taking_up: str
    referring: str
    small: str

    @cached_property
    def no_topic(self) -> re.Pattern[str]:
        """What a heading has that names nothing to tell of."""
        return re.compile(rf"^(?:{self.empty})\b|\b(?:{self.speaking}|{self.told}|{self.not_asked})\b", re.IGNORECASE)  # fmt: skip

    @cached_property
    def needs_whole(self) -> frozenset[str]:
        """Headings that say what is asked only with the name of the whole."""
        return word_set(self.of_many)

    @cached_property
    def asks(self) -> re.Pattern[str]:
        """How a question begins."""
        return re.compile(rf"(?:{self.asking})\b", re.IGNORECASE)

    @cached_property
    def no_question(self) -> re.Pattern[str]:
        """What a question has that the text alone does not answer."""
        return re.compile(rf"\b(?:{self.not_asked}|{self.speaking}|{self.told})\b", re.IGNORECASE)

    @cached_property
    def no_line(self) -> re.Pattern[str]:
        """What a sentence has that no list can take up."""
        return re.compile(rf"\b(?:{self.speaking}|{self.elsewhere})\b", re.IGNORECASE)

    @cached_property
    def to_reader(self) -> re.Pattern[str]:
        """Where the reader is spoken to; capitals count, as in German "Sie"."""
        return re.compile(rf"\b(?:{self.told})\b")

    @cached_property
    def leans(self) -> re.Pattern[str]:
        """How a sentence takes up what stood before it."""
        return re.compile(rf"^(?:{self.leaning})\b|\b(?:{self.back})\b", re.IGNORECASE)

    @cached_property
    def takes_up_heading(self) -> re.Pattern[str]:
        """How a sentence says what the heading above it is."""
        return re.compile(rf"(?:{self.taking_up})\b")

    @cached_property
    def refers(self) -> re.Pattern[str]:
        """A sentence that only names another place."""
        return re.compile(self.referring, re.IGNORECASE)

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words of which nearly every sentence of the language has one."""
        return word_set(self.small)
