"""Gathers lines into regions (runs of lines of one column) and puts these in reading order."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.lines import Line

MAX_LEADING = 2.1  # heights of the font from one baseline to the next inside a region
SAME_SIZE = 1.12  # ratio of font sizes inside a region
LOOK_BACK = 6  # regions that a line may continue besides the latest
MAX_ORDERED = 400  # regions of a page; with more (a map, a chart) the file's order is kept
MIN_COLUMN_LINES = 3  # lines from which on a region counts as part of a column
SAME_WIDTH = 0.7  # ratio of widths from which on columns are of one kind
CROSSING = 20.0  # points by which something must reach into both columns to part them
MAX_SPANS = 40  # things across columns on one page
COLUMN_SHARE = 0.5  # of the narrower width that must overlap inside a column


Column = tuple[float, float]  # left and right end


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """Lines from top to bottom that belong to one column; `order` is the file's own order."""

    lines: tuple[Line, ...]
    box: Box
    order: int


def build_regions(lines: Sequence[Line], obstacles: Sequence[Box] = ()) -> list[Region]:
    """Group the lines of a page into regions, in reading order around tables and pictures."""
    groups: list[list[Line]] = []
    for line in lines:
        group = _group_to_continue(groups, line)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    return reading_order([_region(group) for group in groups], obstacles)


def _group_to_continue(groups: list[list[Line]], line: Line) -> list[Line] | None:
    if not groups:
        return None
    if _continues(groups[-1], line, MAX_LEADING):
        return groups[-1]
    for group in reversed(groups[-LOOK_BACK - 1 : -1]):
        # Columns drawn row by row: only the line right below, of the same look, is taken.
        if group[-1].face == line.face and _continues(group, line, 1.5):
            return group
    return None


def _continues(group: list[Line], line: Line, leading: float) -> bool:
    last = group[-1]
    if line.angle != last.angle:
        return False
    if line.angle:
        return line.order == last.order + 1 and _overlap(last.box, line.box, 1) > 0
    size = max(line.size, last.size)
    if size > SAME_SIZE * min(line.size, last.size):
        return False
    drop = line.baseline - last.baseline
    if abs(drop) < 0.3 * size:  # a further piece of the same row
        gap = line.box[0] - last.box[2]
        return len(group) > 1 and 0 <= gap < 2.5 * size
    if not 0.3 * size < drop < leading * size:
        return False
    narrower = min(last.width, line.width)
    return (
        _overlap(last.box, line.box, 0) >= COLUMN_SHARE * narrower
        or _overlap(_extent(group), line.box, 0) >= 0.9 * line.width
    )


def _extent(group: list[Line]) -> Box:
    near = group[-4:]
    return (min(x.box[0] for x in near), 0.0, max(x.box[2] for x in near), 0.0)


def _overlap(a: Box, b: Box, axis: int) -> float:
    return min(a[axis + 2], b[axis + 2]) - max(a[axis], b[axis])


def _region(lines: list[Line]) -> Region:
    boxes = [line.box for line in lines]
    return Region(
        lines=tuple(lines),
        box=(
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        ),
        order=lines[0].order,
    )


def reading_order(regions: list[Region], obstacles: Sequence[Box] = ()) -> list[Region]:
    """Follow the file's order, except where columns contradict it.

    What stands above in a column is read first, and so is a column left of one of its kind, unless
    something (a region or one of the `obstacles`) across both parts the page in between.
    """
    count = len(regions)
    if count > MAX_ORDERED:
        return regions
    waits_for = [0] * count
    followers: list[list[int]] = [[] for _ in range(count)]
    columns = find_columns(regions)
    spans = [
        box
        for box in (*obstacles, *(region.box for region in regions))
        if any(box[0] < end - CROSSING and box[2] > end + CROSSING for _, end in columns)
    ][:MAX_SPANS]
    for i, a in enumerate(regions):
        for j, b in enumerate(regions):
            if i != j and (_is_above(a.box, b.box) or _is_in_earlier_column(a, b, columns, spans)):
                followers[i].append(j)
                waits_for[j] += 1
    ready = [(regions[i].order, i) for i in range(count) if not waits_for[i]]
    heapq.heapify(ready)
    ordered: list[Region] = []
    while ready:
        _, i = heapq.heappop(ready)
        ordered.append(regions[i])
        for j in followers[i]:
            waits_for[j] -= 1
            if not waits_for[j]:
                heapq.heappush(ready, (regions[j].order, j))
    if len(ordered) < count:  # staggered columns wait for each other: the file's order decides
        return sorted(regions, key=lambda region: region.order)
    return ordered


def find_columns(regions: Sequence[Region]) -> list[Column]:
    """Left and right ends of the text columns of a page, where it has more than one."""
    found: list[Column] = []
    for region in sorted(regions, key=lambda r: r.box[2] - r.box[0]):
        left, _, right, _ = region.box
        if len(region.lines) < MIN_COLUMN_LINES:
            continue
        for index, (start, end) in enumerate(found):
            overlap = min(end, right) - max(start, left)
            if overlap > 0.8 * (right - left):
                found[index] = (min(start, left), max(end, right))
                break
        else:
            found.append((left, right))
    found.sort()
    columns = [
        c for c in found if not any(o != c and min(o[1], c[1]) - max(o[0], c[0]) > 2 for o in found)
    ]
    return columns if len(columns) > 1 else []


def _is_in_earlier_column(
    a: Region, b: Region, columns: Sequence[Column], spans: Sequence[Box]
) -> bool:
    """Whether `a` is read before `b` since its column stands further left."""
    if a.box[2] > b.box[0] + 2 and b.box[2] > a.box[0] + 2:
        return False
    of_a, of_b = _column_of(a.box, columns), _column_of(b.box, columns)
    if of_a is None or of_b is None or of_a == of_b:
        return False
    narrow, wide = sorted((of_a[1] - of_a[0], of_b[1] - of_b[0]))
    if narrow < SAME_WIDTH * wide:
        return False
    left, right = (a, b) if of_a < of_b else (b, a)
    parted = any(
        span[0] < min(of_a[1], of_b[1]) - CROSSING
        and span[2] > max(of_a[0], of_b[0]) + CROSSING
        and span[1] >= right.box[3] - 3
        and span[3] <= left.box[1] + 3
        for span in spans
    )
    return parted != (left is a)


def _column_of(box: Box, columns: Sequence[Column]) -> Column | None:
    return next((c for c in columns if box[0] >= c[0] - 4 and box[2] <= c[1] + 4), None)


def _is_above(a: Box, b: Box) -> bool:
    """Whether `a` ends above the start of `b` in the same column (boxes may touch)."""
    narrower = min(a[2] - a[0], b[2] - b[0])
    if _overlap(a, b, 0) < 0.3 * narrower:
        return False
    middle_a, middle_b = (a[1] + a[3]) / 2, (b[1] + b[3]) / 2
    slack = 0.25 * min(a[3] - a[1], b[3] - b[1])
    return a[3] <= b[1] + slack and middle_a < middle_b
