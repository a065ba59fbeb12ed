"""What of an input is taught: the passages and the sources that were chosen; no id depends on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.asides import with_channels
from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.input_records import CombinedInput, Input


def taught(source: Input, extraction: Extraction) -> Extraction:
    """What was read from an input, as its owner wants it taught."""
    chosen = with_channels(extraction, source.channels)
    return with_inputs(chosen, source.chosen) if isinstance(source, CombinedInput) else chosen


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
