"""Finds the properties of each character and paragraph in the pages of 512 bytes that hold them."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.sources.documents.office97 import sprms
from praxeo.sources.documents.office97.word_file import CHARACTER_PAGES, PARAGRAPH_PAGES, WordFile
from praxeo.sources.documents.office97.word_pieces import PieceTable

PAGE_BYTES = 512
PAGE_BITS = 0x3FFFFF
PLACE_BYTES = {CHARACTER_PAGES: 1, PARAGRAPH_PAGES: 13}

Run = tuple[int, int, bytes]


@dataclass(kw_only=True)
class Runs:
    """Ranges of the stream with one set of properties each, in order."""

    runs: list[Run]
    _starts: list[int] = field(default_factory=list)
    _known: dict[bytes, sprms.Properties] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.runs.sort(key=lambda run: run[0])
        self._starts = [start for start, _, _ in self.runs]

    def at(self, place: int) -> tuple[bytes, int]:
        """The changes that hold at a place of the stream, and where they end."""
        index = bisect_right(self._starts, place) - 1
        if index >= 0 and place < self.runs[index][1]:
            return self.runs[index][2], self.runs[index][1]
        return b"", self._starts[index + 1] if index + 1 < len(self._starts) else place + PAGE_BYTES

    def properties(self, changes: bytes) -> sprms.Properties:
        """The changes as values by number."""
        if changes not in self._known:
            self._known[changes] = sprms.properties(changes)
        return self._known[changes]


def runs_of(file: WordFile, part: int) -> Runs:
    """The runs of characters or paragraphs, as the part of the table stream lists their pages."""
    places = file.part(part)
    count = max(0, (len(places) - 4) // 8)
    listed = places[4 * (count + 1) : 4 * (count + 1) + 4 * count]
    pages = dict.fromkeys(number & PAGE_BITS for (number,) in struct.iter_unpack("<I", listed))
    found: list[Run] = []
    for number in pages:
        page = file.document[number * PAGE_BYTES : (number + 1) * PAGE_BYTES]
        if len(page) == PAGE_BYTES:
            found.extend(_page_runs(page, part))
    return Runs(runs=found)


def _page_runs(page: bytes, part: int) -> Iterator[Run]:
    count, width = page[-1], PLACE_BYTES[part]
    if 4 * (count + 1) + width * count >= PAGE_BYTES:
        return
    borders = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        at = 2 * page[4 * (count + 1) + width * index]
        changes = b""
        if at and part == CHARACTER_PAGES:
            changes = page[at + 1 : at + 1 + page[at]]
        elif at:
            length = 2 * page[at] - 1 if page[at] else 2 * page[at + 1]
            at += 1 if page[at] else 2
            changes = page[at : at + length]
        yield borders[index], borders[index + 1], changes


def character_runs(
    pieces: PieceTable, runs: Runs, start: int, end: int
) -> Iterator[tuple[int, int, bytes]]:
    """The ranges of characters with the same changes from `start` to `end`."""
    for piece, first, last in pieces.between(start, end):
        at = first
        while at < last:
            place = piece.byte_of(at)
            changes, until = runs.at(place)
            next_at = min(last, max(at + 1, at + -(-(until - place) // piece.width)))
            yield at, next_at, changes
            at = next_at
