"""A page of a PDF as a picture: as a viewer shows it, which is how the boxes of blocks are measured."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as raw

from praxeo.domain.errors import NotFound, Refused
from praxeo.domain.pages import PageImage
from praxeo.sources.documents.ocr.gap_lines import gap_lines
from praxeo.sources.documents.ocr.ink import ink_map
from praxeo.sources.documents.ocr.lighting import evenly_lit
from praxeo.sources.documents.pdf.scan_pixels import scan_pixels
from praxeo.sources.documents.pdf.source import open_pdf

if TYPE_CHECKING:
    from PIL.Image import Image

PIXELS_PER_POINT = 2.0  # sharp on a phone's screen, and readable when enlarged on a desktop's
POINTS_PER_INCH = 72
PIXELS_MAX = 6_000_000  # of a picture for the eye; a page of A4 has 2 million
SCAN_PIXELS_MAX = 9_000_000  # in shades of grey; a page of A4 at 300 dpi
SIDE_PIXELS_MAX = 8_000
WHITE = (255, 255, 255, 255)


def draw_page(path: Path, number: int) -> PageImage:
    """Page `number` (from 1) for the eye. Raises NotFound("no_such_page"), Refused as `open_pdf` does."""
    return _drawn(path, number, "RGB")


def draw_scan(path: Path, number: int) -> PageImage:
    """Page `number` (from 1) in shades of grey, as finely as text recognition needs it. Raises as `draw_page` does."""
    return _drawn(path, number, "L")


def _drawn(path: Path, number: int, mode: str) -> PageImage:
    with open_pdf(path) as document:
        if not 1 <= number <= len(document):
            raise NotFound("no_such_page", f"This document has {len(document)} pages.")
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise Refused("damaged_page", "This page is damaged and cannot be shown.") from error
        width, height = page.get_size()
        picture = _for_the_eye(page) if mode == "RGB" else _as_scanned(page)
    dpi = picture.width / width * POINTS_PER_INCH
    if mode == "L":
        picture = evenly_lit(picture, dpi)
    png = io.BytesIO()
    picture.save(png, "PNG", compress_level=4)
    ink, lines = (ink_map(picture, dpi), gap_lines(picture, dpi)) if mode == "L" else ("", ())
    return PageImage(png=png.getvalue(), width=width, height=height, dpi=dpi, ink=ink, lines=lines)


def _for_the_eye(page: Any) -> Image:
    width, height = page.get_size()
    scale = PIXELS_PER_POINT * _room(
        width * PIXELS_PER_POINT, height * PIXELS_PER_POINT, PIXELS_MAX
    )
    picture: Image = page.render(scale=scale).to_pil().convert("RGB")
    return picture


def _as_scanned(page: Any) -> Image:
    across, down = scan_pixels(page)
    room = _room(across, down, SCAN_PIXELS_MAX)
    size = max(1, math.ceil(across * room)), max(1, math.ceil(down * room))
    bitmap = pypdfium2.PdfBitmap.new_native(*size, raw.FPDFBitmap_Gray)
    bitmap.fill_rect(WHITE, 0, 0, *size)
    flags = raw.FPDF_GRAYSCALE | raw.FPDF_ANNOT
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *size, 0, flags)
    picture: Image = bitmap.to_pil().convert("L")
    return picture


def _room(across: float, down: float, most: int) -> float:
    """By what a page as large as a poster is reduced, else 1."""
    return min(1.0, math.sqrt(most / (across * down)), SIDE_PIXELS_MAX / max(across, down))
