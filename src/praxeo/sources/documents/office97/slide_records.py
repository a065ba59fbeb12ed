"""The records of a binary slide deck, each in a container or with data of its own.

Numbers are those of [MS-PPT] and [MS-ODRAW].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

DOCUMENT, SLIDE, SLIDE_ATOM, NOTES, SHOW_INFO, SLIDE_PERSIST = (
    0x3E8,
    0x3EE,
    0x3EF,
    0x3F0,
    0x3F9,
    0x3F3,
)
SLIDE_LIST, USER_EDIT, PERSIST_DIRECTORY, DRAWING, DRAWING_GROUP = (
    0xFF0,
    0xFF5,
    0x1772,
    0x40C,
    0x40B,
)
TEXT_HEADER, TEXT_CHARACTERS, TEXT_BYTES, TEXT_STYLE, OUTLINE_TEXT = (
    0xF9F,
    0xFA0,
    0xFA8,
    0xFA1,
    0xF9E,
)
PLACEHOLDER, COMMENT, STRING, EMBEDDED = 0xBC3, 0x2EE0, 0xFBA, 0xFCC
GROUP, SHAPE, SHAPE_OPTIONS, MORE_OPTIONS, TEXT_BOX, CHILD_ANCHOR = (
    0xF003,
    0xF004,
    0xF00B,
    0xF122,
    0xF00D,
    0xF00F,
)
# Containers that say so, and those that do not.
CONTAINER_VERSION, TAG_DATA = 0xF, 0x138B
DEPTH_LIMIT = 60


class Record(NamedTuple):
    """A record: its kind, instance, and data."""

    kind: int
    instance: int
    is_container: bool
    data: bytes


def records(data: bytes) -> Iterator[Record]:
    """The records one after the other; the last one may be cut off."""
    at = 0
    while at + 8 <= len(data):
        head, kind, length = struct.unpack_from("<HHI", data, at)
        is_container = head & 0xF == CONTAINER_VERSION or kind == TAG_DATA
        yield Record(kind, head >> 4, is_container, data[at + 8 : at + 8 + length])
        at += 8 + length


def record_at(data: bytes, at: int) -> Record | None:
    """The record at a place of the stream, None if there is none."""
    if at + 8 > len(data):
        return None
    return next(records(data[at : at + 8 + struct.unpack_from("<I", data, at + 4)[0]]), None)


def first(data: bytes, kind: int) -> Record | None:
    """The first record of that kind right within a container."""
    return next((record for record in records(data) if record.kind == kind), None)


def everywhere(data: bytes, kind: int) -> Iterator[Record]:
    """All records of that kind within a container, at any depth."""
    waiting = [(data, 0)]
    while waiting:
        inside, depth = waiting.pop()
        for record in records(inside):
            if record.kind == kind:
                yield record
            elif record.is_container and depth < DEPTH_LIMIT:
                waiting.append((record.data, depth + 1))
