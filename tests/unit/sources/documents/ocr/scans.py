"""Pages as scanners and cameras give them: drawn, then turned, slanted or worn."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pypdfium2
from PIL import Image

from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf

DPI = 200
TIDES = (
    "The Moon pulls on the water of the oceans, and the pull is strongest",
    "on the side that faces it. The water there rises into a bulge, which",
    "the coast passes once every lunar day.",
)


def sheet(title: str = "The tides of the sea", lines: Sequence[str] = TIDES) -> Sheet:
    """A heading and a paragraph below it."""
    return Sheet().text(72, 90, title, size=20).lines(72, 130, lines, size=11, leading=14)


def picture(page: Sheet, dpi: int = DPI) -> Image.Image:
    """The page in shades of grey."""
    document = pypdfium2.PdfDocument(build_pdf([page]))
    return document[0].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")


def scanned_pdf(pictures: Sequence[Image.Image], dpi: int = DPI) -> bytes:
    """A PDF of nothing but these pictures, one a page."""
    data = io.BytesIO()
    first, *others = pictures
    first.save(data, "PDF", resolution=dpi, save_all=True, append_images=others)
    return data.getvalue()


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    """The picture as a file of this format."""
    data = io.BytesIO()
    image.save(data, format, **options)
    return data.getvalue()
