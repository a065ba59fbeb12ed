"""Evens the light of a photographed page: an engine takes the shaded part of it for ink and reads nothing there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

CELLS_PER_INCH = 12
AROUND = 5  # cells: paper shows between the lines of a text
SOFTENED = 3  # cells
PAPER_FROM = 80  # of 255; what is darker is a picture, and stays as it is
UNEVEN_FROM = 24  # of 255, between the darkest and the lightest parts of the paper
PARTS = 0.05  # of the page that may be darker or lighter still: its edges, a table beside it
MEAN = 4  # Pillow's BOX: the mean of all pixels


def evenly_lit(image: Image.Image, dpi: float) -> Image.Image:
    """The picture (grey) on white paper; itself where its light is even already."""
    from PIL import ImageChops, ImageFilter  # the process that compares needs no picture

    width, height = (max(1, round(side / dpi * CELLS_PER_INCH)) for side in image.size)
    size = (width, height)
    if min(size) < AROUND:
        return image
    paper = image.resize(size, MEAN).filter(ImageFilter.MaxFilter(AROUND))
    shades = sorted(shade for shade in paper.tobytes() if shade >= PAPER_FROM) or [0]
    left_out = int(PARTS * len(shades))
    if shades[-1 - left_out] - shades[left_out] < UNEVEN_FROM:
        return image
    paper = paper.point(lambda shade: shade if shade >= PAPER_FROM else 255)
    paper = paper.filter(ImageFilter.GaussianBlur(SOFTENED)).resize(image.size, 3)
    return ImageChops.invert(ImageChops.subtract(paper, image))
