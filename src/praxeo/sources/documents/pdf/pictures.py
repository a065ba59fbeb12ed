"""A page of a PDF as a picture: as a viewer shows it, which is how the boxes of blocks are measured."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from praxeo.domain.errors import NotFound, Refused
from praxeo.domain.pages import PageImage
from praxeo.sources.documents.ocr.gap_lines import gap_lines
from praxeo.sources.documents.ocr.ink import ink_map
from praxeo.sources.documents.ocr.lighting import evenly_lit
from praxeo.sources.documents.ocr.resolution import drawn_dpi
from praxeo.sources.documents.pdf.source import open_pdf

PIXELS_PER_POINT = 2.0  # sharp on a phone's screen, and readable when enlarged on a desktop's
POINTS_PER_INCH = 72
USUAL_DPI = 200.0
PIXELS_MAX = 6_000_000  # of one picture; a page of A4 has 2 million
SIDE_PIXELS_MAX = 8_000


def draw_page(path: Path, number: int) -> PageImage:
    """Page `number` (from 1) for the eye. Raises NotFound("no_such_page"), Refused as `open_pdf` does."""
    return _drawn(path, number, "RGB", lambda page: PIXELS_PER_POINT)


def draw_scan(path: Path, number: int) -> PageImage:
    """Page `number` (from 1) in shades of grey, as finely as text recognition needs it. Raises as `draw_page` does."""
    return _drawn(path, number, "L", lambda page: drawn_dpi(_scanned_dpi(page)) / POINTS_PER_INCH)


def _drawn(
    path: Path, number: int, mode: str, pixels_per_point: Callable[[Any], float]
) -> PageImage:
    with open_pdf(path) as document:
        if not 1 <= number <= len(document):
            raise NotFound("no_such_page", f"This document has {len(document)} pages.")
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise Refused("damaged_page", "This page is damaged and cannot be shown.") from error
        width, height = page.get_size()
        scale = _scale(width, height, pixels_per_point(page))
        picture = page.render(scale=scale, grayscale=mode == "L").to_pil().convert(mode)
    dpi = scale * POINTS_PER_INCH
    if mode == "L":
        picture = evenly_lit(picture, dpi)
    png = io.BytesIO()
    picture.save(png, "PNG", compress_level=4)
    ink, lines = (ink_map(picture, dpi), gap_lines(picture, dpi)) if mode == "L" else ("", ())
    return PageImage(png=png.getvalue(), width=width, height=height, dpi=dpi, ink=ink, lines=lines)


def _scanned_dpi(page: Any) -> float:
    """Pixels per inch of the page's largest bitmap; what suits most where there is none."""
    finest, largest = USUAL_DPI, 0.0
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = image.get_bounds()
        area = (right - left) * (top - bottom)
        if area > largest:
            pixels = math.prod(image.get_px_size())
            finest, largest = math.sqrt(pixels / area) * POINTS_PER_INCH, area
    return finest


def _scale(width: float, height: float, wanted: float) -> float:
    """Pixels per point: fewer than wanted for a page as large as a poster."""
    return min(
        wanted,
        math.sqrt(PIXELS_MAX / (width * height)),
        SIDE_PIXELS_MAX / max(width, height),
    )
