"""The styles of a binary Word document: what they are called, what they inherit, what they make of text."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.sources.documents.office.word_styles import (
    CODE_NAME,
    HEADING_NAME,
    INHERITANCE_LIMIT,
    LIST_NAME,
)
from praxeo.sources.documents.office97 import sprms

PARAGRAPH, CHARACTER = 1, 2
NO_STYLE = 0xFFF
# Numbers that the program gives its own styles, whatever they are called in its language.
HEADINGS, CAPTION, TITLE = range(1, 10), 34, 62


@dataclass(frozen=True, kw_only=True)
class WordStyle:
    """A style with all that it inherits; `list_depth` is that of a style that is named after lists, or 0."""

    name: str = ""
    heading: int = 0
    caption: bool = False
    code: bool = False
    list_depth: int = 0
    characters: sprms.Properties = field(default_factory=dict)
    paragraphs: sprms.Properties = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class _Stored:
    name: str
    own_number: int
    kind: int
    base: int
    changes: list[bytes]


@dataclass(kw_only=True)
class Stylesheet:
    """All styles by their number."""

    stored: list[_Stored | None]
    _known: dict[int, WordStyle] = field(default_factory=dict)

    @classmethod
    def of(cls, part: bytes) -> Stylesheet:
        """The styles in that part of the table stream; those that are damaged are plain."""
        return cls(stored=list(_stored(part)))

    def get(self, number: int, depth: int = 0) -> WordStyle:
        """The style of that number, a plain one if there is none."""
        if number in self._known:
            return self._known[number]
        stored = self.stored[number] if number < len(self.stored) else None
        if stored is None or depth > INHERITANCE_LIMIT:
            return WordStyle()
        base = self.get(stored.base, depth + 1) if stored.base != NO_STYLE else WordStyle()
        self._known[number] = style = _style(stored, base)
        return style


def _style(stored: _Stored, base: WordStyle) -> WordStyle:
    runs, paragraphs = b"", b""
    if stored.kind == PARAGRAPH:
        paragraphs, runs = (*(change for change in stored.changes), b"", b"")[:2]
        paragraphs = paragraphs[2:]  # behind the style's own number
    elif stored.kind == CHARACTER and stored.changes:
        runs = stored.changes[0]
    own = sprms.properties(paragraphs)
    characters = dict(base.characters)
    for name, value in sprms.properties(runs).items():
        characters[name] = value
    listed = LIST_NAME.match(stored.name)
    return WordStyle(
        name=stored.name,
        heading=_heading(stored, own, base),
        caption=stored.own_number == CAPTION or stored.name.lower() == "caption",
        code=bool(CODE_NAME.search(stored.name)),
        list_depth=int(listed.group(2) or 1) if listed and listed.group(1) else 0,
        characters=characters,
        paragraphs={**base.paragraphs, **own},
    )


def _heading(stored: _Stored, own: sprms.Properties, base: WordStyle) -> int:
    named = HEADING_NAME.match(stored.name)
    if stored.own_number == TITLE or stored.name.lower() == "title":
        return 1
    if stored.own_number in HEADINGS:
        return min(6, stored.own_number)
    if named:
        return min(6, int(named.group(1)))
    stated = outline_heading(own)
    return base.heading if stated is None else stated


def outline_heading(paragraphs: sprms.Properties) -> int | None:
    """The heading level that properties of a paragraph state by their outline level, 0 for body text."""
    if sprms.OUTLINE_LEVEL not in paragraphs:
        return None
    level = sprms.number_of(paragraphs, sprms.OUTLINE_LEVEL)
    return level + 1 if level < 6 else 0


def _stored(part: bytes) -> Iterator[_Stored | None]:
    try:
        header = struct.unpack_from("<H", part)[0]
        count, base_bytes = struct.unpack_from("<HH", part, 2)
        at = 2 + header
        for _ in range(count):
            length = struct.unpack_from("<H", part, at)[0]
            data = part[at + 2 : at + 2 + length]
            at += 2 + length
            yield _one(data, base_bytes) if data else None
    except struct.error:
        return


def _one(data: bytes, base_bytes: int) -> _Stored:
    number, kind, counted = struct.unpack_from("<HHH", data)
    at = base_bytes
    length = struct.unpack_from("<H", data, at)[0]
    name = data[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    at += 2 + 2 * length + 2
    changes = []
    for _ in range(counted & 0xF):
        at += at % 2
        if at + 2 > len(data):
            break
        size = struct.unpack_from("<H", data, at)[0]
        changes.append(data[at + 2 : at + 2 + size])
        at += 2 + size
    return _Stored(
        name=name.partition(",")[0],
        own_number=number & 0xFFF,
        kind=kind & 0xF,
        base=kind >> 4,
        changes=changes,
    )
