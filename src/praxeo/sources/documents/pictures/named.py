"""Pictures that a text names by an address: written into it (`data:`), or a file that came with it; none is fetched."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from praxeo.domain.blocks import Picture
from praxeo.sources.documents.pictures.album import Album

DATA_CHARACTERS_MAX = 32_000_000
DATA = re.compile(r"data:(?P<kind>image/[\w.+-]+)?(?P<more>(?:;[^,;]{0,100})*),", re.I)


class PictureFile(NamedTuple):
    """A picture that came with a document: its name there, what gives its bytes, whether it is only the cover."""

    name: str
    read: Callable[[], bytes]
    adorns: bool = False


Files = Callable[[str], PictureFile | None]


def no_files(_address: str) -> PictureFile | None:
    """For a text that came alone."""
    return None


def take_named(
    album: Album, files: Files, addresses: Sequence[str], *, alt: str = ""
) -> Picture | None:
    """Take the first of these pictures, which all show the same, that can be got at; its loss is counted."""
    found = (
        written_out(address) if address[:5].lower() == "data:" else files(address)
        for address in addresses
    )
    file = next((file for file in found if file is not None), None)
    if file is None:
        album.lose("missing")
        return None
    if file.adorns:
        album.leave()
        return None
    return album.take_part(file.name, file.read, alt=alt)


def written_out(address: str) -> PictureFile | None:
    """The picture that a `data:` address holds (RFC 2397)."""
    start = DATA.match(address)
    if start is None or len(address) > DATA_CHARACTERS_MAX:
        return None
    data = unquote_to_bytes(address[start.end() :])
    if ";base64" in start["more"].lower():
        try:
            data = base64.b64decode(b"".join(data.split()) + b"==")
        except binascii.Error:
            return None
    return PictureFile(f"data:{sha256(data).hexdigest()}", lambda: data)
