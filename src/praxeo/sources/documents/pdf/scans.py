"""Tells pages that are scans: a picture over most of the page, without text or with a stamp at its edges only."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page, Word

SCAN_COVER = 0.5  # of the page's area; an image from there on may have its text laid under it
WHOLE_COVER = 0.8  # of the page's area, from which on an image with a stamp is a scan
STAMP_WORDS = 40  # at most: "Downloaded from … by … on …", a number, a library's mark
EDGE = 0.1  # of the page's sides, within which stamps stand


def cover_of(pictures: Sequence[Box], width: float, height: float) -> float:
    """The share of the page that pictures cover, were they apart."""
    return sum((b[2] - b[0]) * (b[3] - b[1]) for b in pictures) / (width * height)


def is_stamped(words: Sequence[Word], pictures: Sequence[Box], width: float, height: float) -> bool:
    """Whether these words are stamped on the edges of a scan."""
    return (
        0 < len(words) <= STAMP_WORDS
        and cover_of(pictures, width, height) >= WHOLE_COVER
        and all(_is_at_edge(word.box, width, height) for word in words)
    )


def is_scan(page: Page) -> bool:
    """Whether what the page says is in a picture, and no text layer has it."""
    if not page.words:
        return cover_of(page.pictures, page.width, page.height) >= SCAN_COVER
    return not page.hidden and is_stamped(page.words, page.pictures, page.width, page.height)


def _is_at_edge(box: Box, width: float, height: float) -> bool:
    left, top, right, bottom = box
    return (
        bottom <= EDGE * height
        or top >= (1 - EDGE) * height
        or right <= EDGE * width
        or left >= (1 - EDGE) * width
    )
