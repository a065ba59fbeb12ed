"""Sheets of a binary workbook that say they reach further than can be held: calamine believes them and gives up."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterable

from praxeo.sources.documents.office97.biff_records import records

DIMENSIONS = 0x200
ROWS_OF_EXCEL_97 = 14  # bytes of the record from then on, which count rows by four bytes each


def with_dimensions_below(limit: int, data: bytes, stream: bytes, starts: Iterable[int]) -> bytes:
    """The file (`data`), where a sheet of its `stream` states more than `limit` cells, without that statement.

    The cells themselves say where they stand. A statement that lies in two sectors of the file stays.
    """
    for start in starts:
        for kind, record in records(stream, start):
            if kind == DIMENSIONS and _cells(record) > limit:
                head = struct.pack("<HH", kind, len(record))
                data = data.replace(head + record, head + bytes(len(record)))
    return data


def _cells(record: bytes) -> int:
    if len(record) >= ROWS_OF_EXCEL_97:
        first_row, last_row, first, last = struct.unpack_from("<IIHH", record)
    elif len(record) >= 8:
        first_row, last_row, first, last = struct.unpack_from("<HHHH", record)
    else:
        return 0
    if last_row < first_row or last < first:
        return sys.maxsize  # as many as a subtraction without a sign makes of it
    return int(last_row - first_row) * int(last - first)
