"""Builds Word documents of before 2007 with nothing but text, in one piece or many."""

from __future__ import annotations

import struct

from tests.hostile.builders.compound_files import compound

TEXT_AT = 2048
PIECES, PLACES = 33, 93
TABLE_FLAG = 0x200


def word_file(
    *pieces: str,
    magic: int = 0xA5EC,
    version: int = 0xC1,
    flags: int = TABLE_FLAG,
    lengths: tuple[int, ...] = (),
    table: bytes = b"",
    places: dict[int, tuple[int, int]] | None = None,
    repeated: int = 1,
) -> bytes:
    """A document of these texts, each a piece: of one byte a character where that is enough.

    `repeated` lists each piece so often; `table` stands in place of the piece table, `places` are
    places of further parts in the table stream.
    """
    stored, entries = b"", []
    borders = [0]
    for text in pieces:
        wide = not text.isascii()
        at = TEXT_AT + len(stored) + len(stored) % 2
        stored = stored.ljust(at - TEXT_AT, b"\0") + text.encode("utf-16-le" if wide else "cp1252")
        units = len(text.encode("utf-16-le")) // 2
        for _ in range(repeated):
            entries.append(struct.pack("<HIH", 0, at if wide else at * 2 | 0x40000000, 0))
            borders.append(borders[-1] + units)
    listed = struct.pack(f"<{len(borders)}I", *borders) + b"".join(entries)
    table = table or b"\x02" + struct.pack("<I", len(listed)) + listed
    found = {PIECES: (0, len(table)), **(places or {})}
    head = struct.pack("<HH", magic, version).ljust(10, b"\0") + struct.pack("<H", flags)
    head = head.ljust(32, b"\0") + struct.pack("<H", 14) + bytes(28) + struct.pack("<H", 22)
    numbers = (*(0, 0, 0), *(lengths or (borders[-1], *(0,) * 7))[:8], *(0,) * 11)
    head += struct.pack("<22i", *numbers[:22]) + struct.pack("<H", PLACES)
    for index in range(PLACES):
        head += struct.pack("<II", *found.get(index, (0, 0)))
    name = "1Table" if flags & TABLE_FLAG else "0Table"
    return compound({"WordDocument": head.ljust(TEXT_AT, b"\0") + stored, name: table})
