"""What sources say most, without a model: whole sentences of theirs, word for word, each with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.sentences import evidence_parts

SENTENCES = 8
WORDS_LEAST, WORDS_MOST = 7, 45  # of a sentence that says something by itself
ALIKE = 0.5  # of the terms of a sentence; one that repeats so much of another says nothing more
OF_TOPIC, OF_TITLE, BEGINS = (
    1.0,
    0.5,
    0.3,
)  # what a sentence gains that speaks of it, or stands first
# A sentence that begins so leans on the one before it.
_LEANING = frozenset(
    (
        "this",
        "that",
        "these",
        "those",
        "it",
        "they",
        "he",
        "she",
        "such",
        "but",
        "however",
        "also",
        "and",
    )
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """One sentence: `evidence` is its place, such as "b12.3", `source` counts in the extraction's sources."""

    text: str
    evidence: str
    source: int


@dataclass(frozen=True, kw_only=True)
class _Sentence:
    said: Said
    stems: frozenset[str]
    begins: bool
    at: int


def summarised(extraction: Extraction, topic: str = "", most: int = SENTENCES) -> tuple[Said, ...]:
    """The sentences that say most about the topic, in the order in which they stand; () if there are none.

    Sources take turns: the best sentence of each comes before the second of any.
    """
    from praxeo.claims.reading import (
        read_text,
    )  # where something is summed up, and not by all that may

    sentences = list(_sentences(extraction.blocks))
    uses = Counter(stem for each in sentences for stem in each.stems)
    about, title = read_text(topic).stems, read_text(extraction.metadata.title).stems

    def worth(each: _Sentence) -> float:
        often = sum(uses[stem] for stem in each.stems) / (len(each.stems) * (1 + len(sentences)))
        spoken = OF_TOPIC * len(each.stems & about) / (len(about) or 1)
        return (
            often
            + spoken
            + OF_TITLE * len(each.stems & title) / (len(title) or 1)
            + BEGINS * each.begins
        )

    chosen: list[_Sentence] = []
    taken: Counter[int] = Counter()
    left = sorted(sentences, key=worth, reverse=True)
    while left and len(chosen) < most:
        best = min(left, key=lambda each: taken[each.said.source])  # the first of those is the best
        left.remove(best)
        if not any(_alike(best, other) for other in chosen):
            chosen.append(best)
            taken[best.said.source] += 1
    return tuple(each.said for each in sorted(chosen, key=lambda each: each.at))


def _sentences(blocks: Sequence[Block]) -> Iterator[_Sentence]:
    from praxeo.claims.reading import read_text

    after_heading, at = False, 0
    for block in blocks:
        if block.kind == "paragraph" and not block.is_doubtful:
            for number, text in enumerate(evidence_parts(block), 1):
                at += 1
                words = text.split()
                if not WORDS_LEAST <= len(words) <= WORDS_MOST or text[-1:] not in ".!":
                    continue
                reading = read_text(text)
                if reading.stems and words[0].lower().strip(",") not in _LEANING:
                    said = Said(
                        text=text, evidence=f"{block.id}.{number}", source=block.locator.source or 0
                    )
                    begins = after_heading and number == 1
                    yield _Sentence(said=said, stems=reading.stems, begins=begins, at=at)
        after_heading = block.kind == "heading"


def _alike(one: _Sentence, other: _Sentence) -> bool:
    return len(one.stems & other.stems) > ALIKE * min(len(one.stems), len(other.stems))
