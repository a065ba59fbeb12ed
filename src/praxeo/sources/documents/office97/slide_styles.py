"""Levels, bullets and looks of the text of a slide, as runs of so many characters each ([MS-PPT] 2.9.43)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from praxeo.sources.documents.inline import RunStyle

BULLET_FLAGS, TABS_BIT, WRAP_FLAGS, STYLE_FLAGS = 0xF, 20, 0xE0000, 0x3EB7
# The bit of each value that may stand behind the flags, with its length, in the order of their places.
PARAGRAPH_VALUES = (
    (7, 2),
    (4, 2),
    (6, 2),
    (5, 4),
    (11, 2),
    (12, 2),
    (13, 2),
    (14, 2),
    (8, 2),
    (10, 2),
    (15, 2),
)
CHARACTER_VALUES = ((16, 2), (21, 2), (22, 2), (23, 2), (17, 2), (18, 4))
POSITION_BIT = 19
LEVEL_MAX = 4


class Span(NamedTuple):
    """So many characters from `start` on; `value` is what holds for them."""

    start: int
    end: int
    level: int = 0
    bullet: bool | None = None
    marks: tuple[RunStyle, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TextStyle:
    """The runs of paragraphs and of characters."""

    paragraphs: tuple[Span, ...] = ()
    characters: tuple[Span, ...] = ()

    def paragraph_at(self, place: int) -> tuple[int, bool | None]:
        """The level and bullet of the paragraph that begins there."""
        for span in self.paragraphs:
            if place < span.end:
                return span.level, span.bullet
        return 0, None

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[RunStyle, ...]]]:
        """The parts of a range with the same marks."""
        at = start
        for span in self.characters:
            if span.end > at and span.start < end:
                until = min(end, span.end)
                yield at, until, span.marks
                at = until
        if at < end:
            yield at, end, ()


def style_of(data: bytes, length: int) -> TextStyle:
    """The runs of a text of that length, as far as they are sound."""
    paragraphs: list[Span] = []
    characters: list[Span] = []
    at = done = 0
    try:
        while done <= length and at + 6 <= len(data):
            count, level = struct.unpack_from("<IH", data, at)
            bullet, at = _paragraph(data, at + 6)
            paragraphs.append(Span(done, done + count, level=min(LEVEL_MAX, level), bullet=bullet))
            done += max(1, count)
        done = 0
        while done <= length and at + 8 <= len(data):
            count = struct.unpack_from("<I", data, at)[0]
            marks, at = _characters(data, at + 4)
            characters.append(Span(done, done + count, marks=marks))
            done += max(1, count)
    except struct.error:
        pass  # what is known so far holds
    return TextStyle(paragraphs=tuple(paragraphs), characters=tuple(characters))


def _paragraph(data: bytes, at: int) -> tuple[bool | None, int]:
    """Whether there is a bullet, and where the next run begins."""
    mask = struct.unpack_from("<I", data, at)[0]
    at += 4
    bullet = None
    if mask & BULLET_FLAGS:
        if mask & 1:
            bullet = bool(struct.unpack_from("<H", data, at)[0] & 1)
        at += 2
    at += sum(size for bit, size in PARAGRAPH_VALUES if mask >> bit & 1)
    if mask >> TABS_BIT & 1:
        at += 2 + 4 * struct.unpack_from("<H", data, at)[0]
    at += 2 * (mask >> 16 & 1) + 2 * bool(mask & WRAP_FLAGS) + 2 * (mask >> 21 & 1)
    return bullet, at


def _characters(data: bytes, at: int) -> tuple[tuple[RunStyle, ...], int]:
    """What the characters are marked with, and where the next run begins."""
    mask = struct.unpack_from("<I", data, at)[0]
    at += 4
    marks: list[RunStyle] = []
    if mask & STYLE_FLAGS:
        flags = struct.unpack_from("<H", data, at)[0]
        if flags & 1:
            marks.append("strong")
        if flags & 2:
            marks.append("emphasis")
        at += 2
    at += sum(size for bit, size in CHARACTER_VALUES if mask >> bit & 1)
    if mask >> POSITION_BIT & 1:
        position = struct.unpack_from("<h", data, at)[0]
        if position:
            marks.append("raised" if position > 0 else "lowered")
        at += 2
    return tuple(marks), at
