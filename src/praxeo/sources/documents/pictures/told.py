"""What a person is told of pictures that could not be kept."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.domain.blocks import ReadingWarning
from praxeo.sources.documents.pictures.album import PICTURES_MAX, Album

_WHY = {
    "damaged": "damaged",
    "unknown_kind": "of a kind that cannot be shown, such as EMF or WMF",
    "too_many_pixels": "too large to be opened safely",
    "too_many": f"more than one document may have ({PICTURES_MAX}, 16 MB, or so many pixels)",
    "missing": "named by the document, but not in the file",
}


def picture_warnings(album: Album) -> Iterator[ReadingWarning]:
    """One warning for each reason for which pictures are missing."""
    for reason, count in sorted(album.lost.items()):
        were, are = ("pictures were", "they are") if count != 1 else ("picture was", "it is")
        yield ReadingWarning(
            code="pictures_left_out",
            message=f"{count} {were} left out: {are} {_WHY[reason]}.",
            details={reason: count},
        )
