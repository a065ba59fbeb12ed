"""The records of a binary workbook that say how its cells look, which calamine does not tell.

Numbers of records and fields are those of [MS-XLS].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.sources.documents.office.cell_formats import CellFormats
from praxeo.sources.documents.office.number_formats import number_format
from praxeo.sources.documents.office.sheet_areas import Place

FORMULA, EOF, NOTE, FILEPASS, CONTINUE, BOUNDSHEET = 0x06, 0x0A, 0x1C, 0x2F, 0x3C, 0x85
MULRK, XF, TXO, NUMBER, RK, FORMAT, BOF = 0xBD, 0xE0, 0x1B6, 0x203, 0x27E, 0x41E, 0x809
OBJ, STRING, LABELS, BLANK = 0x5D, 0x207, (0xFD, 0x204, 0xD6), 0x201
NOTE_OBJECT = 0x19
CHART_SERIES, CHART_STRING, CHART_TEXT = 0x1003, 0x100D, 0x1025
ALWAYS_CALCULATED = 1
ROW, COLUMNS = 0x208, 0x7D
EXCEL_95 = b"\x00\x05"
TEXT_FOLLOWS = b"\0\0\0\0\0\0\xff\xff"

Record = tuple[int, bytes]


@dataclass(kw_only=True)
class SheetLooks:
    """What is known of a sheet beside its values; rows and columns count from 0."""

    styles: dict[Place, int] = field(default_factory=dict)
    not_calculated: set[Place] = field(default_factory=set)
    comments: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    rows: int = 0
    columns: int = 0


def records(stream: bytes, at: int = 0) -> Iterator[Record]:
    """The records from a place on, to the end of the sheet or workbook that begins there."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        depth += (kind == BOF) - (kind == EOF)
        at += 4 + length
        if depth <= 0:
            return


def is_encrypted(stream: bytes) -> bool:
    """Whether all records but a few are readable with a password only."""
    return any(kind == FILEPASS for kind, _ in records(stream))


def sheet_starts(stream: bytes) -> list[int]:
    """Where each sheet begins, in the order of the tabs."""
    found = (data for kind, data in records(stream) if kind == BOUNDSHEET and len(data) >= 4)
    return [struct.unpack_from("<I", data)[0] for data in found]


def cell_formats(stream: bytes) -> CellFormats:
    """The number format of each cell style."""
    codes: dict[str, str] = {}
    styles = []
    older = False
    for kind, data in records(stream):
        if kind == BOF:
            older = data[:2] == EXCEL_95
        elif kind == FORMAT and len(data) > 5:
            code = data[3 : 3 + data[2]].decode("latin-1") if older else _string(data[2:])
            codes[str(struct.unpack_from("<H", data)[0])] = code
        elif kind == XF and len(data) >= 4:
            styles.append(str(struct.unpack_from("<H", data, 2)[0]))
    return CellFormats(formats=tuple(number_format(style, codes) for style in styles))


def characters(data: bytes, wide: int) -> str:
    """Characters of two bytes, or of one, as the flags before them say."""
    return data.decode("utf-16-le" if wide & 1 else "latin-1", "replace")


def _string(data: bytes) -> str:
    """A string behind its length and its flags."""
    count, wide = struct.unpack_from("<HB", data)
    return characters(data[3:], wide)[:count]
