"""Pages of documents as pictures, and how those without text are to be recognised."""

from __future__ import annotations

from dataclasses import dataclass

SCANNED = "scanned_page"  # the warning of a page that is a picture without text


@dataclass(frozen=True, kw_only=True, slots=True)
class PageImage:
    """A page of a document as PNG bytes; `width` and `height` are the page's, in PDF points. The picture has
    `dpi` pixels per inch of it. `ink` says of one that is to be recognised where it has ink (see
    `sources.documents.ocr.ink`), and `lines` where something is to be written, as boxes in pixels.
    """

    png: bytes
    width: float
    height: float
    dpi: float
    ink: str = ""
    lines: tuple[tuple[float, float, float, float], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class OcrWish:
    """How a person wants pages without text to be recognised.

    `language` is as the engine calls it ("deu"); "" leaves it to the document, of which `likely` is the
    language to begin with, as a BCP 47 tag.
    """

    on: bool = True
    language: str = ""
    likely: str = ""


AS_USUAL = OcrWish()


def unheard(share: float) -> None:
    """The progress of work that nobody asks after."""
