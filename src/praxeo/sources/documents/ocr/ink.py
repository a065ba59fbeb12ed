"""Where a page picture has ink, and whether words were found there: an engine passes over what it cannot read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from praxeo.sources.documents.ocr.words import OcrWord

if TYPE_CHECKING:
    from PIL import Image

CELLS_PER_INCH = 8
MEAN = 4  # Pillow's BOX: the mean of all pixels
DARK_BELOW = 150  # of 255
INKED_FROM = 0.09  # of a cell
RULED_FROM = 235  # of 255: the mean of half an inch of a row or column that is a rule, or all dark
EDGE = 0.04  # of the page's sides, where scanners leave shadows
NEIGHBOURS = 3  # inked cells around one that is neither a speck nor part of a rule
TELLING_CELLS = 40  # a line of text has some fifty


def ink_map(image: Image.Image, dpi: float) -> str:
    """The picture (grey) in cells of an eighth of an inch: "1" where there is ink, rows parted by "/"."""
    width, height = (max(1, round(side / dpi * CELLS_PER_INCH)) for side in image.size)
    dark = image.point(lambda value: 255 if value < DARK_BELOW else 0)
    dark = _without_rules(dark, max(1, round(dpi / 2)))
    cells = dark.resize((width, height), resample=MEAN).tobytes()
    signs = "".join("1" if cell >= INKED_FROM * 255 else "0" for cell in cells)
    return "/".join(signs[at : at + width] for at in range(0, len(signs), width))


def _without_rules(dark: Image.Image, length: int) -> Image.Image:
    """The picture (255: dark) without what is dark over this length, across or down."""
    from PIL import ImageChops, ImageFilter  # the process that compares needs no picture

    for width, height in ((dark.width // length, dark.height), (dark.width, dark.height // length)):
        means = dark.resize((max(1, width), max(1, height)), resample=MEAN)
        rules = means.point(lambda mean: 255 if mean >= RULED_FROM else 0).resize(dark.size, 0)
        dark = ImageChops.subtract(dark, rules.filter(ImageFilter.MaxFilter(3)))
    return dark


def unread_share(ink: str, words: Iterable[OcrWord], dpi: float) -> float:
    """The share of the page (0-1) with ink but no word; 0 where it is too little to be text or a picture."""
    rows = [list(row) for row in ink.split("/")]
    height, width = len(rows), len(rows[0])
    for word in words:
        left, top, right, bottom = (side / dpi * CELLS_PER_INCH for side in word.box)
        for y in range(max(0, int(top) - 1), min(height, int(bottom) + 2)):
            for x in range(max(0, int(left) - 1), min(width, int(right) + 2)):
                rows[y][x] = "0"
    edge_x, edge_y = int(EDGE * width) + 1, int(EDGE * height) + 1
    inked = {
        (x, y)
        for y in range(edge_y, height - edge_y)
        for x in range(edge_x, width - edge_x)
        if rows[y][x] == "1"
    }
    telling = sum(_neighbours(inked, x, y) >= NEIGHBOURS for x, y in inked)
    return telling / (width * height) if telling >= TELLING_CELLS else 0.0


def _neighbours(inked: set[tuple[int, int]], x: int, y: int) -> int:
    around = ((x + across, y + down) for across in (-1, 0, 1) for down in (-1, 0, 1))
    return sum(place in inked for place in around) - 1
