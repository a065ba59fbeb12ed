"""Finds headings and list items that a writer made by hand: bold, in capitals, with a typed bullet."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from praxeo.domain.blocks import Block

LENGTH_LIMIT = 80
SHARE_LIMIT = 0.3
RUN_LIMIT = 4
CAPITALS_AT_LEAST = 4
TYPED_BULLET = re.compile(r"[•●▪■◦‣⁃∙·*–-]\s+(?=\S)")
BULLETS = "•●▪■◦‣⁃∙·"
SENTENCE_END = (".", ",", ";", ":", "!", "…")


def mend_by_hand(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with such headings and items named for what they are."""
    listed = [_as_item(b) for b in blocks if b.picture or b.text.strip(BULLETS + " ")]
    return promote_bold_headings(tuple(listed))


def _as_item(block: Block) -> Block:
    match = TYPED_BULLET.match(block.text) if block.kind in ("paragraph", "list_item") else None
    if not match or (block.kind == "paragraph" and block.text[0] not in BULLETS):
        return block
    cut = match.end()
    return replace(
        block,
        kind="list_item",
        level=block.level or 1,
        text=block.text[cut:],
        marks=tuple(
            replace(mark, start=max(0, mark.start - cut), end=mark.end - cut)
            for mark in block.marks
            if mark.end > cut
        ),
    )


def promote_bold_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Short paragraphs wholly in bold or capitals become headings, if the document has no other headings."""
    if not blocks or any(block.kind == "heading" and index for index, block in enumerate(blocks)):
        return blocks
    found = {
        block.id
        for is_heading, run in groupby(blocks, key=_looks_like_heading)
        if is_heading
        for block in _short_run(list(run), blocks[-1])
    }
    if len(found) > SHARE_LIMIT * len(blocks):
        return blocks
    return tuple(
        replace(block, kind="heading", level=2, marks=()) if block.id in found else block
        for block in blocks
    )


def _short_run(run: list[Block], last: Block) -> list[Block]:
    """The run, unless it is too long for headings above a text, or nothing follows it."""
    return run if len(run) <= RUN_LIMIT and run[-1] is not last else []


def _looks_like_heading(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and len(block.text) <= LENGTH_LIMIT
        and "\n" not in block.text
        and not block.text.endswith(SENTENCE_END)
        and any(c.isalpha() for c in block.text)
        and (_is_in_capitals(block.text) or is_bold(block))
    )


def _is_in_capitals(text: str) -> bool:
    return text.isupper() and sum(c.isalpha() for c in text) >= CAPITALS_AT_LEAST


def is_bold(block: Block) -> bool:
    """Whether all of its text is bold."""
    return any(
        mark.style == "strong" and mark.end - mark.start >= len(block.text) for mark in block.marks
    )
