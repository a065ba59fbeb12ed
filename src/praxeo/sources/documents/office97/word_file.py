"""A binary Word file: its streams, and where the information block at its start says that parts of them are.

Offsets and indexes are those of [MS-DOC].
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from praxeo.domain.errors import Refused
from praxeo.sources.documents.office97.compound_file import CompoundFile
from praxeo.sources.documents.zip_files import DAMAGED, ENCRYPTED

WORD_97, FIRST_VERSION = 0xA5EC, 0xC1
ENCRYPTED_FLAG, FIRST_TABLE_FLAG = 0x100, 0x200
# Places of parts in the table stream.
STYLES, NOTE_TEXTS, COMMENT_TEXTS = 1, 3, 5
CHARACTER_PAGES, PARAGRAPH_PAGES, FONTS, PIECES, SHAPES = 12, 13, 15, 33, 40
ENDNOTE_TEXTS, DRAWINGS, BOX_TEXTS, LISTS, LIST_OVERRIDES = 47, 50, 56, 73, 74
STORIES = ("text", "notes", "headers", "macros", "comments", "endnotes", "boxes", "header_boxes")
OLDER_WORD = (
    "This document was saved by a version of Word older than Word 97. Open it in a word processor, "
    "save it as .docx and add that file."
)


@dataclass(frozen=True, kw_only=True)
class WordFile:
    """The streams of a Word document; `stories` are the places of body, notes, ... in the text."""

    document: bytes
    table: bytes
    data: bytes
    stories: dict[str, range]
    _places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, file: CompoundFile) -> WordFile:
        """The Word document in a compound file; Refused if it is encrypted, damaged or too old."""
        document = file.stream("WordDocument")
        try:
            magic, version = struct.unpack_from("<HH", document)
            flags = struct.unpack_from("<H", document, 10)[0]
            if magic != WORD_97 or version < FIRST_VERSION:
                raise Refused("older_word", OLDER_WORD)
            if flags & ENCRYPTED_FLAG:
                raise Refused("encrypted", ENCRYPTED)
            words = struct.unpack_from("<H", document, 32)[0]
            at = 34 + 2 * words
            longs = struct.unpack_from("<H", document, at)[0]
            lengths = struct.unpack_from("<8i", document, at + 2 + 12)
            at += 2 + 4 * longs
            count = struct.unpack_from("<H", document, at)[0]
            numbers = struct.unpack_from(f"<{2 * count}I", document, at + 2)
        except struct.error as error:
            raise Refused("damaged", DAMAGED) from error
        return cls(
            document=document,
            table=file.stream("1Table" if flags & FIRST_TABLE_FLAG else "0Table"),
            data=file.stream("Data"),
            stories=_stories(lengths),
            _places=tuple(zip(numbers[::2], numbers[1::2], strict=True)),
        )

    def part(self, index: int) -> bytes:
        """A part of the table stream, b"" if the file has none."""
        start, length = self._places[index] if index < len(self._places) else (0, 0)
        return self.table[start : start + length]

    def from_part(self, index: int) -> bytes:
        """A part with all that stands behind it; b"" if the file has none."""
        start, length = self._places[index] if index < len(self._places) else (0, 0)
        return self.table[start:] if length else b""


def _stories(lengths: tuple[int, ...]) -> dict[str, range]:
    stories, at = {}, 0
    for name, length in zip(STORIES, lengths, strict=True):
        if length < 0:
            raise Refused("damaged", DAMAGED)
        stories[name] = range(at, at + length)
        at += length
    return stories
