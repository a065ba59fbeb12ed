"""What is asked of a confined process about a document."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from praxeo.domain.blocks import Extraction
from praxeo.domain.pages import AS_USUAL, OcrWish, PageImage, unheard
from praxeo.ports.proving import Progress


class Reader(Protocol):
    """Reads a document."""

    def __call__(
        self, path: Path, *, name: str, ocr: OcrWish = AS_USUAL, progress: Progress = unheard
    ) -> Extraction:
        """What the file says. `Refused` or `TooLarge` if it cannot be accepted."""


class TextRecognition(Protocol):
    """The engine that recognises the text of pictures, as far as it says what it is."""

    def version(self) -> str:
        """Its name and version."""

    def languages(self) -> tuple[str, ...]:
        """What it has learned, by its own names ("eng", "deu"); () if it does not say."""

    def recognise(self, png: bytes, *, dpi: float, language: str, oriented: bool = True) -> str:
        """The words of the picture as TSV. `language` is one of `languages`; `oriented`: turned upright first.

        Raises Refused where the picture takes more time or memory than one may, Unavailable.
        """


class PagePainter(Protocol):
    """Draws pages of documents."""

    def __call__(self, path: Path, number: int, *, media_type: str, content_hash: str) -> PageImage:
        """Page `number` (from 1) of the document of this type whose bytes have this hash.
        `NotFound("no_such_page")`; `Refused` if it cannot be drawn.
        """


class PicturesNamed(Protocol):
    """Looks through a page for the pictures of its text."""

    def __call__(self, path: Path) -> tuple[str, ...]:
        """The address of each, as the page names it, in order; no decoration, no advert. () where it
        cannot be told. The file is a page saved with its parts (MHTML)."""
