"""The colours of an RTF file, of which only white is asked: what is white on white nobody sees."""

from __future__ import annotations

import re

TABLE = re.compile(rb"\{\\colortbl([^{}]*)\}")
WHITE = re.compile(rb"(?=.*\\red255(?!\d))(?=.*\\green255(?!\d))(?=.*\\blue255(?!\d))", re.DOTALL)


def white_numbers(data: bytes) -> frozenset[int]:
    """By which numbers the words of the file call white."""
    table = TABLE.search(data)
    colours = table[1].split(b";") if table else []
    return frozenset(number for number, colour in enumerate(colours) if WHITE.match(colour))
