"""Which words of a source are its key terms: defined, printed bold, in headings, or rare and used often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from praxeo.authors.offline.cleaning import key, words
from praxeo.authors.offline.grammar import is_term_text, term_of
from praxeo.authors.offline.lexicon import RARE_WORD, frequency
from praxeo.authors.offline.material import Sentence
from praxeo.domain.blocks import Block

LONGEST_MARKED_TERM = 5  # words
OFTEN = 3  # uses of a rare phrase that make it a key term

_PUNCTUATION_INSIDE = re.compile(r"[.!?:;=(){}\[\]<>]")


@dataclass
class Vocabulary:
    """The key terms of one source with their weights, and how often each phrase is used.

    `names` are the words that stand with a capital inside sentences and never without one;
    `ordinary` are those that also stand without.
    """

    uses: Counter[str] = field(default_factory=Counter)
    weights: dict[str, float] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    ordinary: set[str] = field(default_factory=set)

    def raise_to(self, term: str, weight: float) -> None:
        """Give a term at least this weight."""
        name = key(term)
        self.weights[name] = max(self.weights.get(name, 0.0), weight)

    def uses_of(self, term: str) -> int:
        """How often the phrase is used in the source."""
        return self.uses[key(term)]

    def is_named(self, term: str) -> bool:
        """Whether the source defines the term, prints it bold or gives it a heading."""
        return self.weights.get(key(term), 0.0) >= 1.0

    def weight(self, term: str) -> float:
        """How much a phrase is a key term here: 0 not at all, 3 and more certainly."""
        name = key(term)
        own = self.weights.get(name, 0.0)
        rare = max(0.0, RARE_WORD + 0.7 - min((frequency(w) for w in words(term)), default=7.0))
        often = min(self.uses[name], OFTEN) / OFTEN
        return own + often * (1.0 + min(rare, 2.0)) + (0.5 if rare > 0.7 else 0.0)


def marked_terms(block: Block) -> list[tuple[int, int]]:
    """Spans of a block printed bold, in italics or as code that look like terms."""
    found = []
    for mark in block.marks:
        text = block.text[mark.start : mark.end].strip(" :,.;")
        if (
            mark.style not in ("strong", "emphasis")
            or not 0 < len(text.split()) <= LONGEST_MARKED_TERM
        ):
            continue
        if mark.style == "emphasis" and len(text.split()) == 1 and frequency(text) > RARE_WORD:
            continue  # a word stressed, not a term introduced
        if _PUNCTUATION_INSIDE.search(text) or text.isdigit() or not is_term_text(text):
            continue
        start = block.text.index(text, mark.start)
        found.append((start, start + len(text)))
    if sum(end - start for start, end in found) > 0.5 * len(block.text):
        return []  # a bold paragraph marks nothing
    return found


def note_structure(vocabulary: Vocabulary, blocks: Iterable[Block]) -> None:
    """Weigh what the layout says: bold terms and short headings."""
    for block in blocks:
        if block.kind == "heading":
            if len(block.text.split()) <= 4 and is_term_text(block.text):
                vocabulary.raise_to(block.text, 1.0)
            continue
        for start, end in marked_terms(block):
            vocabulary.raise_to(block.text[start:end], 2.0)


def note_phrases(vocabulary: Vocabulary, doc: Any) -> None:
    """Count the noun phrases of a parsed sentence, and note the names in it."""
    vocabulary.names.update(token.text for token in doc[:1] if token.pos_ == "PROPN")
    vocabulary.ordinary.update(token.text.capitalize() for token in doc if token.text.islower())
    vocabulary.names.update(
        token.text for token in doc[1:] if token.text[:1].isupper() and not token.is_sent_start
    )
    for chunk in doc.noun_chunks:
        term = term_of(doc, chunk.root, allow_the=True)
        if term:
            vocabulary.uses[key(term)] += 1


def marks_in(sentence: Sentence) -> list[str]:
    """The marked terms that lie within a sentence."""
    end = sentence.start + len(sentence.text)
    return [
        sentence.block.text[a:b]
        for a, b in marked_terms(sentence.block)
        if sentence.start <= a and b <= end
    ]
