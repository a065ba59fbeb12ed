"""Finds the slides of a binary deck in the order of the show, with their outline texts and notes."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.domain.errors import Refused
from praxeo.sources.documents.office97 import slide_records as ppt
from praxeo.sources.documents.office97.compound_file import CompoundFile
from praxeo.sources.documents.office97.drawn_pictures import stored_pictures
from praxeo.sources.documents.office97.slide_records import (
    Record,
    everywhere,
    first,
    record_at,
    records,
)
from praxeo.sources.documents.office97.slide_text import SlideText, texts
from praxeo.sources.documents.zip_files import DAMAGED, ENCRYPTED

ENCRYPTED_TOKEN = 0xF3D1C4DF
ENCRYPTED_EDIT_BYTES = 32
EDITS_AT_MOST, SLIDES_AT_MOST = 10_000, 3000
SLIDES, NOTES = 0, 2
PROGRAM, MENU = 2, 1
HIDDEN_FLAG = 4
PLACE_BITS = 20


@dataclass(frozen=True, kw_only=True)
class BinarySlide:
    """A slide: its container, the texts that stand in the outline instead, and its notes' container."""

    data: bytes
    outline: tuple[SlideText, ...] = ()
    notes: bytes = b""
    hidden: bool = False


@dataclass(kw_only=True)
class _Entry:
    place: int
    name: int
    texts: list[Record] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class BinaryDeck:
    """The slides in the order of the show, what the files inside are, and the pictures by number (from 1)."""

    slides: list[BinarySlide]
    embedded: list[str]
    pictures: list[Record | None]


def deck_of(file: CompoundFile) -> BinaryDeck:
    """The deck in a compound file; Refused if it is encrypted or damaged."""
    stream, user = file.stream("PowerPoint Document"), file.stream("Current User")
    token, last_edit = struct.unpack_from("<II", user, 12) if len(user) >= 20 else (0, 0)
    if token == ENCRYPTED_TOKEN:
        raise Refused("encrypted", ENCRYPTED)
    try:
        places, document = _places(stream, last_edit if token else _last_edit(stream))
        found = record_at(stream, places.get(document, len(stream)))
        if found is None or found.kind != ppt.DOCUMENT:
            raise Refused("damaged", DAMAGED)
        group = first(found.data, ppt.DRAWING_GROUP)
        return BinaryDeck(
            slides=list(_slides(stream, places, found)),
            embedded=list(_embedded(found)),
            pictures=stored_pictures(group.data, file.stream("Pictures")) if group else [],
        )
    except struct.error as error:
        raise Refused("damaged", DAMAGED) from error


def _last_edit(stream: bytes) -> int:
    """Where the last edit is noted, in a file that does not say so."""
    at = found = 0
    while at + 8 <= len(stream):
        kind, length = struct.unpack_from("<HI", stream, at + 2)
        found = at if kind == ppt.USER_EDIT else found
        at += 8 + length
    return found


def _places(stream: bytes, at: int) -> tuple[dict[int, int], int]:
    """Where each stored object stands by its number, newest edits first, and the number of the document."""
    places: dict[int, int] = {}
    document, seen = 0, set[int]()
    while at not in seen and len(seen) < EDITS_AT_MOST:
        seen.add(at)
        edit = record_at(stream, at)
        if edit is None or edit.kind != ppt.USER_EDIT:
            break
        if len(edit.data) >= ENCRYPTED_EDIT_BYTES:
            raise Refused("encrypted", ENCRYPTED)
        before, directory, number = struct.unpack_from("<III", edit.data, 8)
        document = document or number
        listed = record_at(stream, directory)
        if listed is not None and listed.kind == ppt.PERSIST_DIRECTORY:
            for name, place in _listed(listed.data):
                places.setdefault(name, place)
        at = before or at
    return places, document


def _listed(data: bytes) -> Iterator[tuple[int, int]]:
    at = 0
    while at + 4 <= len(data):
        head = struct.unpack_from("<I", data, at)[0]
        first_name, count = head & (1 << PLACE_BITS) - 1, head >> PLACE_BITS
        for index in range(min(count, (len(data) - at - 4) // 4)):
            yield first_name + index, struct.unpack_from("<I", data, at + 4 + 4 * index)[0]
        at += 4 + 4 * count


def _embedded(document: Record) -> Iterator[str]:
    """The names of the programs of charts, formulas, sheets ... in the deck."""
    for embedded in everywhere(document.data, ppt.EMBEDDED):
        names = {r.instance: r.data for r in records(embedded.data) if r.kind == ppt.STRING}
        name = next((names[instance] for instance in (PROGRAM, MENU) if instance in names), b"")
        yield name.decode("utf-16-le", "replace").strip() or "?"


def _slides(stream: bytes, places: dict[int, int], document: Record) -> Iterator[BinarySlide]:
    lists = {r.instance: r for r in records(document.data) if r.kind == ppt.SLIDE_LIST}
    notes = {entry.name: entry.place for entry in _entries(lists.get(NOTES))}
    used: set[int] = set()
    for entry in _entries(lists.get(SLIDES)):
        slide = record_at(stream, places.get(entry.place, len(stream)))
        if slide is None or slide.kind != ppt.SLIDE or entry.place in used:
            continue
        used.add(entry.place)
        atom = first(slide.data, ppt.SLIDE_ATOM)
        name = struct.unpack_from("<I", atom.data, 16)[0] if atom else 0
        said = record_at(stream, places.get(notes.get(name, -1), len(stream))) if name else None
        yield BinarySlide(
            data=slide.data,
            outline=tuple(texts(entry.texts)),
            notes=said.data if said is not None and said.kind == ppt.NOTES else b"",
            hidden=_is_hidden(slide.data),
        )
        if len(used) >= SLIDES_AT_MOST:
            return


def _entries(listed: Record | None) -> list[_Entry]:
    entries: list[_Entry] = []
    for record in records(listed.data) if listed else ():
        if record.kind == ppt.SLIDE_PERSIST:
            place, _, _, name = struct.unpack_from("<IIII", record.data)
            entries.append(_Entry(place=place, name=name))
        elif entries:
            entries[-1].texts.append(record)
    return entries


def _is_hidden(slide: bytes) -> bool:
    info = first(slide, ppt.SHOW_INFO)
    return info is not None and bool(struct.unpack_from("<H", info.data, 10)[0] & HIDDEN_FLAG)
