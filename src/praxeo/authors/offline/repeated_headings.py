"""Headings that stand in every chapter ("Procedure", "Observation") belong below that chapter's numbered one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from praxeo.authors.offline.cleaning import even
from praxeo.domain.blocks import Block

FEWEST_CHAPTERS = 2  # numbered headings, below which others repeat
LOWEST = 6

_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d{1,2})+[.)]?\s+\S")


def below_their_chapter(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with headings that repeat one level lower where readers saw all of one size."""
    headings = [block for block in blocks if block.kind == "heading"]
    numbered = Counter(block.level for block in headings if _NUMBERED.match(block.text))
    times = Counter((block.level, even(block.text).lower()) for block in headings)

    def repeats(block: Block) -> bool:
        again = times[block.level, even(block.text).lower()] >= FEWEST_CHAPTERS
        chapters = numbered[block.level] >= FEWEST_CHAPTERS
        return again and chapters and not _NUMBERED.match(block.text)

    lower = (block.kind == "heading" and repeats(block) for block in blocks)
    return [
        replace(block, level=min(block.level + 1, LOWEST)) if is_lower else block
        for block, is_lower in zip(blocks, lower, strict=True)
    ]
