"""Finds headings in documents whose writer made them by hand, in bold instead of by a style."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from praxeo.domain.blocks import Block

LENGTH_LIMIT = 80
SHARE_LIMIT = 0.3
SENTENCE_END = (".", ",", ";", ":", "!", "…")


def promote_bold_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Short paragraphs wholly in bold become headings, if the document has no other headings."""
    if not blocks or any(block.kind == "heading" and index for index, block in enumerate(blocks)):
        return blocks
    found = {
        block.id
        for block, following in pairwise(blocks)
        if _looks_like_heading(block) and not _looks_like_heading(following)
    }
    if len(found) > SHARE_LIMIT * len(blocks):
        return blocks
    return tuple(
        replace(block, kind="heading", level=2, marks=()) if block.id in found else block
        for block in blocks
    )


def _looks_like_heading(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and len(block.text) <= LENGTH_LIMIT
        and "\n" not in block.text
        and not block.text.endswith(SENTENCE_END)
        and any(c.isalpha() for c in block.text)
        and any(m.style == "strong" and m.end - m.start >= len(block.text) for m in block.marks)
    )
