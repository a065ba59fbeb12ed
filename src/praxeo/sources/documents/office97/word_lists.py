"""The lists of a binary Word document, made ready for the counter of newer ones."""

from __future__ import annotations

import struct

from praxeo.sources.documents.office.word_styles import ListLevel, Numbering
from praxeo.sources.documents.office97.word_file import LIST_OVERRIDES, LISTS, WordFile

LIST_BYTES, LEVEL_BYTES, OVERRIDE_BYTES = 28, 28, 16
LEVELS = 9
SIMPLE_FLAG, STARTS_FLAG, FORMATTED_FLAG = 1, 0x10, 0x20
COUNT_LIMIT = 5000
START_LIMIT = 32_767
FORMATS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    5: "ordinal",
    22: "decimalZero",
    23: "bullet",
    255: "none",
}


def numbering_of(file: WordFile) -> Numbering:
    """The lists by the numbers that paragraphs name; as far as they are sound."""
    numbering = Numbering()
    try:
        _lists(file.from_part(LISTS), numbering)
        _overrides(file.from_part(LIST_OVERRIDES), numbering)
    except struct.error:
        pass  # what was read so far counts; the text itself stands elsewhere
    return numbering


def _lists(part: bytes, numbering: Numbering) -> None:
    if not part:
        return
    count = min(COUNT_LIMIT, struct.unpack_from("<H", part)[0])
    at = 2 + LIST_BYTES * count
    for index in range(count):
        place = 2 + LIST_BYTES * index
        name = str(struct.unpack_from("<I", part, place)[0])
        simple = struct.unpack_from("<B", part, place + 26)[0] & SIMPLE_FLAG
        levels = numbering.levels.setdefault(name, {})
        for level in range(1 if simple else LEVELS):
            levels[level], at = _level(part, at)


def _level(part: bytes, at: int) -> tuple[ListLevel, int]:
    """A level and where the next one begins; in its text the numbers of levels stand as signs 0 to 8."""
    start, kind = struct.unpack_from("<iB", part, at)
    runs, paragraphs = struct.unpack_from("<BB", part, at + 24)
    at += LEVEL_BYTES + runs + paragraphs
    length = struct.unpack_from("<H", part, at)[0]
    text = part[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    shown = "".join(f"%{ord(sign) + 1}" if sign < "\x09" else sign for sign in text)
    format = FORMATS.get(kind, "decimal")
    return ListLevel(
        format=format, text=shown, start=min(START_LIMIT, max(0, start))
    ), at + 2 + 2 * length


def _overrides(part: bytes, numbering: Numbering) -> None:
    if not part:
        return
    count = min(COUNT_LIMIT, struct.unpack_from("<I", part)[0])
    at = 4 + OVERRIDE_BYTES * count
    for index in range(count):
        place = 4 + OVERRIDE_BYTES * index
        name, number = struct.unpack_from("<I", part, place)[0], str(index + 1)
        numbering.abstract_of[number] = str(name)
        at += 4  # a place of no use
        for _ in range(min(LEVELS, struct.unpack_from("<B", part, place + 12)[0])):
            start, flags = struct.unpack_from("<iI", part, at)
            at += 8
            level = flags & 0xF
            if flags & STARTS_FLAG:
                numbering.restarts[number, level] = min(START_LIMIT, max(0, start))
            if flags & FORMATTED_FLAG:
                own, at = _level(part, at)
                if flags & STARTS_FLAG:
                    numbering.restarts[number, level] = own.start
