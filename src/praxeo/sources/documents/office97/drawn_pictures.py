"""Pictures in the drawings of Office 97 to 2003: what a shape says of its picture, and the picture's own bytes.

Numbers are those of [MS-ODRAW].
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.domain.blocks import Picture
from praxeo.sources.documents.office97 import slide_records as art
from praxeo.sources.documents.office97.slide_records import Record, everywhere, records
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.crop import Crop

SHAPE_NUMBER, STORED, FILE_BYTES = 0xF00A, 0xF007, 36
CROP_TOP, CROP_BOTTOM, CROP_LEFT, CROP_RIGHT, PICTURE, ALT = (
    0x100,
    0x101,
    0x102,
    0x103,
    0x104,
    0x381,
)
NUMBER_BITS, LONG_FLAG, WHOLE_SHARE = 0x3FFF, 0x8000, 65_536
JPEG, PNG, TIFF = (0xF01D, 0xF02A), 0xF01E, 0xF029
DRAWINGS = (0xF01A, 0xF01B, 0xF01C, 0xF01F)
HEAD_BYTES, SECOND_NAME_BYTES = 17, 16


@dataclass(frozen=True, kw_only=True)
class ShownPicture:
    """What a shape says of its picture: its number in the list of all (from 1; 0: none), text and crop."""

    number: int = 0
    alt: str = ""
    crop: Crop


def options(shape: bytes) -> dict[int, int | bytes]:
    """The properties of a shape by number; those that are long stand behind the others."""
    found: dict[int, int | bytes] = {}
    for record in records(shape):
        if record.kind not in (art.SHAPE_OPTIONS, art.MORE_OPTIONS):
            continue
        at = 6 * record.instance
        for place in range(0, min(at, len(record.data) - 5), 6):
            number, value = struct.unpack_from("<HI", record.data, place)
            if number & LONG_FLAG:
                found[number & NUMBER_BITS] = record.data[at : at + value]
                at += value
            else:
                found[number & NUMBER_BITS] = value
    return found


def shown_picture(shape: bytes) -> ShownPicture:
    """The picture of a shape's container."""
    said = options(shape)
    number, alt = said.get(PICTURE, 0), said.get(ALT, b"")
    left, top, right, bottom = (
        _share(said.get(side, 0)) for side in (CROP_LEFT, CROP_TOP, CROP_RIGHT, CROP_BOTTOM)
    )
    return ShownPicture(
        number=number if isinstance(number, int) else 0,
        alt=alt.decode("utf-16-le", "replace").strip("\0 ") if isinstance(alt, bytes) else "",
        crop=Crop(left, top, right, bottom),
    )


def _share(value: int | bytes) -> float:
    """A share of the picture's side, in 1/65536; what widens the picture cuts nothing."""
    signed = struct.unpack("<i", struct.pack("<I", value))[0] if isinstance(value, int) else 0
    return float(min(1.0, max(0.0, signed / WHOLE_SHARE)))


def stored_pictures(group: bytes, stream: bytes) -> list[Record | None]:
    """The pictures that a document's list of them names; their records stand in it or in the stream."""
    return [_stored(record.data, stream) for record in everywhere(group, STORED)]


def _stored(entry: bytes, stream: bytes) -> Record | None:
    if len(entry) < FILE_BYTES:
        return None
    inside = next(records(entry[FILE_BYTES + entry[33] :]), None)
    return inside or art.record_at(stream, struct.unpack_from("<I", entry, 28)[0])


def pictures_within(data: bytes) -> Iterator[Record]:
    """The pictures among records that stand one behind the other, listed or by themselves."""
    for record in records(data):
        if record.kind == STORED and (found := _stored(record.data, b"")):
            yield found
        elif record.kind in (*JPEG, PNG, TIFF, *DRAWINGS):
            yield record


def take_picture(album: Album, stored: Record | None, shown: ShownPicture) -> Picture | None:
    """Keep a picture, or count it as one that cannot be shown."""
    if stored is None:
        album.lose("missing")
    elif stored.kind not in (*JPEG, PNG, TIFF):
        album.lose("unknown_kind")
    else:  # behind one or two names of 16 bytes, as an odd instance says
        start = HEAD_BYTES + (SECOND_NAME_BYTES if stored.instance & 1 else 0)
        return album.take(stored.data[start:], alt=shown.alt, crop=shown.crop)
    return None
