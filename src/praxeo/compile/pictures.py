"""Which pictures of its source an app carries: all that it shows, as far as its budget goes."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping

from praxeo.domain.blocks import Block, Extraction, Picture
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from praxeo.domain.spec import ItemNote, SpecDocument

_WEBP = b"RIFF", b"WEBP"
NAME_CHARACTERS = 16  # of a picture's hash, by which figures name it within the app


def picture_name(picture: Picture) -> str:
    """How an app calls a picture."""
    return picture.content_hash[:NAME_CHARACTERS]


def notes_of(doc: SpecDocument) -> Iterator[ItemNote]:
    """What goes with the items of a spec, in their order."""
    for section in doc.sections:
        for activity in section.activities:
            yield from activity.notes


def shown_pictures(
    doc: SpecDocument, blocks: Mapping[str, Block], extraction: Extraction | None
) -> dict[str, str]:
    """Addresses (`data:`) of the pictures in the order in which the sections and then the items show them, by name.

    Together they are at most APP_PICTURES_BYTES_MAX; where more are shown the largest are left out.
    """
    if extraction is None:
        return {}
    wanted = {
        picture.content_hash: picture_name(picture)
        for section in doc.sections
        for block in section.reading
        if (picture := blocks[block].picture)
    }
    noted = (blocks.get(note.picture) for note in notes_of(doc))
    wanted |= {b.picture.content_hash: picture_name(b.picture) for b in noted if b and b.picture}
    made = {
        name: address
        for content_hash, name in wanted.items()
        if (address := _address(extraction.pictures.get(content_hash)))
    }
    while sum(map(len, made.values())) > APP_PICTURES_BYTES_MAX:
        del made[max(made, key=lambda name: len(made[name]))]
    return made


def _address(data: bytes | None) -> str:
    """Only what begins as WebP does: the bytes were made by a process that had read a stranger's file."""
    if data is None or (data[:4], data[8:12]) != _WEBP:
        return ""
    return f"data:image/webp;base64,{b64encode(data).decode('ascii')}"
