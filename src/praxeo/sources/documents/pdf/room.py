"""How far to the right the lines of a region could go on: the width of the text above and below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.regions import Region

SAME_LEFT = 2.0  # points by which lines of one column begin apart
LARGER = (
    1.08  # times the size of the text there; larger lines are headings, which break where they like
)
MOST_LINES = 12  # a longer region shows its own width
WIDE = 1.5  # times its width, at least, that is free: else its ragged lines are full


def rooms(regions: Sequence[Region], obstacles: Sequence[Box]) -> dict[int, float]:
    """The right end of the column of short regions, by their place among the regions of the page."""
    found: dict[int, float] = {}
    for at, region in enumerate(regions):
        if not 2 <= len(region.lines) <= MOST_LINES:
            continue
        others = [*regions[max(0, at - 1) : at], *regions[at + 1 : at + 2]]
        right = max((o.box[2] for o in others if _is_of_column(region, o)), default=0.0)
        if right - region.box[0] < WIDE * (region.box[2] - region.box[0]):
            continue
        beside = (region.box[2] + 1, region.box[1], right, region.box[3])
        boxes = [other.box for other in regions if other is not region] + list(obstacles)
        if not any(_overlap(box, beside) for box in boxes):
            found[at] = right
    return found


def _is_of_column(region: Region, other: Region) -> bool:
    """Whether another region is running text at the same left edge and of no smaller type."""
    return (
        abs(other.box[0] - region.box[0]) < SAME_LEFT
        and _size(region) <= LARGER * _size(other)
        and any(
            abs(above.box[2] - below.box[2]) < 4 * below.size
            for above, below in pairwise(other.lines)
        )
    )


def _size(region: Region) -> float:
    return median_low(line.size for line in region.lines)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]
