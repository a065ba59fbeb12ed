"""Divides blocks that are far longer than a paragraph, as texts without line breaks hold.

A section, an exercise's place and the reading view all lead to blocks: of one that is as long as a chapter they
could only say "somewhere in here".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.sentences import split_sentences

LONG_CHARACTERS = 4_000  # a longer block of running text is divided
WANTED_CHARACTERS = 1_000  # of each part, up to the end of its sentence
DIVIDED_KINDS = frozenset({"paragraph", "list_item"})


def with_short_blocks(extraction: Extraction) -> Extraction:
    """The same extraction, its long running text divided at ends of sentences; ids stay in order."""
    if not any(_is_long(block) for block in extraction.blocks):
        return extraction
    return numbered(extraction, (part for block in extraction.blocks for part in _divided(block)))


def _is_long(block: Block) -> bool:
    return block.kind in DIVIDED_KINDS and len(block.text) > LONG_CHARACTERS


def _divided(block: Block) -> Iterator[Block]:
    """Paragraphs; the first part of a list item stays one."""
    if not _is_long(block):
        yield block
        return
    for number, (start, end) in enumerate(_spans(block.text)):
        part = _part(block, start, end)
        yield part if number == 0 else replace(part, kind="paragraph", level=0, number="")


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = end = 0
    for first, last in split_sentences(text):
        if end > start and last - start > WANTED_CHARACTERS:
            yield start, end
            start = first
        end = last
    yield start, end


def _part(block: Block, start: int, end: int) -> Block:
    marks = tuple(
        replace(m, start=max(m.start, start) - start, end=min(m.end, end) - start)
        for m in block.marks
        if m.start < end and m.end > start
    )
    offset = block.locator.offset
    place = replace(block.locator, offset=None if offset is None else offset + start)
    seconds = _seconds(block, start, end)
    if seconds:
        place = replace(place, second=seconds[0])
    return replace(block, text=block.text[start:end], marks=marks, locator=place, seconds=seconds)


def _seconds(block: Block, start: int, end: int) -> tuple[int, ...]:
    """Those of its sentences that begin within this part."""
    if not block.seconds:
        return ()
    begins = (first for first, _ in split_sentences(block.text))
    return tuple(s for first, s in zip(begins, block.seconds, strict=True) if start <= first < end)
