"""How many pixels an inch of a page has, where a scan says so, or a photograph does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

LEAST_DPI, MOST_DPI = 150.0, 300.0  # more gains recognition nothing, less costs it words
ENLARGED_AT_MOST = 3.0  # times; what a picture does not hold cannot be drawn into it
USUAL_INCHES = 8.27  # the shorter side of A4: what a picture is taken for that does not say
BELIEVED_DPI = (100.0, 1_200.0)  # cameras and screens state 72 or 96 and mean nothing by it
BELIEVED_INCHES = (2.0, 24.0)  # of the shorter side


def stated_dpi(image: Image.Image) -> float:
    """What the picture says of itself, across; 0 where it says nothing that could be."""
    stated = image.info.get("dpi")
    try:
        across = float(stated[0]) if stated else 0.0
    except (TypeError, ValueError, ZeroDivisionError, IndexError):
        return 0.0
    return across if BELIEVED_DPI[0] <= across <= BELIEVED_DPI[1] else 0.0


def page_dpi(size: tuple[int, int], stated: float) -> float:
    """Pixels per inch of the page that the picture shows."""
    shorter = max(1, min(size))
    if stated and BELIEVED_INCHES[0] <= shorter / stated <= BELIEVED_INCHES[1]:
        return stated
    return shorter / USUAL_INCHES


def drawn_dpi(dpi: float) -> float:
    """At how many pixels per inch a page is given to text recognition."""
    return min(MOST_DPI, max(dpi, min(LEAST_DPI, dpi * ENLARGED_AT_MOST)))
