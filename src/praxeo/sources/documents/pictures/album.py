"""The pictures of one document, collected while it is read: each kept once, and what cannot be kept counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from praxeo.domain.blocks import Picture

if TYPE_CHECKING:
    from PIL import Image

PICTURES_MAX = 300  # of one document
DECORATION = "decoration"
KEPT_BYTES_MAX = 16_000_000  # of all pictures together, before they are fitted to each other


@dataclass(kw_only=True)
class Album:
    """`pictures` are the bytes by hash. `seen` counts what readers offered, `decoration` what only adorns.

    `lost` counts by reason what cannot be shown: "damaged", "unknown_kind" (drawings such as EMF, WMF),
    "too_many_pixels", "too_many" (pictures), "missing" (named by the document, but not in it).
    """

    pictures: dict[str, bytes] = field(default_factory=dict)
    seen: int = 0
    decoration: int = 0
    lost: Counter[str] = field(default_factory=Counter)
    _known: dict[str, Picture | str] = field(default_factory=dict)  # or why it is not kept
    _size: int = 0

    def take(self, data: bytes, *, alt: str = "", credit: str = "") -> Picture | None:
        """Keep a picture given as the bytes of a picture file; None if it adorns only or cannot be shown."""
        from praxeo.sources.documents.pictures.fitting import PictureUnreadable, decoded

        name = sha256(data).hexdigest()
        if name not in self._known:
            if len(self._known) >= PICTURES_MAX:
                return self._told("too_many", alt, credit)
            try:
                self._known[name] = self._kept(decoded(data))
            except PictureUnreadable as error:
                self._known[name] = str(error)
        return self._told(self._known[name], alt, credit)

    def take_decoded(
        self, picture: Image.Image, *, alt: str = "", credit: str = ""
    ) -> Picture | None:
        """Keep a picture that was drawn or decoded (RGB), such as a piece of a page."""
        return self._told(self._kept(picture), alt, credit)

    def lose(self, reason: str) -> None:
        """Count a picture that cannot be shown."""
        self.seen += 1
        self.lost[reason] += 1

    def _kept(self, picture: Image.Image) -> Picture | str:
        """The picture as it is kept, or why it is not."""
        from praxeo.sources.documents.pictures.decoration import is_decoration
        from praxeo.sources.documents.pictures.fitting import fingerprint, fitted

        if is_decoration(picture):
            return DECORATION
        look = fingerprint(picture)
        if look not in self._known:
            made = fitted(picture)
            if self._size + len(made.data) > KEPT_BYTES_MAX:
                return "too_many"
            self._size += len(made.data)
            self.pictures[made.content_hash] = made.data
            self._known[look] = Picture(
                content_hash=made.content_hash, width=made.width, height=made.height
            )
        return self._known[look]

    def _told(self, known: Picture | str, alt: str, credit: str) -> Picture | None:
        if known == DECORATION:
            self.seen += 1
            self.decoration += 1
            return None
        if isinstance(known, str):
            self.lose(known)
            return None
        self.seen += 1
        return replace(known, alt=alt, credit=credit)
