"""Tells where two sources do not say the same: both sentences are shown, and nothing is decided.

Two sentences that share most of what they speak of and differ in one thing alone, a number, a name or a
denial. What is said in quite other words is not found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from praxeo.claims.reading import Reading, read_text
from praxeo.claims.word_lists import CAPITALISES_NOUNS
from praxeo.domain.blocks import Block, ReadingWarning, ReadSource
from praxeo.domain.sentences import split_sentences

TOLD_MAX = 5
SENTENCES_MAX = 3_000  # of each source that are compared
CHARACTERS_MAX = 300  # of a sentence
WORDS_LEAST = 4  # that carry sense
COMMON = 40  # sentences with a word, from which on it leads to none of them
SHARED = {"number": 0.6, "denial": 0.7, "name": 0.75}  # of the words of both, by what differs


@dataclass(frozen=True, slots=True)
class _Said:
    text: str
    source: ReadSource
    part: int
    reading: Reading
    stems: frozenset[str]
    names: frozenset[str]


def contradictions(
    parts: Sequence[tuple[str, Sequence[Block]]], sources: Sequence[ReadSource]
) -> tuple[ReadingWarning, ...]:
    """A warning for each pair of sentences of different parts, the first ones of many.

    A part is its language and its blocks, whose locators say which of the sources they are of.
    """
    said = [one for part in enumerate(parts) for one in _said(*part, sources)]
    return tuple(islice((_warning(*pair) for pair in _pairs(said)), TOLD_MAX))


def _said(
    number: int, part: tuple[str, Sequence[Block]], sources: Sequence[ReadSource]
) -> Iterator[_Said]:
    language, blocks = part
    by_capital = language.partition("-")[0] not in CAPITALISES_NOUNS
    sentences = (
        (block.text[start:end], block)
        for block in blocks
        if block.kind in ("paragraph", "list_item")
        for start, end in split_sentences(block.text)
        if end - start <= CHARACTERS_MAX
    )
    for text, block in islice(sentences, SENTENCES_MAX):
        reading = read_text(text)
        names = reading.names if by_capital else frozenset[str]()
        stems = frozenset(t.stem for t in reading.terms if not t.number and t.key not in names)
        if len(stems) >= WORDS_LEAST:
            yield _Said(text, sources[block.locator.source or 0], number, reading, stems, names)


def _pairs(said: Sequence[_Said]) -> Iterator[tuple[_Said, _Said, str]]:
    """Each pair of earlier and later sentence that differ, and in what."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(said):
        near = Counter(place for stem in one.stems for place in places[stem][-COMMON:])
        for place, shared in near.items():
            other = said[place]
            differ = other.part != one.part and _difference(other, one, shared)
            if differ:
                yield other, one, differ
        for stem in one.stems:
            places[stem].append(at)


def _difference(one: _Said, other: _Said, shared: int) -> str:
    """The one thing in which two sentences differ that speak of the same, "" if there is none or are several."""
    a, b = one.reading, other.reading
    apart = {
        "number": bool(a.numbers - b.numbers and b.numbers - a.numbers),
        "name": bool(one.names - other.names and other.names - one.names),
        "denial": (a.negations - b.negations) % 2 == 1,
    }
    differ = [name for name, is_so in apart.items() if is_so]
    if len(differ) != 1:
        return ""
    enough = SHARED[differ[0]] * max(len(one.stems), len(other.stems))
    return differ[0] if shared >= max(enough, WORDS_LEAST - 1) else ""


def _warning(one: _Said, other: _Said, differ: str) -> ReadingWarning:
    return ReadingWarning(
        code="sources_disagree",
        message=f"Two sources do not say the same: “{one.text}” ({one.source.title}), and “{other.text}” "
        f"({other.source.title}). Both are kept; see which is right.",
        details={
            "first": one.text,
            "first_title": one.source.title,
            "second": other.text,
            "second_title": other.source.title,
            "differ": differ,
        },
    )
