"""A model's own words around the items (lead-ins, the summary): facts in them that the source never names.

Such words paraphrase and lead over, so they need not be supported sentence by sentence. But a number or a
name that stands nowhere in the source did not come from it, however sure the sentence sounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.claims.reading import read_text
from praxeo.claims.word_lists import CAPITALISES_NOUNS
from praxeo.claims.words import number_of, stem_of, tokens_of
from praxeo.domain.blocks import Extraction
from praxeo.domain.sentences import split_sentences

MARK = "{unsupported}"
_UNJUDGED = re.compile(r"\s{4}|\s*(?:```|~~~|\||#)")  # code, tables, headings
_PARAGRAPHS = re.compile(r"(\n\s*\n)")


@dataclass(frozen=True, slots=True)
class Named:
    """All numbers, words and stems of a source."""

    numbers: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    judges_names: bool

    @classmethod
    def of(cls, extraction: Extraction) -> Named:
        readings = [read_text(block.text) for block in extraction.blocks]
        language = extraction.metadata.language.partition("-")[0]
        return cls(
            frozenset[str]().union(*(each.numbers for each in readings)),
            frozenset[str]().union(*(each.words for each in readings)),
            frozenset[str]().union(*(each.stems for each in readings)),
            language not in CAPITALISES_NOUNS,
        )

    def beyond(self, sentence: str) -> bool:
        """Whether the sentence has a number in digits, or a name, that the source has nowhere."""
        digits = {number_of(token.text) for token in tokens_of(sentence) if token.text[0].isdigit()}
        if digits - self.numbers:
            return True
        names = read_text(sentence).names if self.judges_names else frozenset()
        return any(name not in self.words and stem_of(name) not in self.stems for name in names)


@dataclass(frozen=True, slots=True)
class HeldProse:
    """The prose after it was held against the source, and the sentences that were marked or dropped."""

    text: str
    beyond: tuple[str, ...] = ()


def hold_prose(prose: str, named: Named, *, drop: bool) -> HeldProse:
    """Mark (`{unsupported}` after it) or drop each sentence that names what the source does not."""
    found: list[str] = []
    held = "".join(_paragraph(part, named, drop, found) for part in _PARAGRAPHS.split(prose))
    return HeldProse(held.strip(), tuple(found)) if found else HeldProse(prose)


def _paragraph(paragraph: str, named: Named, drop: bool, found: list[str]) -> str:
    if not paragraph.strip() or _UNJUDGED.match(paragraph):
        return paragraph
    return "".join(_pieces(paragraph, named, drop, found))


def _pieces(paragraph: str, named: Named, drop: bool, found: list[str]) -> Iterator[str]:
    at = 0
    for start, end in split_sentences(paragraph):
        sentence = paragraph[start:end]
        beyond = named.beyond(sentence)
        if beyond:
            found.append(sentence)
        if not (beyond and drop):
            yield paragraph[at:end] + f" {MARK}" * beyond
        at = end
    yield paragraph[at:]
