"""Form fields of a binary Word document: the box that is ticked or not, the entry that is chosen from a list.

What they show is no text of the document: it stands in the stream of data, [MS-DOC] 2.9.78 (FFData).
"""

from __future__ import annotations

import re

FIELD = re.compile(
    r"\x13[^\x13-\x15]{0,20}?FORM(?:CHECKBOX|DROPDOWN)[^\x01\x13-\x15]{0,40}(\x01)[^\x13-\x15]{0,20}"
    r"(?:\x14(?P<result>[^\x13-\x15]{0,200}))?\x15"
)
HEAD_BYTES = 4 + 2 + 62
VERSION = 0xFFFFFFFF
TYPES = {1: "CHECKBOX", 2: "DROPDOWN"}
BY_DEFAULT = 25
ENTRIES_AT_MOST = 1000


def form_places(text: str) -> dict[int, int]:
    """Where the signs stand that lead to the data of such fields, by the places where their code ends.

    A field that has stored what it shows needs none.
    """
    return {
        match.start("result") if match["result"] is not None else match.end(): match.start(1)
        for match in FIELD.finditer(text)
        if not (match["result"] or "").strip()
    }


def form_sign(data: bytes, place: int) -> str:
    """What the field shows whose data stands at a place of the stream; "" where they are of another kind or damaged."""
    try:
        return _sign(data[place : place + int.from_bytes(data[place : place + 4], "little")])
    except IndexError:
        return ""


def _sign(data: bytes) -> str:
    version, bits = (
        int.from_bytes(data[HEAD_BYTES : HEAD_BYTES + 4], "little"),
        _number(data, HEAD_BYTES + 4),
    )
    kind, chosen = TYPES.get(bits & 3), bits >> 2 & 0x1F
    if version != VERSION or kind is None:
        return ""
    at = _after_text(data, HEAD_BYTES + 10)  # its name
    default = _number(data, at)
    chosen = default if chosen == BY_DEFAULT else chosen
    if kind == "CHECKBOX":
        return "☑" if chosen else "☐"
    at += 2
    for _ in range(5):  # format, help, state, macros
        at = _after_text(data, at)
    return _entries(data, at)[chosen]


def _after_text(data: bytes, at: int) -> int:
    """Where it goes on behind a text with its length before it and a zero behind it."""
    return at + 2 + 2 * _number(data, at) + 2


def _entries(data: bytes, at: int) -> list[str]:
    count = _number(data, at + 2)
    at += 6
    found = []
    for _ in range(min(count, ENTRIES_AT_MOST)):
        length = _number(data, at)
        found.append(data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length
    return found


def _number(data: bytes, at: int) -> int:
    return data[at] | data[at + 1] << 8
