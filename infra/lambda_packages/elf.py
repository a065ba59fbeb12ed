"""Takes from ELF files what only a debugger reads.

Wheels of numerical libraries carry their debugging symbols, which are two thirds of their size. The loader
reads the segments that the program headers name; sections, symbols and debugging data behind the last
segment are not its business, on any processor.
"""

from __future__ import annotations

import struct
from pathlib import Path

MAGIC_64_LITTLE = b"\x7fELF\x02\x01"
PROGRAM_HEADERS_AT, SECTION_HEADERS_AT, COUNTS_AT = 0x20, 0x28, 0x36
HEADER_BYTES = 0x40


def strip(file: Path) -> int:
    """Cut the file after its last segment; gives the bytes saved.

    Files that are no 64-bit little-endian ELF, and those with nothing behind their segments, stay as
    they are.
    """
    data = bytearray(file.read_bytes())
    if not data.startswith(MAGIC_64_LITTLE):
        return 0
    (headers_at,) = struct.unpack_from("<Q", data, PROGRAM_HEADERS_AT)
    size, count = struct.unpack_from("<HH", data, COUNTS_AT)
    end = headers_at + size * count
    for at in range(headers_at, end, size):
        offset, _, _, length = struct.unpack_from("<QQQQ", data, at + 8)
        end = max(end, offset + length)
    saved: int = len(data) - end
    if saved <= 0 or end < HEADER_BYTES:
        return 0
    struct.pack_into("<Q", data, SECTION_HEADERS_AT, 0)
    data[0x3A:0x40] = bytes(6)  # size, count and names of the section headers that are gone
    file.write_bytes(data[:end])
    return saved
