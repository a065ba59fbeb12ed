"""The properties of characters and paragraphs as Word stores them: numbered changes one after the other.

Numbers are those of [MS-DOC] 2.6; three bits of each say how long its value is.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping

# Of characters.
DELETED, BOLD, ITALIC, STRUCK, HIDDEN, SPECIAL = 0x0800, 0x0835, 0x0836, 0x0837, 0x083C, 0x0855
STRUCK_TWICE, SCRIPT, SHIFT, SIZE, FONT = 0x2A53, 0x2A48, 0x4845, 0x4A43, 0x4A4F
COLOUR, COLOUR_NUMBER, WHITE, WHITE_NUMBER = 0x6870, 0x2A42, 0xFFFFFF, 8
GROUNDS = (0xCA71, 0x4866, 0x2A0C)  # shading, and highlighting
PARAGRAPH_GROUNDS = (0xC64D, 0x442D)
CHARACTER_STYLE, SYMBOL, PICTURE = 0x4A30, 0x6A09, 0x6A03
# Of paragraphs.
STYLE, IN_TABLE, ROW_END, TABLE_DEPTH = 0x4600, 0x2416, 0x2417, 0x6649
INNER_CELL_END, INNER_ROW_END, OUTLINE_LEVEL, LIST_LEVEL, LIST = (
    0x244B,
    0x244C,
    0x2640,
    0x260A,
    0x460B,
)
HUGE = (0x6645, 0x6646)
# Of rows.
ROW_SHAPE, HEADER_ROW, VERTICAL_MERGE = 0xD608, 0x3404, 0xD62B

TABS = 0xC615
LENGTHS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
SAME_AS_STYLE, OTHER_THAN_STYLE = 0x80, 0x81

Properties = Mapping[int, bytes]


def properties(changes: bytes) -> dict[int, bytes]:
    """The values by number; of several the last counts."""
    found: dict[int, bytes] = {}
    at = 0
    while at + 3 <= len(changes):
        number = struct.unpack_from("<H", changes, at)[0]
        at += 2
        length = LENGTHS.get(number >> 13)
        if number == ROW_SHAPE and at + 2 <= len(changes):
            length = max(0, struct.unpack_from("<H", changes, at)[0] - 1)
            at += 2
        elif length is None:
            if number == TABS and changes[at] == 255:
                break
            length = changes[at]
            at += 1
        found[number] = changes[at : at + length]
        at += length
    return found


def number_of(properties: Properties, name: int, default: int = 0) -> int:
    """The value as a number without sign."""
    value = properties.get(name)
    return default if not value else int.from_bytes(value[:4], "little")


def is_set(own: Properties, style: Properties, name: int) -> bool:
    """Whether a switch is on, which may be said in relation to the style."""
    base = bool(number_of(style, name) & 1)
    value = number_of(own, name, SAME_AS_STYLE)
    if value == SAME_AS_STYLE:
        return base
    return not base if value == OTHER_THAN_STYLE else bool(value & 1)
