"""What is asked of a confined process about a document."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from praxeo.domain.blocks import Extraction


class Reader(Protocol):
    """Reads a document."""

    def __call__(self, path: Path, *, name: str) -> Extraction:
        """What the file says. `Refused` or `TooLarge` if it cannot be accepted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageImage:
    """A page of a document as PNG bytes; `width` and `height` are the page's, in PDF points."""

    png: bytes
    width: float
    height: float


class PagePainter(Protocol):
    """Draws pages of documents."""

    def __call__(self, path: Path, number: int, *, content_hash: str) -> PageImage:
        """Page `number` (from 1) of the PDF whose bytes have this hash. `NotFound("no_such_page")`;
        `Refused` if it cannot be drawn.
        """
