"""Pictures that a text names by an address: written into it (`data:`), or a file that came with it; none is fetched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from praxeo.domain.blocks import Picture
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.picture_file import PictureFile, written_out

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
