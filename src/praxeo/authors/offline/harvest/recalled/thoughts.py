"""The thoughts of a section: a sentence that stands alone, with those right behind it that take it up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.harvest.recalled.lines import STEM, is_line, opens_alone
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.material import Sentence
from praxeo.authors.offline.sense.standing_alone import leans_on_others

LONGEST = 3  # sentences of a thought
_PRONOUNS = frozenset(["it", "they", "he", "she"])
LONGEST_LINE = 34  # words of a line among others that were chosen

_SHORT_QUOTE = re.compile(
    r"[“„«\"]\s?((?:[\w’'-]+\s?){1,3})[”“»\"]"
)  # a word or a name, nobody's speech

Thought = tuple[Sentence, ...]


def thoughts_in(every: Sequence[Sentence], known: Iterable[str], words: RecallWords) -> list[Thought]:  # fmt: skip
    """What the sentences of a section say, in order, without what needs a line that is none. `known` is what its headings name."""
    leaning = _of_something_before(every, " ".join(known)) if words.language == "en" else set()  # fmt: skip
    found: list[list[Sentence]] = []
    is_open = False
    for before, sentence in zip([None, *every], every, strict=False):
        alone = opens_alone(sentence.text, words) and sentence.reference not in leaning
        alone = alone or (before is None and bool(words.takes_up_heading.match(sentence.text)))
        same = before is not None and before.block is sentence.block
        fit = (
            not words.to_reader.search(sentence.text)
            and is_line(_SHORT_QUOTE.sub(r"\1", sentence.text), words)
            and count_words(sentence.text) <= LONGEST_LINE
        )
        if fit and alone:
            found.append([sentence])
        elif fit and is_open and same and len(found[-1]) < LONGEST:
            found[-1].append(sentence)
        is_open = bool(found) and found[-1][-1] is sentence
    return [tuple(thought) for thought in found]


def _of_something_before(every: Sequence[Sentence], known: str) -> set[str]:
    """The English sentences about "the tower" or "it", which no heading names."""
    named = set(_beginnings(known))
    docs = english.parse([sentence.text for sentence in every])
    return {s.reference for s, doc in zip(every, docs, strict=False) if leans_on_others(s.text) or not _is_clause(doc) or not named.issuperset(_open_subjects(doc))}  # fmt: skip


def _is_clause(doc: Any) -> bool:
    """Whether somebody or something does or is something: not "The triangle in the north and the hook in the south.\""""
    return any(token.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for token in doc)


def _open_subjects(doc: Any) -> Iterator[str]:
    """The beginning of a subject that stands for something said before: a pronoun, or no more than "the" and a noun."""
    subjects = [token for token in doc if token.dep_ in ("nsubj", "nsubjpass")]
    if subjects and subjects[0].lower_ in _PRONOUNS:
        yield from _beginnings(subjects[0].text)
    for token in subjects:
        if token.head.dep_ != "ROOT":
            continue
        phrase = list(token.subtree)
        bare = token.pos_ == "NOUN" and phrase[0].lower_ == "the" and phrase[-1].i == token.i
        bare = bare and not any(part.pos_ == "PROPN" or part.text[0].isupper() for part in phrase[1:])  # fmt: skip
        if bare:
            yield from _beginnings(token.text)


def _beginnings(text: str) -> Iterator[str]:
    return (word[:STEM].rstrip("s") for word in key(text).split())
