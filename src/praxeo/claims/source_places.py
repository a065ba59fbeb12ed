"""The places of a source: its sentences, rows and lines, to be searched for what a claim says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log

from praxeo.claims.reading import Reading, read_text
from praxeo.claims.word_lists import POINTERS
from praxeo.claims.words import Token, tokens_of
from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.sentences import split_sentences

PLACES_TRIED = 6  # most alike places of the source that are looked at
TELLING_PLACES_MOST = 1_000  # a word of more places tells of none
QUOTE_SENTENCES_MAX = 3  # that a quote may run over
QUOTE_WORDS_LEAST = 3
POINTER_WORDS = 3  # at the head of a sentence, among which "it" points to the one before
BLOCKS_TELLING = 50  # of the language
GERMAN_SHARE = 0.08  # of all words
_GERMAN = frozenset(
    ("der", "die", "das", "und", "ist", "den", "von", "nicht", "ein", "eine", "wird", "im")
)
_MARKS = ",.;:“”„\"'()"
_ROWS = ("table", "code")
_CONTEXT_KINDS = ("list_item", "table")  # their headings belong to what they say


@dataclass(frozen=True)
class Place:
    """A sentence, row or line of a source, with the words that a reader would take along."""

    block: str
    number: int
    text: str
    context: str
    start: int  # in its block
    end: int
    is_row: bool = False  # of a table

    @property
    def reference(self) -> str:
        """How evidence names it."""
        return f"{self.block}.{self.number}"


@dataclass
class SourcePlaces:
    """All places of a source. `capitals` are words that it never has in small letters."""

    language: str
    all: list[Place] = field(default_factory=list)
    of_block: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    of_stem: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    capitals: frozenset[str] = frozenset()
    _of_key: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _tokens: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    _order: dict[str, int] = field(default_factory=dict)
    _stems: list[frozenset[str]] = field(default_factory=list)
    _near: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, extraction: Extraction) -> SourcePlaces:
        """Those of all that was read."""
        places = cls(language=_language(extraction))
        heading = ""
        for block in extraction.blocks:
            places._add(block, heading)
            if block.kind == "heading":
                heading = block.text
        words = [token.text for tokens in places._tokens.values() for token in tokens]
        small = {word for word in words if word.islower()}
        places.capitals = frozenset(word.casefold() for word in words) - small
        return places

    def named(self, references: Iterable[str]) -> list[Place]:
        """The places of these references; a whole block for one without a number."""
        found = []
        for reference in references:
            block, _, number = reference.partition(".")
            numbers = self.of_block.get(block, ())
            wanted = numbers[int(number) - 1 : int(number)] if number.isdigit() else numbers
            found += [self.all[at] for at in wanted]
        return found

    def beside(self, place: Place) -> list[Place]:
        """The place with what stands next to it in its block; rows say each their own."""
        if place.is_row:
            return [place]
        numbers = self.of_block[place.block]
        return [self.all[at] for at in numbers[max(0, place.number - 2) : place.number + 1]]

    def weight(self, stem: str) -> float:
        """How much a word tells of a place: more, the rarer it is."""
        return log(1 + (len(self.all) + 1) / (1 + len(self.of_stem.get(stem, ()))))

    def most_alike(self, reading: Reading) -> list[Place]:
        """The places that share most of the rarer words."""
        shared: Counter[int] = Counter()
        for stem in {term.stem for term in reading.terms}:
            found = self.of_stem.get(stem, ())
            weight = self.weight(stem)
            for at in found if len(found) <= TELLING_PLACES_MOST else ():
                shared[at] += weight  # type: ignore[assignment]
        return [self.all[at] for at, _ in shared.most_common(PLACES_TRIED)]

    def quoted(self, words: str) -> tuple[Place, ...]:
        """The places that these words stand in: word for word, whatever the marks between them."""
        wanted = [token.key for token in tokens_of(words)]
        if len(wanted) < QUOTE_WORDS_LEAST:
            return ()
        blocks = set.intersection(*(self._of_key.get(key, set()) for key in set(wanted)))
        for block in sorted(blocks, key=self._order.__getitem__):
            if found := self._within(block, wanted):
                return found
        return ()

    def with_words(self, keys: set[str]) -> list[Place]:
        """The places of blocks that have all these words."""
        blocks = set.intersection(*(self._of_key.get(key, set()) for key in keys))
        return [self.all[at] for block in sorted(blocks) for at in self.of_block[block]]

    def together(self, stems: frozenset[str], *, far_from: list[Place]) -> bool:
        """Whether one place has all these words, and is not next to those."""
        holding = set.intersection(*(set(self.of_stem.get(stem, ())) for stem in stems))
        blocks = {place.block for place in far_from}
        return any(self.all[at].block not in blocks for at in holding)

    def near(self, place: Place) -> frozenset[str]:
        """The stems and numbers of the block and of its neighbours."""
        found = self._near.get(place.block)
        if found is None:
            first, last = self.of_block[place.block][0], self.of_block[place.block][-1]
            found = frozenset[str]().union(*self._stems[max(0, first - 2) : last + 3])
            self._near[place.block] = found
        return found

    def _add(self, block: Block, heading: str) -> None:
        self._tokens[block.id] = tokens_of(block.text)
        self._order[block.id] = len(self._order)
        for token in self._tokens[block.id]:
            self._of_key[token.key].add(block.id)
        before = self.all[-1].text if self.all else ""
        head = block.text.split("\n")[0] if block.kind == "table" else ""
        for number, (start, end) in enumerate(_spans(block), 1):
            text = block.text[start:end]
            reading = read_text(text)
            always = f"{heading}\n{head}" if block.kind in _CONTEXT_KINDS else ""
            points = any(word in POINTERS for word in _first_words(text))
            context = f"{heading}\n{before}" if points else always
            at = len(self.all)
            self.all.append(
                Place(block.id, number, text, context, start, end, block.kind == "table")
            )
            self.of_block[block.id].append(at)
            self._stems.append(frozenset(term.stem for term in reading.terms))
            for stem in self._stems[-1]:
                self.of_stem[stem].append(at)
            before = text

    def _within(self, block: str, wanted: list[str]) -> tuple[Place, ...]:
        tokens = self._tokens[block]
        keys = [token.key for token in tokens]
        for at in range(len(keys) - len(wanted) + 1):
            if keys[at] == wanted[0] and keys[at : at + len(wanted)] == wanted:
                start, end = tokens[at].start, tokens[at + len(wanted) - 1].end
                numbers = self.of_block[block]
                found = [self.all[n] for n in numbers]
                there = tuple(p for p in found if p.start < end and start < p.end)
                return there if len(there) <= QUOTE_SENTENCES_MAX else ()
        return ()


def _language(extraction: Extraction) -> str:
    """What the source says of itself, else German where its small words are."""
    told = extraction.metadata.language.partition("-")[0]
    if told:
        return told
    words = " ".join(block.text for block in extraction.blocks[:BLOCKS_TELLING]).casefold().split()
    german = sum(word in _GERMAN for word in words)
    return "de" if german > GERMAN_SHARE * len(words) else ""


def _first_words(text: str) -> list[str]:
    return [
        word.strip(_MARKS).casefold() for word in text.split(maxsplit=POINTER_WORDS)[:POINTER_WORDS]
    ]


def _spans(block: Block) -> list[tuple[int, int]]:
    if block.kind not in _ROWS:
        return list(split_sentences(block.text))
    ends, spans = 0, []
    for line in block.text.split("\n"):
        spans.append((ends, ends + len(line)))
        ends += len(line) + 1
    return spans
