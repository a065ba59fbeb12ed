"""Finding the place of a source that supports a claim, or that there is none.

A model's hints (a quote, a block) only say where to look first; whether the words found there support
the claim is judged here, by the same rule as for any other place:

1. every number, and every name, of the claim stands in the place (a name may stand in its heading or
   in the sentence before, if the place points there);
2. neither denies what the other affirms;
3. the words of the claim's answer stand there, and most of its other words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.authors.support.claims import Claim
from praxeo.authors.support.words import (
    POINTERS,
    Passage,
    Token,
    alike,
    contradicts,
    read_passage,
    stem_of,
    tokens_of,
)
from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.sentences import split_sentences
from praxeo.domain.spec import UNSUPPORTED, Evidence

KEY_SHARE = 0.8  # of the answer's words that have to stand in the place; all, if they are few
KEY_WORDS_FEW = 3
TEXT_SHARE = 0.6  # of all the claim's words
PLACE_SHARE = 0.5  # of them that the place itself has to say, without what stands around it
NEARLY_SAME_SHARE = 0.6
PLACES_TRIED = 12  # most alike places of the source that are looked at
QUOTE_SENTENCES_MAX = 3  # that a quote may run over
QUOTE_WORDS_LEAST = 3
_CONTEXT_KINDS = ("list_item", "table")  # their headings belong to what they say


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence, row or line of a source, with the words that a reader would take along."""

    block: str
    number: int
    text: str
    context: str

    @property
    def reference(self) -> str:
        return f"{self.block}.{self.number}"


@dataclass
class SourceIndex:
    """The places of a source, to be searched for support."""

    places: list[Place] = field(default_factory=list)
    _of_block: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _of_word: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _words: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    _blocks: dict[str, Block] = field(default_factory=dict)
    _lower: set[str] = field(default_factory=set)
    _spans: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, extraction: Extraction) -> SourceIndex:
        """The index of all that was read."""
        index = cls()
        heading = ""
        for block in extraction.blocks:
            index._add(block, heading)
            if block.kind == "heading":
                heading = block.text
        return index

    def support(self, claim: Claim, *, quote: str = "", block: str = "") -> Evidence:
        """The references that support the claim; UNSUPPORTED if there are none."""
        if not tokens_of(claim.key):
            return UNSUPPORTED
        quoted = self.quoted(quote)
        if quoted:
            text = " ".join(place.text for place in quoted)
            if self._supports(text, quoted[0].context, claim):
                return tuple(place.reference for place in quoted)
        for number in self._candidates(claim, block):
            place = self.places[number]
            if self._supports(place.text, place.context, claim):
                return (place.reference,)
        return UNSUPPORTED

    def quoted(self, quote: str) -> tuple[Place, ...]:
        """The places that these words stand in: word for word, whatever the marks between them."""
        wanted = [token.key for token in tokens_of(quote)]
        if len(wanted) < QUOTE_WORDS_LEAST:
            return ()
        rarest = min(set(wanted), key=lambda key: len(self._of_word.get(key, ())))
        blocks = dict.fromkeys(self.places[at].block for at in self._of_word.get(rarest, ()))
        for block in blocks:
            found = self._within(block, wanted)
            if found and len(found) <= QUOTE_SENTENCES_MAX:
                return found
        return ()

    def _add(self, block: Block, heading: str) -> None:
        if block.kind in ("table", "code"):
            ends, spans = 0, []
            for line in block.text.split("\n"):
                spans.append((ends, ends + len(line)))
                ends += len(line) + 1
        else:
            spans = list(split_sentences(block.text))
        self._blocks[block.id], self._spans[block.id] = block, tuple(spans)
        self._words[block.id] = tokens_of(block.text)
        self._lower.update(t.text for t in self._words[block.id] if t.text.islower())
        before = ""
        head = block.text.split("\n")[0] if block.kind == "table" else ""
        for number, (start, end) in enumerate(spans, 1):
            text = block.text[start:end]
            always = f"{heading} {head}" if block.kind in _CONTEXT_KINDS else ""
            points = bool(read_passage(text).words & POINTERS)
            context = f"{heading}\n{before}" if points else always
            at = len(self.places)
            self.places.append(Place(block.id, number, text, context))
            self._of_block[block.id].append(at)
            for key in {token.key for token in tokens_of(text)}:
                self._of_word[key].append(at)
            before = text

    def _within(self, block: str, wanted: list[str]) -> tuple[Place, ...]:
        tokens = self._words[block]
        keys = [token.key for token in tokens]
        for at in range(len(keys) - len(wanted) + 1):
            if keys[at] == wanted[0] and keys[at : at + len(wanted)] == wanted:
                start, end = tokens[at].start, tokens[at + len(wanted) - 1].end
                return tuple(
                    self.places[number]
                    for number, (first, last) in zip(
                        self._of_block[block], self._spans[block], strict=True
                    )
                    if first < end and start < last
                )
        return ()

    def _candidates(self, claim: Claim, block: str) -> Iterator[int]:
        """Places by how many of the claim's rarer words they share, those of the block first."""
        shared: Counter[int] = Counter()
        for key in {token.key for token in tokens_of(claim.text)}:
            found = self._of_word.get(key, ())
            for at in found:
                shared[at] += 1000 // (len(found) + 1) + 1
        yield from self._of_block.get(block, ())
        for at, _ in shared.most_common(PLACES_TRIED):
            yield at

    def _supports(self, text: str, context: str, claim: Claim) -> bool:
        said, place, around = read_passage(claim.text), read_passage(text), read_passage(context)
        if said.numbers - place.numbers or contradicts(said, place):
            return False
        if not said.stems <= place.stems and contradicts(said, around):
            return False
        if not self._names_stand(said, place, around):
            return False
        stems = place.stems | around.stems
        key = read_passage(claim.key).stems
        share = KEY_SHARE if len(key) > KEY_WORDS_FEW else 1.0
        return (
            _covered(key, stems, share)
            and _covered(said.stems, stems, TEXT_SHARE)
            and _covered(said.stems, place.stems, PLACE_SHARE)
        )

    def _names_stand(self, said: Passage, place: Passage, around: Passage) -> bool:
        """Whether all that the claim names is named in the place, or around it for a pronoun in it.

        What begins a sentence counts as a name if the source has no such word in small letters. A
        claim that is the place's sentence but for one name has changed that name.
        """
        names = said.names | {word for word in said.first if word not in self._lower}
        borrowed = {name for name in names if not _named(name, place)}
        if any(not _named(name, around) for name in borrowed):
            return False
        shared, both = said.stems & place.stems, said.stems | place.stems
        changed = len(shared) >= NEARLY_SAME_SHARE * len(both)
        return not (borrowed and changed and any(not _named(n, said) for n in place.names))


def _named(name: str, passage: Passage) -> bool:
    return name in passage.words or stem_of(name) in passage.stems


def _covered(wanted: frozenset[str], stems: frozenset[str], share: float) -> bool:
    if not wanted:
        return True
    found = sum(alike(stem, stems) for stem in wanted)
    return found >= share * len(wanted)
