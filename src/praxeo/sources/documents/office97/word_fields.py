"""Fields of a text, of which only the result is read: what stands between 0x13 and 0x14 is their code."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

BEGIN, SEPARATOR, END = "\x13", "\x14", "\x15"
SIGNS = re.compile("[\x13\x14\x15]")


@dataclass(frozen=True, kw_only=True)
class FieldCodes:
    """The ranges of a text that are codes of fields. Signs without their partners are no field."""

    _starts: list[int]
    _ends: list[int]

    @classmethod
    def of(cls, text: str) -> FieldCodes:
        """The codes in a text, without those that stand in another one."""
        open_fields: list[tuple[int, int | None]] = []
        found: list[tuple[int, int]] = []
        for match in SIGNS.finditer(text):
            sign, at = match.group(), match.start()
            if sign == BEGIN:
                open_fields.append((at, None))
            elif open_fields and sign == SEPARATOR:
                open_fields[-1] = (open_fields[-1][0], at)
            elif open_fields and sign == END:
                begin, separator = open_fields.pop()
                found.append((begin, at + 1 if separator is None else separator + 1))
        outer: list[tuple[int, int]] = []
        for begin, end in sorted(found):
            if not outer or end > outer[-1][1]:
                outer.append((begin, end))
        return cls(_starts=[begin for begin, _ in outer], _ends=[end for _, end in outer])

    def visible(self, start: int, end: int) -> list[tuple[int, int]]:
        """The parts of a range that are no code."""
        parts = []
        index = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            if index >= len(self._starts) or self._starts[index] >= end:
                parts.append((start, end))
                break
            if start < self._starts[index]:
                parts.append((start, self._starts[index]))
            start = max(start, self._ends[index])
            index += 1
        return parts
