"""Hostile Word documents of before 2007."""

from __future__ import annotations

import struct

from tests.hostile.builders.compound_files import compound
from tests.hostile.builders.hostile_files import DAMAGED, Hostile
from tests.hostile.builders.office_files import SENTENCE
from tests.hostile.builders.word_files import word_file

TEXT = SENTENCE + "\r"
STYLES, CHARACTER_PAGES, PARAGRAPH_PAGES, LISTS, LIST_OVERRIDES = 1, 12, 13, 73, 74


def with_part(index: int, part: bytes) -> bytes:
    """A document of one sentence with that part in its table stream."""
    listed = struct.pack("<II", 0, len(TEXT)) + struct.pack("<HIH", 0, 4096 | 0x40000000, 0)
    pieces = b"\x02" + struct.pack("<I", len(listed)) + listed
    places = {33: (0, len(pieces)), index: (len(pieces), len(part))}
    return word_file(TEXT, table=pieces + part, places=places)


def table_of_pieces(count: int, *numbers: int) -> bytes:
    table = b"\x02" + struct.pack("<I", count) + struct.pack(f"<{len(numbers)}I", *numbers)
    return word_file(TEXT, table=table)


def style_loop() -> bytes:
    name = "A".encode("utf-16-le")
    style = struct.pack("<5H", 0xFFE, 1 | 0 << 4, 0, 0, 0) + struct.pack("<H", 1) + name + b"\0\0"
    sheet = struct.pack("<H", 4) + struct.pack("<HH", 1, 10) + struct.pack("<H", len(style)) + style
    return with_part(STYLES, sheet)


def pages(part: int, count: int = 300_000) -> bytes:
    """The same page of properties again and again."""
    borders = struct.pack("<I", 0) * (count + 1)
    return with_part(part, borders + struct.pack("<I", 4) * count)


WORD: tuple[Hostile, ...] = (
    Hostile(
        name="encrypted Word document",
        build=lambda: word_file(TEXT, flags=0x300),
        codes=("encrypted",),
    ),
    Hostile(
        name="Word document of before 1997",
        build=lambda: word_file(TEXT, magic=0xA5DC, version=104),
        codes=("older_word",),
    ),
    Hostile(
        name="text in 2,000 pieces of the same megabyte",
        build=lambda: word_file(SENTENCE * 16_000 + "\r", repeated=2_000),
        codes=("text_too_long",),
    ),
    Hostile(
        name="four billion pieces",
        build=lambda: table_of_pieces(2**32 - 1, 0, 5),
        codes=DAMAGED,
    ),
    Hostile(
        name="pieces that go backwards",
        build=lambda: table_of_pieces(28, 0, 50, 20, 0, 0, 0, 0),
        codes=DAMAGED,
    ),
    Hostile(
        name="a part of negative length",
        build=lambda: word_file(TEXT, lengths=(-5, 0, 0, 0, 0, 0, 0, 0)),
        codes=DAMAGED,
    ),
    Hostile(
        name="parts longer than the text",
        build=lambda: word_file(TEXT, lengths=(2**31 - 1, 2**31 - 1, 0, 0, 0, 9, 9, 0)),
    ),
    Hostile(
        name="Word document without its table stream",
        build=lambda: word_file(TEXT, table=b"\0"),
        codes=DAMAGED,
    ),
    Hostile(
        name="Word document of 40 bytes",
        build=lambda: compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(36)}),
        codes=DAMAGED,
    ),
    Hostile(
        name="a million fields in each other",
        build=lambda: word_file("\x13" * 10**6 + "\x15" * 10**6 + TEXT),
    ),
    Hostile(name="style based on itself", build=style_loop),
    Hostile(name="300,000 pages of letters", build=lambda: pages(CHARACTER_PAGES)),
    Hostile(name="300,000 pages of paragraphs", build=lambda: pages(PARAGRAPH_PAGES)),
    Hostile(
        name="lists that end too early",
        build=lambda: with_part(LISTS, struct.pack("<H", 60_000) + bytes(60)),
    ),
    Hostile(
        name="four billion lists",
        build=lambda: with_part(LIST_OVERRIDES, b"\xff" * 4 + bytes(400)),
    ),
)
