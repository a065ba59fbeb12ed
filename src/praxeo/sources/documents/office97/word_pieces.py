"""The text of a Word document, which stands in pieces anywhere in its stream, and where each character is."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from praxeo.domain.errors import Refused
from praxeo.sources.documents.text_length import TEXT_LIMIT_CHARACTERS, too_long
from praxeo.sources.documents.zip_files import DAMAGED

ONE_BYTE_FLAG = 0x40000000
OFFSET_BITS = 0x3FFFFFFF
PROPERTIES, TABLE = 1, 2


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Characters `start` to `end` of the text, from byte `offset` of the stream on, `width` bytes each."""

    start: int
    end: int
    offset: int
    width: int

    def byte_of(self, character: int) -> int:
        """Where a character of this piece stands in the stream."""
        return self.offset + (character - self.start) * self.width


@dataclass(frozen=True, kw_only=True)
class PieceTable:
    """All pieces in order of the text."""

    pieces: tuple[Piece, ...]
    text: str
    _starts: tuple[int, ...]

    @classmethod
    def of(cls, part: bytes, document: bytes) -> PieceTable:
        """The pieces that the part of the table stream lists, and the text that they make."""
        pieces = tuple(_pieces(part))
        text = "".join(_characters(piece, document) for piece in pieces)
        return cls(pieces=pieces, text=text, _starts=tuple(piece.start for piece in pieces))

    def at(self, character: int) -> Piece | None:
        """The piece that a character stands in."""
        index = bisect_right(self._starts, character) - 1
        found = self.pieces[index] if index >= 0 else None
        return found if found and character < found.end else None

    def between(self, start: int, end: int) -> Iterator[tuple[Piece, int, int]]:
        """The pieces of a range of characters, each with what of the range stands in it."""
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self.pieces) and self.pieces[index].start < end:
            piece = self.pieces[index]
            yield piece, max(start, piece.start), min(end, piece.end)
            index += 1


def _pieces(part: bytes) -> Iterator[Piece]:
    try:
        at = 0
        while part[at] == PROPERTIES:
            at += 3 + struct.unpack_from("<H", part, at + 1)[0]
        if part[at] != TABLE:
            raise Refused("damaged", DAMAGED)
        count = (struct.unpack_from("<I", part, at + 1)[0] - 4) // 12
        borders = struct.unpack_from(f"<{count + 1}I", part, at + 5)
        for index, (start, end) in enumerate(pairwise(borders)):
            if end < start:
                raise Refused("damaged", DAMAGED)
            if end > TEXT_LIMIT_CHARACTERS:
                raise too_long()
            place = struct.unpack_from("<I", part, at + 5 + 4 * (count + 1) + 8 * index + 2)[0]
            narrow, offset = place & ONE_BYTE_FLAG, place & OFFSET_BITS
            yield Piece(
                start=start,
                end=end,
                offset=offset // 2 if narrow else offset,
                width=1 if narrow else 2,
            )
    except (struct.error, IndexError, MemoryError) as error:
        raise Refused("damaged", DAMAGED) from error


def _characters(piece: Piece, document: bytes) -> str:
    """As many characters as the piece says, each a 16-bit unit; what the file does not hold is empty."""
    count = piece.end - piece.start
    data = document[piece.offset : piece.offset + count * piece.width]
    if piece.width == 1:
        return data.decode("cp1252", "replace").ljust(count, "\0")
    text = data.decode("utf-16-le", "replace")
    if len(text) != len(data) // 2:
        text = "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))
    return text.ljust(count, "\0")
