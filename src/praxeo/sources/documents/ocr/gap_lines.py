"""The thin lines on a page picture on which something is to be written: an engine passes over them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

    from praxeo.domain.blocks import Box

CELLS_PER_INCH = 12  # along a line; it is looked for in every row
CLEAR = 0.035  # inches above and below a line that are as light as paper
DARKER, LIGHT = 45, 20  # of 255: a line is darker than paper by so much, what is around it by less
AROUND = 5  # cells in which there is paper somewhere
CELLS_AT_LEAST = 3
STEEP = 0.03  # of its width that a line may rise: the page was laid down askew
THICK = 0.03  # inches
ROWS_BETWEEN = 3
LINES_AT_MOST = 500
MEAN = 4  # Pillow's BOX: the mean of all pixels
RUN = re.compile(rb"\xff{2,}")


def gap_lines(image: Image.Image, dpi: float) -> tuple[Box, ...]:
    """The boxes of such lines in pixels of the picture (grey), dotted and broken ones included."""
    from PIL import ImageChops, ImageFilter  # the process that compares needs no picture

    cell, clear = max(2, round(dpi / CELLS_PER_INCH)), max(2, round(dpi * CLEAR))
    width = image.width // cell
    if width < CELLS_AT_LEAST or image.height < 3 * clear:
        return ()
    means = image.crop((0, 0, width * cell, image.height)).resize((width, image.height), MEAN)
    paper = means.resize((width, max(1, image.height // cell)), MEAN)
    paper = paper.filter(ImageFilter.MaxFilter(AROUND)).resize(means.size, 2)
    beside = ImageChops.darker(
        ImageChops.offset(means, 0, clear), ImageChops.offset(means, 0, -clear)
    )
    light = ImageChops.subtract(paper, beside).point(lambda than: 255 if than <= LIGHT else 0)
    dark = ImageChops.subtract(paper, means).point(lambda than: 255 if than >= DARKER else 0)
    thin = ImageChops.darker(light, dark).tobytes()
    found = _joined(thin, width, range(clear, image.height - clear))
    return tuple(
        (left * cell, top, right * cell, bottom)
        for left, top, right, bottom in found
        if right - left >= CELLS_AT_LEAST
        and bottom - top <= THICK * dpi + STEEP * (right - left) * cell
    )[:LINES_AT_MOST]


def _joined(rows: bytes, width: int, numbers: range) -> list[Box]:
    """The runs of each row, one with those that go on in the next rows."""
    done: list[list[int]] = []
    open_: list[list[int]] = []
    for number in numbers:
        done += [box for box in open_ if box[3] < number - ROWS_BETWEEN]
        open_ = [box for box in open_ if box[3] >= number - ROWS_BETWEEN]
        for run in RUN.finditer(rows, number * width, (number + 1) * width):
            left, right = run.start() - number * width, run.end() - number * width
            for box in open_:
                if left <= box[2] + 1 and right >= box[0] - 1:
                    box[0], box[2], box[3] = min(box[0], left), max(box[2], right), number + 1
                    break
            else:
                open_.append([left, number, right, number + 1])
    return [(left, top, right, bottom) for left, top, right, bottom in (*done, *open_)]
