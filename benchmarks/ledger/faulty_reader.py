"""A reader with a fault: it loses one block, whatever the format. The ledger must tell it by its own count."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList

WORDS = re.compile(r"[^\W\d_]{3,}")


@contextmanager
def losing_a_block(seed: str) -> Iterator[list[Block]]:
    """Meanwhile every reading loses one block with a word in it; the list says which."""
    chance, lost = random.Random(seed), []
    sound = BlockList.extraction

    def faulty(self: BlockList, metadata: Metadata, **more: Any) -> Extraction:
        kept = list(more.get("blocks") or self.blocks)
        with_words = [block for block in kept if WORDS.search(block.text)]
        if len(with_words) > 1:
            lost.append(chance.choice(with_words))
            more["blocks"] = tuple(block for block in kept if block.id != lost[-1].id)
        return sound(self, metadata, **more)

    BlockList.extraction = faulty  # type: ignore[method-assign]
    try:
        yield lost
    finally:
        BlockList.extraction = sound  # type: ignore[method-assign]
