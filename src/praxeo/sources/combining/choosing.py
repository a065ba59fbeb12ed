"""What of an input is taught: the passages and the sources that were chosen; no id depends on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.asides import with_channels
from praxeo.domain.blocks import Block, Extraction, ReadSource
from praxeo.domain.input_records import CombinedInput, Input, TopicInput


def taught(source: Input, extraction: Extraction) -> Extraction:
    """What was read from an input, as its owner wants it taught."""
    chosen = with_channels(extraction, source.channels)
    if isinstance(source, CombinedInput):
        return with_inputs(chosen, source.chosen)
    return without_pages(chosen, source.left_out) if isinstance(source, TopicInput) else chosen


def page_of(source: ReadSource) -> str:
    """What a page of a topic is named by: its address, or the input by which it was read here before."""
    return source.address or source.input_id


def without_pages(extraction: Extraction, left_out: Sequence[str]) -> Extraction:
    """The extraction without the blocks of these pages."""
    if not left_out:
        return extraction
    kept = {n for n, source in enumerate(extraction.sources) if page_of(source) not in left_out}
    blocks = tuple(block for block in extraction.blocks if (block.locator.source or 0) in kept)
    there = {block.id for block in blocks}
    asides = tuple(aside for aside in extraction.asides if aside.after in there)
    return replace(extraction, blocks=blocks, asides=asides)


def with_inputs(extraction: Extraction, input_ids: Sequence[str]) -> Extraction:
    """The extraction with the blocks of these inputs alone, in this order."""
    owners = [source.input_id for source in extraction.sources]

    def owner(block: Block) -> str:
        source = block.locator.source
        return "" if source is None else owners[source]

    blocks = [
        block for wanted in input_ids for block in extraction.blocks if owner(block) == wanted
    ]
    there = {block.id for block in blocks}
    asides = tuple(aside for aside in extraction.asides if aside.after in there)
    return replace(extraction, blocks=tuple(blocks), asides=asides)
