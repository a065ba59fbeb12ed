"""The chapters that a video's description lists: they become the sections of what was said.

YouTube takes lines with a time for chapters if the first is 0:00, there are three at least, in order, and each
is ten seconds long (https://support.google.com/youtube/answer/9884579); so does Praxeo.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Block, Extraction, Locator

CHAPTERS_AT_LEAST = 3
CHAPTER_SECONDS_MIN = 10
EARLY_SECONDS = 8  # by which a paragraph may begin before the chapter that it is the first of
TITLE_CHARACTERS_MAX = 120
_CLOCK = r"(?P<clock>(?:\d{1,2}:)?\d{1,2}:\d{2})"
_FIRST = re.compile(rf"^\W{{0,6}}?[(\[]?{_CLOCK}[)\]]?\s*[-–—:|.•]*\s*(?P<title>\S.*)$")
_LAST = re.compile(rf"^(?P<title>\S.*?)\s*[-–—:|]*\s*[(\[]?{_CLOCK}[)\]]?$")
_BULLET = re.compile(r"^[\s•*▶►➤→–—-]+|^\d{1,2}[.)]\s+(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Chapter:
    """A part of a video from a second on."""

    second: int
    title: str


def chapters_in(description: str) -> tuple[Chapter, ...]:
    """The chapters that a description lists; () if what it lists is none."""
    found = [chapter for line in description.splitlines() if (chapter := _chapter(line))]
    starts = [chapter.second for chapter in found]
    apart = all(after - before >= CHAPTER_SECONDS_MIN for before, after in pairwise(starts))
    whole = len(found) >= CHAPTERS_AT_LEAST and starts[0] == 0 and apart
    return tuple(found) if whole else ()


def with_chapters(extraction: Extraction, chapters: Sequence[Chapter]) -> Extraction:
    """The extraction with a heading before the paragraph that begins nearest to each chapter's start.

    A chapter in which nothing is said has none.
    """
    said = [block for block in extraction.blocks if block.locator.second is not None]
    headings: dict[str, list[Block]] = {}
    ends = [*(chapter.second for chapter in chapters[1:]), None]
    for chapter, end in zip(chapters, ends, strict=False):
        if first := _nearest(said, chapter.second, end):
            heading = Block(
                id=first.id,
                kind="heading",
                text=chapter.title,
                level=2,
                locator=Locator(second=chapter.second),
            )
            headings.setdefault(first.id, [heading])
    blocks = [b for block in extraction.blocks for b in (*headings.get(block.id, ()), block)]
    return numbered(extraction, blocks) if headings else extraction


def _nearest(said: Sequence[Block], start: int, end: int | None) -> Block | None:
    def away(block: Block) -> int:
        return abs((block.locator.second or 0) - start)

    begins = [(block.locator.second or 0, block) for block in said]
    within = [
        block
        for second, block in begins
        if second >= start - EARLY_SECONDS and (end is None or second < end)
    ]
    return min(within, key=away, default=None)


def _chapter(line: str) -> Chapter | None:
    line = _BULLET.sub("", line.strip())
    found = _FIRST.match(line) or _LAST.match(line)
    if found is None:
        return None
    second = 0
    for part in found["clock"].split(":"):
        second = second * 60 + int(part)
    title = " ".join(found["title"].split())[:TITLE_CHARACTERS_MAX]
    return Chapter(second=second, title=title) if any(map(str.isalnum, title)) else None
