"""How a row of a binary Word document is drawn, from the properties of the mark at its end."""

from __future__ import annotations

import struct

from praxeo.sources.documents.office.drawn_rows import RowShape, Vertical
from praxeo.sources.documents.office97 import sprms

CELL_BYTES = 20
JOINED_FLAG, VERTICAL_FLAG, FIRST_FLAG = 0x02, 0x20, 0x40


def row_shape(properties: sprms.Properties) -> RowShape:
    """The shape of the row; a plain one if it is not said or damaged."""
    stated = properties.get(sprms.ROW_SHAPE, b"")
    header = bool(sprms.number_of(properties, sprms.HEADER_ROW))
    count = stated[0] if stated else 0
    if not count or len(stated) < 1 + 2 * (count + 1):
        return RowShape(header=header)
    edges = struct.unpack_from(f"<{count + 1}h", stated, 1)
    joined, vertical = [], []
    for index in range(count):
        at = 1 + 2 * (count + 1) + CELL_BYTES * index
        flags = struct.unpack_from("<H", stated, at)[0] if at + 2 <= len(stated) else 0
        if flags & JOINED_FLAG:
            joined.append(index)
        vertical.append(_vertical(flags))
    changed = properties.get(sprms.VERTICAL_MERGE, b"")
    if len(changed) >= 2 and changed[0] < count:
        vertical[changed[0]] = {1: "continues", 3: "first"}.get(changed[1], "")  # type: ignore[call-overload]
    ordered = tuple(sorted(edges))
    return RowShape(
        edges=ordered, joined=frozenset(joined), vertical=tuple(vertical), header=header
    )


def _vertical(flags: int) -> Vertical:
    if flags & FIRST_FLAG:
        return "first"
    return "continues" if flags & VERTICAL_FLAG else ""
