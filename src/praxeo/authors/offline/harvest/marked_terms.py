"""Terms printed bold within running text, each with what its sentence says before and behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import count_words, even, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock

LONGEST_TERM = 5  # words
_AROUND = ' ,.“”"„«»'


@dataclass(frozen=True, kw_only=True)
class MarkedTerm:
    """A term in its sentence; `before` and `behind` are the sentence's text around it."""

    term: str
    before: str
    behind: str
    sentence: Sentence

    def means(self, meaning: str, rule: str) -> Definition:
        """The definition that the sentence gives of it."""
        return Definition(
            term=self.term,
            meaning=meaning,
            sentence=self.sentence,
            rule=rule,
            plural=looks_plural(self.term),
            proper=sum(word[:1].isupper() for word in self.term.split()) > 1,
        )


def marked_terms(placed: Sequence[RoledBlock], *styles: str) -> Iterator[MarkedTerm]:
    """Every short term that is marked in one of the styles ("strong", "emphasis"), in reading order."""
    for one in placed:
        if one.role not in ("body", "summary") or one.block.kind not in ("paragraph", "list_item"):
            continue
        marks = [mark for mark in one.block.marks if mark.style in styles]
        for sentence in sentences_of(one.block, one.topic) if marks else ():
            end = sentence.start + len(sentence.text)
            for mark in marks:
                term = even(one.block.text[mark.start : mark.end]).strip(_AROUND)
                if sentence.start <= mark.start < end and 1 <= count_words(term) <= LONGEST_TERM:
                    yield MarkedTerm(
                        term=term,
                        before=one.block.text[sentence.start : mark.start],
                        behind=one.block.text[mark.end : end],
                        sentence=sentence,
                    )
