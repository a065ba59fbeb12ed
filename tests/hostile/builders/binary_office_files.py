"""Hostile files in the formats of Office 97 to 2003, and RTF."""

from __future__ import annotations

import struct

from tests.hostile.builders.compound_files import SECTOR, biff, compound, label, record
from tests.hostile.builders.hostile_files import DAMAGED, Hostile
from tests.hostile.builders.hostile_rtf_files import RTF
from tests.hostile.builders.hostile_slide_files import SLIDES
from tests.hostile.builders.hostile_word_files import WORD
from tests.hostile.builders.office_files import SENTENCE

TOO_MUCH = ("too_complex", "sheet_too_large", "text_too_long")


def workbook(cells: bytes = b"", **more: bytes) -> bytes:
    """A sound workbook with one sentence, and these records behind it."""
    return compound({"Workbook": biff(label(0, 0, SENTENCE) + cells, **more)})


def patched(data: bytes, at: int, form: str, *values: int) -> bytes:
    """The bytes with numbers of that form written over them at a place (negative: from the end)."""
    out = bytearray(data)
    struct.pack_into(form, out, at % len(out), *values)
    return bytes(out)


def circle_of_sectors() -> bytes:
    """A stream whose third sector leads back to its second, and that says it is as long as can be."""
    data = workbook()
    table = len(data) - SECTOR
    looped = patched(data, table + 4 * 3, "<I", 2)
    return patched(looped, SECTOR + 128 + 120, "<Q", 2**31)


def circle_of_names() -> bytes:
    """The entries of the directory are each other's neighbours."""
    data = compound({"Workbook": biff(label(0, 0, SENTENCE)), "Second": b"x", "Third": b"x"})
    for entry, right in ((1, 3), (3, 1)):
        data = patched(data, SECTOR + 128 * entry + 72, "<I", right)
    return data


def many_streams(count: int = 1500) -> bytes:
    """Names that each stand below the one before, deeper than a reader may go."""
    return compound({**{f"s{n}": b"" for n in range(count)}, "Workbook": biff(b"")})


BINARY_OFFICE: tuple[Hostile, ...] = (
    *WORD,
    *RTF,
    *SLIDES,
    Hostile(
        name="Outlook message",
        build=lambda: compound({"__properties_version1.0": b""}),
        codes=("outlook_message",),
    ),
    Hostile(
        name="encrypted Office package",
        build=lambda: compound({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}),
        codes=("encrypted",),
    ),
    Hostile(name="circle of sectors", build=circle_of_sectors, codes=DAMAGED),
    Hostile(name="circle of names", build=circle_of_names, codes=(*DAMAGED, "reads")),
    Hostile(name="thousands of streams", build=many_streams, codes=DAMAGED),
    Hostile(
        name="a table of sectors larger than the file",
        build=lambda: patched(workbook(), 44, "<I", 2**31),
        codes=DAMAGED,
    ),
    Hostile(
        name="a chain of tables without end",
        build=lambda: patched(patched(workbook(), 44, "<I", 10**6), 68, "<II", 1, 7873),
        codes=DAMAGED,
    ),
    Hostile(name="half a compound file", build=lambda: workbook()[:3000], codes=DAMAGED),
    Hostile(name="head of a compound file", build=lambda: workbook()[:512], codes=DAMAGED),
    Hostile(
        name="encrypted workbook",
        build=lambda: workbook(before=[record(0x2F, bytes(6))]),
        codes=("encrypted",),
    ),
    Hostile(
        name="binary sheet over all rows and columns",
        build=lambda: workbook(label(65_535, 65_535, "far")),
        codes=TOO_MUCH,
    ),
    *(
        Hostile(
            name=f"workbook whose sheet states rows from {first} to {last}",
            build=lambda area=(first, last): workbook(
                record(0x200, struct.pack("<IIHHH", *area, 0, 256, 0))
            ),
            codes=("reads",),
        )
        for first, last in ((0, 2**32 - 1), (2**31, 7))
    ),
    Hostile(
        name="workbook whose strings are longer than its records",
        build=lambda: workbook(
            before=[record(0xFC, struct.pack("<IIHB", 2**31, 2**31, 60_000, 1) + b"ab" * 9)]
        ),
        codes=(*DAMAGED, "reads"),
    ),
)
