"""How many pixels a scanned page is drawn with: those of its own bitmap, as one more to a side blurs every letter."""

from __future__ import annotations

import math
from typing import Any

import pypdfium2.raw as raw

from praxeo.sources.documents.ocr.resolution import drawn_dpi

POINTS_PER_INCH = 72
USUAL_DPI = 200.0
SQUARE = 0.003  # by which a bitmap may be finer one way than the other


def scan_pixels(page: Any) -> tuple[float, float]:
    """Across and down, of the page as a viewer shows it; whole numbers where its bitmap is neither enlarged nor reduced."""
    width, height = page.get_size()
    across, down = _bitmap_pixels(page, width, height)
    dpi = math.sqrt(across * down / (width * height)) * POINTS_PER_INCH
    factor = drawn_dpi(dpi) / dpi
    if factor != 1:
        return across * factor, down * factor
    return round(across), round(down)


def _bitmap_pixels(page: Any, width: float, height: float) -> tuple[float, float]:
    """What the whole page would have, were it as fine as its largest bitmap."""
    largest = max(
        page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2), key=_area, default=None
    )
    if largest is None or not _area(largest):
        usual = USUAL_DPI / POINTS_PER_INCH
        return width * usual, height * usual
    left, bottom, right, top = largest.get_bounds()
    wide, tall = right - left, top - bottom
    if page.get_rotation() % 180:
        wide, tall = tall, wide
    pixels = largest.get_px_size()
    for across, down in (pixels, pixels[::-1]):  # it may lie on its side
        if abs(across * tall / (down * wide) - 1) <= SQUARE:
            return across * width / wide, down * height / tall
    even = math.sqrt(math.prod(pixels) / (wide * tall))
    return width * even, height * even


def _area(image: Any) -> float:
    left, bottom, right, top = image.get_bounds()
    return float((right - left) * (top - bottom))
