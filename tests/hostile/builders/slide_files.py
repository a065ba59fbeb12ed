"""Builds slide decks of before 2007 record by record."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from tests.hostile.builders.compound_files import compound

CONTAINER = 0xF


def record(kind: int, data: bytes = b"", *, instance: int = 0, version: int = 0) -> bytes:
    return struct.pack("<HHI", instance << 4 | version, kind, len(data)) + data


def container(kind: int, *parts: bytes, instance: int = 0) -> bytes:
    return record(kind, b"".join(parts), instance=instance, version=CONTAINER)


def text(kind: int, said: str, style: bytes = b"") -> bytes:
    """A text of that kind (0 title, 1 body, 4 other, 6 title of the first slide) with its style."""
    found = record(0xF9F, struct.pack("<I", kind)) + record(0xFA0, said.encode("utf-16-le"))
    return found + (record(0xFA1, style) if style else b"")


def levels(*runs: tuple[int, int, int | None]) -> bytes:
    """A style of paragraphs: characters, level and bullet (None: not said) of each run; none of characters."""
    out = b""
    for count, level, bullet in runs:
        out += struct.pack("<IHI", count, level, 0 if bullet is None else 1)
        out += b"" if bullet is None else struct.pack("<H", bullet)
    return out


def shape(
    inside: bytes, placeholder: int = 0, box: tuple[int, int, int, int] | None = None
) -> bytes:
    parts = [record(0xF00A, bytes(8), version=2)]
    if box:
        parts.append(record(0xF00F, struct.pack("<4i", *box)))
    if placeholder:
        held = record(0xBC3, struct.pack("<IBBH", 0, placeholder, 0, 0))
        parts.append(container(0xF011, held))
    return container(0xF004, *parts, record(0xF00D, inside, version=CONTAINER))


def picture_shape(number: int, alt: str = "") -> bytes:
    """A shape that shows the picture of that number, with a text that describes it."""
    said = (alt + "\0").encode("utf-16-le")
    entries = struct.pack("<HIHI", 0x4104, number, 0xC381, len(said))
    return container(0xF004, record(0xF00B, entries + said, instance=2, version=3))


def outline_shape(index: int) -> bytes:
    return shape(record(0xF9E, struct.pack("<I", index)))


def table(*cells: bytes) -> bytes:
    """A group of shapes that says that it is a table."""
    own = container(0xF004, record(0xF122, struct.pack("<HI", 0x39F, 1), instance=1, version=3))
    return container(0xF003, own, *cells)


@dataclass(frozen=True, kw_only=True)
class Slide:
    """A slide's shapes, the texts that stand in the outline, and its notes' shapes."""

    shapes: Sequence[bytes] = ()
    outline: bytes = b""
    notes: Sequence[bytes] = ()
    hidden: bool = False
    more: bytes = b""


def drawing(shapes: Sequence[bytes]) -> bytes:
    return container(0x40C, container(0xF002, container(0xF003, *shapes)))


def deck(
    *slides: Slide,
    order: Sequence[int] | None = None,
    token: int = 0xE391C05F,
    edit: bytes | None = None,
    before: int = 0,
    pictures: Sequence[tuple[int, bytes]] = (),
) -> bytes:
    """A deck of slides, shown in `order` (their indexes); `edit` stands in place of the last edit's data.

    `pictures` are the kinds and bytes of the pictures that shapes name by number.
    """
    stored, listed_pictures = b"", b""
    for kind, data in pictures:
        entry = bytes(20) + struct.pack("<III", len(data), 1, len(stored)) + bytes(4)
        listed_pictures += record(0xF007, entry, version=2)
        stored += record(kind, bytes(17) + data)
    group = container(0x40B, container(0xF000, container(0xF001, listed_pictures)))
    stream, places = b"", []
    for number, slide in enumerate(slides):
        atom = record(
            0x3EF, struct.pack("<I8xIIHH", 0, 0, 500 + number if slide.notes else 0, 0, 0)
        )
        info = record(0x3F9, struct.pack("<IIBBHBBBB", 0, 0, 0, 0, 4 * slide.hidden, 0, 0, 0, 0))
        places.append(len(stream))
        stream += container(0x3EE, atom, info, drawing(slide.shapes), slide.more)
        places.append(len(stream))
        stream += container(0x3F0, drawing(slide.notes))
    shown = order if order is not None else range(len(slides))
    listed = b"".join(
        record(0x3F3, struct.pack("<5I", 2 + 2 * n, 0, 0, 256 + n, 0)) + slides[n].outline
        for n in shown
    )
    notes = b"".join(
        record(0x3F3, struct.pack("<5I", 3 + 2 * n, 0, 0, 500 + n, 0)) for n in range(len(slides))
    )
    lists = container(0xFF0, listed), container(0xFF0, notes, instance=2)
    document = len(stream)
    stream += container(0x3E8, group, *lists)
    directory = len(stream)
    numbers = [document, *places]
    stream += record(0x1772, struct.pack(f"<I{len(numbers)}I", 1 | len(numbers) << 20, *numbers))
    at = len(stream)
    data = struct.pack("<IHBBIIIIHH", 0, 0, 0, 3, before, directory, 1, 9, 0, 0)
    stream += record(0xFF5, data if edit is None else edit)
    user = record(0xFF6, struct.pack("<III", 20, token, at) + bytes(12))
    return compound({"Current User": user, "PowerPoint Document": stream, "Pictures": stored})
