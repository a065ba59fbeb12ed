"""A page of a PDF as a picture: as a viewer shows it, which is how the boxes of blocks are measured."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pypdfium2

from praxeo.domain.errors import NotFound, Refused
from praxeo.ports.documents import PageImage
from praxeo.sources.documents.pdf.source import open_pdf

PIXELS_PER_POINT = 2.0  # sharp on a phone's screen, and readable when enlarged on a desktop's
PIXELS_MAX = 6_000_000  # of one picture; a page of A4 has 2 million
SIDE_PIXELS_MAX = 8_000


def draw_page(path: Path, number: int) -> PageImage:
    """Page `number` (from 1). Raises NotFound("no_such_page"), Refused as `open_pdf` does."""
    with open_pdf(path) as document:
        if not 1 <= number <= len(document):
            raise NotFound("no_such_page", f"This document has {len(document)} pages.")
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError as error:
            raise Refused("damaged_page", "This page is damaged and cannot be shown.") from error
        width, height = page.get_size()
        drawn = page.render(scale=_scale(width, height))
        png = io.BytesIO()
        drawn.to_pil().convert("RGB").save(png, "PNG", compress_level=4)
    return PageImage(png=png.getvalue(), width=width, height=height)


def _scale(width: float, height: float) -> float:
    """Pixels per point: fewer for a page as large as a poster."""
    return min(
        PIXELS_PER_POINT,
        math.sqrt(PIXELS_MAX / (width * height)),
        SIDE_PIXELS_MAX / max(width, height),
    )
