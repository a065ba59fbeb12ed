"""Builds OLE compound files, and the streams of a small Excel workbook in one."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SECTOR = 512
LEAST_STREAM_BYTES = 4096  # smaller ones would stand in sectors of their own kind
END, FREE, TABLE, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF

Streams = Mapping[str, bytes | Mapping[str, bytes]]


def compound(streams: Streams) -> bytes:
    """A compound file of streams and storages by name; short streams are filled up with zeros."""
    entries: list[list[int | str | bytes]] = [["Root Entry", 5, NONE, NONE, END, 0]]
    contents: list[bytes] = []
    _add(entries, contents, streams, 0)
    directory_sectors = -(-len(entries) // 4)
    total = directory_sectors + sum(len(data) // SECTOR for data in contents)
    tables = 1
    while tables * (SECTOR // 4) < total + tables:
        tables += 1
    chain: list[int] = []
    _chain(chain, directory_sectors)
    starts = [_chain(chain, len(data) // SECTOR) for data in contents]
    table_starts = range(len(chain), len(chain) + tables)
    chain += [TABLE] * tables
    chain += [FREE] * (tables * (SECTOR // 4) - len(chain))
    header = SIGNATURE + bytes(16) + struct.pack("<5H", 62, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<4I", tables, 0, 0, 4096) + struct.pack("<4I", END, 0, END, 0)
    header += struct.pack("<109I", *table_starts, *[FREE] * (109 - tables))
    directory = b"".join(_entry(entry, starts, contents) for entry in entries)
    directory += _entry(["", 0, NONE, NONE, NONE, 0], [], []) * (-len(entries) % 4)
    return header + directory + b"".join(contents) + struct.pack(f"<{len(chain)}I", *chain)


def _add(
    entries: list[list[int | str | bytes]], contents: list[bytes], streams: Streams, parent: int
) -> None:
    before = -1
    for name, data in streams.items():
        at = len(entries)
        if before < 0:
            entries[parent][3] = at
        else:
            entries[before][2] = at
        before = at
        if isinstance(data, bytes):
            size = max(LEAST_STREAM_BYTES, -(-len(data) // SECTOR) * SECTOR)
            entries.append([name, 2, NONE, NONE, len(contents), size])
            contents.append(data.ljust(size, b"\0"))
        else:
            entries.append([name, 1, NONE, NONE, 0, 0])
            _add(entries, contents, data, at)


def _chain(chain: list[int], sectors: int) -> int:
    start = len(chain)
    chain.extend([*range(start + 1, start + sectors), END])
    return start


def _entry(entry: list[int | str | bytes], starts: list[int], contents: list[bytes]) -> bytes:
    name, kind, right, child, start, size = entry
    encoded = (str(name) + "\0").encode("utf-16-le") if name else b""
    if kind == 2:
        start = starts[int(start)]
    return (
        encoded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(encoded), kind, 1, NONE, right, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of a workbook's stream."""
    return struct.pack("<HH", kind, len(data)) + data


def label(row: int, column: int, text: str) -> bytes:
    """A cell with a text."""
    return record(
        0x204,
        struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le"),
    )


def formula_records() -> bytes:
    """A row of two formulas with their results, one of a number and one of a text, and two without."""
    code = struct.pack("<IHBH", 0, 3, 0x1E, 1)  # behind the flags: the formula "1"
    text_follows = b"\0\0\0\0\0\0\xff\xff"
    cells = [
        label(0, 0, "Weight"),
        record(6, struct.pack("<HHHdH", 0, 1, 0, 12.0, 0) + code),
        label(0, 2, "Name"),
        record(6, struct.pack("<HHH8sH", 0, 3, 0, text_follows, 0) + code),
        record(0x207, struct.pack("<HB", 6, 0) + b"pepsin"),
        record(6, struct.pack("<HHH8sH", 0, 4, 0, text_follows, 0) + code),
        record(6, struct.pack("<HHHdH", 0, 5, 0, 0.0, 1) + code),
    ]
    return b"".join(cells)


def biff(cells: bytes, before: Iterable[bytes] = ()) -> bytes:
    """The stream of a workbook with one sheet of these records; `before` stand in its globals."""
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    start += b"".join(before)
    name = b"Sheet1"
    at = len(start) + 4 + 8 + len(name) + 4
    start += record(0x85, struct.pack("<IHBB", at, 0, len(name), 0) + name) + record(0xA)
    return (
        start + record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6)) + cells + record(0xA)
    )
