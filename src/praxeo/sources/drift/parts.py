"""The sentences, rows and lines of a source, each by the references that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from praxeo.domain.blocks import Block
from praxeo.domain.sentences import evidence_parts
from praxeo.sources.drift.wording import Words, words_of

CARRIED_WORDS_MOST = 60  # of a sentence that goes on in the next paragraph of captions
_ENDED = re.compile(r"[.!?…؟।。！？][\"'”’»)\]]*$")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One sentence, row or line. `references` ("b12.1") are several where captions part it by its times."""

    references: tuple[str, ...]
    text: str
    words: Words


def parts_of(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """Every part of the blocks, in order; what has no words is left out."""
    return tuple(part for part in _joined(blocks) if part.words)


def _joined(blocks: Iterable[Block]) -> Iterator[Part]:
    """The parts, with sentences of captions whole that go on in the next paragraph."""
    begun: Part | None = None
    for block in blocks:
        spoken = block.locator.second is not None and block.kind == "paragraph"
        for number, text in enumerate(evidence_parts(block), 1):
            part = Part(references=(f"{block.id}.{number}",), text=text, words=words_of(text))
            if begun and spoken:
                part = _together(begun, part)
            elif begun:
                yield begun
            begun = None
            if spoken and not _ENDED.search(text) and len(part.words) < CARRIED_WORDS_MOST:
                begun = part
            else:
                yield part
    if begun:
        yield begun


def _together(one: Part, other: Part) -> Part:
    text = f"{one.text} {other.text}"
    return Part(references=one.references + other.references, text=text, words=words_of(text))
