"""Pictures of a binary Word document: those in its lines, and those that float beside them."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.domain.blocks import Picture
from praxeo.sources.documents.office97 import slide_records as art
from praxeo.sources.documents.office97.drawn_pictures import (
    SHAPE_NUMBER,
    ShownPicture,
    pictures_within,
    shown_picture,
    stored_pictures,
    take_picture,
)
from praxeo.sources.documents.office97.slide_records import Record, everywhere, first, record_at
from praxeo.sources.documents.office97.word_boxes import Boxes
from praxeo.sources.documents.office97.word_file import DRAWINGS, WordFile
from praxeo.sources.documents.office97.word_runs import Inside
from praxeo.sources.documents.pictures.album import Album

NAMED = 0x66  # how a picture is stored that has its file's name before it
GROUP = 0xF000


@dataclass(frozen=True, kw_only=True)
class WordPictures:
    """`floating` are pictures by the number of their shape, `stored` all of these by number (from 1)."""

    data: bytes
    floating: dict[int, ShownPicture]
    stored: list[Record | None]
    boxes: Boxes

    @classmethod
    def of(cls, file: WordFile, boxes: Boxes) -> WordPictures:
        """The pictures of that document."""
        part = file.part(DRAWINGS)
        group = record_at(part, 0)
        found = group is not None and group.kind == GROUP
        return cls(
            data=file.data,
            floating=dict(_floating(part[8 + len(group.data) :])) if group and found else {},
            stored=stored_pictures(group.data, file.document) if group and found else [],
            boxes=boxes,
        )

    def take(self, inside: Inside, album: Album) -> list[Picture]:
        """The pictures of a paragraph that can be shown."""
        offered = [self._in_line(place) for place in inside.pictures]
        offered += [self._beside(place) for place in inside.drawings]
        taken = (take_picture(album, *found) for found in offered if found)
        return [picture for picture in taken if picture]

    def _in_line(self, place: int) -> tuple[Record | None, ShownPicture] | None:
        head = self.data[place : place + 8]
        if len(head) < 8:
            return None
        length, start, kind = struct.unpack("<IHH", head)
        start += place
        if kind == NAMED and start < len(self.data):
            start += 1 + self.data[start]
        said = self.data[start : place + length]
        shape = first(said, art.SHAPE)
        found = next(pictures_within(said), None)
        return (found, shown_picture(shape.data if shape else b"")) if found else None

    def _beside(self, place: int) -> tuple[Record | None, ShownPicture] | None:
        shown = self.floating.get(self.boxes.shapes.get(place, -1))
        if shown is None:
            return None
        return self.stored[shown.number - 1] if shown.number <= len(self.stored) else None, shown


def _floating(drawings: bytes) -> Iterator[tuple[int, ShownPicture]]:
    """The shapes of body and heads, each of which stands behind a byte that says which."""
    at = 1
    while drawing := record_at(drawings, at):
        for shape in everywhere(drawing.data, art.SHAPE):
            shown, number = shown_picture(shape.data), first(shape.data, SHAPE_NUMBER)
            if shown.number and number is not None and len(number.data) >= 4:
                yield struct.unpack_from("<I", number.data)[0], shown
        at += 8 + len(drawing.data) + 1
