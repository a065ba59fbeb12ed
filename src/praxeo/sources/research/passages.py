"""Parts of what was read: sections by their headings, to be found and taken over without the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Block, Extraction, ReadSource

WORDS_MAX = 400  # of a passage, from which on the next block begins another
NOT_TAKEN = frozenset({"figure", "caption"})  # a picture stays with the source that has it


@dataclass(frozen=True, kw_only=True, slots=True)
class Passage:
    """Blocks that stand together, from `first` to `last` (their places in the order, both included)."""

    source: int
    first: int
    last: int
    title: str
    text: str

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def passages(extraction: Extraction) -> Iterator[Passage]:
    """All that was read, from heading to heading; a long section is several passages."""
    first, words, title = 0, 0, extraction.metadata.title
    blocks = extraction.blocks
    for at, block in enumerate(blocks):
        begins = (
            block.kind == "heading"
            or words >= WORDS_MAX
            or _source(block) != _source(blocks[first])
        )
        if begins and at > first and any(b.kind != "heading" for b in blocks[first:at]):
            yield _passage(blocks, first, at - 1, title)
            first, words = at, 0
        if block.kind == "heading":
            title = block.text
        words += len(block.text.split())
    if blocks:
        yield _passage(blocks, first, len(blocks) - 1, title)


def cut(
    extraction: Extraction, places: Sequence[tuple[int, int]], source: ReadSource
) -> Extraction:
    """The extraction with the blocks of these passages alone, as what was read from `source`."""
    blocks = [
        replace(block, locator=replace(block.locator, source=None))
        for first, last in sorted(places)
        for block in extraction.blocks[first : last + 1]
        if block.kind not in NOT_TAKEN
    ]
    words = sum(len(block.text.split()) for block in blocks)
    return replace(
        numbered(replace(extraction, asides=()), blocks),
        metadata=replace(extraction.metadata, title=source.title, word_count=words),
        warnings=(),
        sources=(source,),
        pictures={},
        ledger=(),
    )


def _passage(blocks: Sequence[Block], first: int, last: int, title: str) -> Passage:
    text = "\n".join(block.text for block in blocks[first : last + 1])
    return Passage(source=_source(blocks[first]), first=first, last=last, title=title, text=text)


def _source(block: Block) -> int:
    return block.locator.source or 0
