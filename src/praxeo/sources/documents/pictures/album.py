"""The pictures of one document, collected while it is read: each kept once, and what cannot be kept counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from praxeo.domain.blocks import Picture
from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.documents.pictures.alt_text import plain_alt
from praxeo.sources.documents.pictures.crop import WHOLE, Crop
from praxeo.sources.documents.pictures.effort import Effort

if TYPE_CHECKING:
    from PIL import Image

PICTURES_MAX = 300  # different ones of one document
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
    _opened: int = 0
    _effort: Effort = field(default_factory=Effort)
    _size: int = 0

    def take(
        self, data: bytes, *, alt: str = "", credit: str = "", crop: Crop = WHOLE
    ) -> Picture | None:
        """Keep a picture given as the bytes of a picture file; None if it adorns only or cannot be shown."""
        name = sha256(data).hexdigest()
        return self.take_part(name, lambda: data, alt=alt, credit=credit, crop=crop)

    def take_part(
        self,
        name: str,
        read: Callable[[], bytes],
        *,
        alt: str = "",
        credit: str = "",
        crop: Crop = WHOLE,
    ) -> Picture | None:
        """Like `take`, for a part of the document of this name: it is read once, however often it is shown."""
        key = name if crop == WHOLE else f"{name} {crop}"
        if key not in self._known:
            if self._opened >= PICTURES_MAX:
                return self._told("too_many", alt, credit)
            self._opened += 1
            self._known[key] = self._read(read, crop)
        return self._told(self._known[key], alt, credit)

    def leave(self) -> None:
        """Count a picture of which the source says that it only adorns."""
        self.seen += 1
        self.decoration += 1

    def take_decoded(
        self, picture: Image.Image, *, alt: str = "", credit: str = "", teaches: bool = False
    ) -> Picture | None:
        """Keep a picture that was drawn or decoded (RGB), such as a piece of a page.

        One that `teaches` is kept whatever its size, such as a formula.
        """
        return self._told(self._kept(picture, teaches=teaches), alt, credit)

    def lose(self, reason: str) -> None:
        """Count a picture that cannot be shown."""
        self.seen += 1
        self.lost[reason] += 1

    def _read(self, read: Callable[[], bytes], crop: Crop) -> Picture | str:
        from praxeo.sources.documents.pictures.fitting import PictureUnreadable
        from praxeo.sources.documents.pictures.opening import opened

        try:
            data = read()
            self._effort.grant(len(data))
            if self._effort.seconds_left <= 0:
                return "too_many"
            picture = opened(data, crop)
            self._effort.spend(*picture.size)
            return self._kept(picture)
        except PictureUnreadable as error:
            return str(error)
        except TooLarge:
            return "too_many_pixels"
        except Refused as error:
            if error.code != "damaged":
                raise
            return "damaged"

    def _kept(self, picture: Image.Image, *, teaches: bool = False) -> Picture | str:
        """The picture as it is kept, or why it is not."""
        from praxeo.sources.documents.pictures.decoration import is_decoration
        from praxeo.sources.documents.pictures.fitting import fingerprint, fitted

        if not teaches and is_decoration(picture):
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
            self.leave()
            return None
        if isinstance(known, str):
            self.lose(known)
            return None
        self.seen += 1
        return replace(known, alt=plain_alt(alt), credit=credit)
