"""Puts what is drawn on a page together to what could be one figure: bitmaps, curves, areas and their axes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page

Place = tuple[int, ...]  # the sides of a box, in steps of four points
LOGO = 0.05  # of the page's area; larger pictures at one place are figures of one size
REPEATS = 3  # pages on which a picture stands at the same place
PARTS_MAX = 3_000  # drawn things of a page that are looked at; maps have more
NEAR = 9.0  # points between parts of one figure
PALE = 245  # of 255; an area of a lighter colour is the ground of the page
BACKGROUND = 0.6  # of the page's area; a larger picture lies behind its text
HAIR = 2.0  # points; a smaller thing is no part of a picture


@dataclass(kw_only=True)
class Cluster:
    """Things that are drawn near each other, as one box; `weight` counts them, `bitmaps` those that are bitmaps."""

    box: Box
    weight: int = 1
    bitmaps: int = 0
    curves: int = 0


def repeated_places(pages: Sequence[Page]) -> frozenset[Place]:
    """Where a small picture stands on several of the pages, as logos do."""
    times = Counter(
        place
        for page in pages
        for place in {
            _place(box) for box in page.pictures if area(box) < LOGO * page.width * page.height
        }
    )
    return frozenset(place for place, count in times.items() if count >= REPEATS)


def _place(box: Box) -> Place:
    return tuple(round(side / 4) for side in box)


def clusters(
    page: Page,
    without: Sequence[Box],
    barriers: Sequence[Line],
    repeated: frozenset[Place] = frozenset(),
) -> list[Cluster]:
    """What is drawn on the page, put together as far as no line of its text (`barriers`) stands between.

    `without` are boxes, such as those of tables, whose rules and areas belong to no figure; a
    picture at one of the `repeated` places adorns.
    """
    done: list[Cluster] = []
    made: list[Cluster] = []
    for part in sorted(_parts(page, without, repeated), key=lambda part: part.box)[:PARTS_MAX]:
        # From left to right: what ends before this part is near no later one.
        done += [other for other in made if other.box[2] < part.box[0] - NEAR]
        made = [other for other in made if other.box[2] >= part.box[0] - NEAR]
        near = [other for other in made if touch(other.box, part.box, NEAR)]
        near = [other for other in near if not parted(other.box, part.box, barriers)]
        made = [other for other in made if all(other is not one for one in near)]
        made.append(joined([part, *near]))
    return done + made


def joined(parts: Sequence[Cluster]) -> Cluster:
    """Several clusters as one."""
    return Cluster(
        box=union([part.box for part in parts]),
        weight=sum(part.weight for part in parts),
        bitmaps=sum(part.bitmaps for part in parts),
        curves=sum(part.curves for part in parts),
    )


def _parts(page: Page, without: Sequence[Box], repeated: frozenset[Place]) -> Iterable[Cluster]:
    """Rules and areas come last in worth: alone they are separators, frames and grounds."""
    largest = BACKGROUND * page.width * page.height
    for box in page.pictures:
        if 0 < area(box) <= largest and _place(box) not in repeated:
            yield Cluster(box=box, bitmaps=1)
    drawn = [(box, 1) for box in page.drawings]
    drawn += [(a.box, 0) for a in page.areas if min(a.color) < PALE]
    drawn += [(rule.box, 0) for rule in page.rules]
    for box, curves in drawn:
        large = area(box) > largest or box[2] - box[0] > 0.9 * page.width
        small = max(box[2] - box[0], box[3] - box[1]) < HAIR
        if not large and not small and not any(inside(box, other) for other in without):
            yield Cluster(box=box, curves=curves)


def parted(a: Box, b: Box, barriers: Sequence[Line]) -> bool:
    """Whether a line of text lies in the box of both that lies in neither."""
    both = union([a, b])
    return any(
        inside(line.box, both) and not inside(line.box, a) and not inside(line.box, b)
        for line in barriers
    )


def inside(box: Box, other: Box) -> bool:
    """Whether the middle of a box lies in another."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return other[0] <= x <= other[2] and other[1] <= y <= other[3]


def touch(a: Box, b: Box, air: float) -> bool:
    """Whether two boxes are no more than `air` apart."""
    return a[0] - air < b[2] and b[0] - air < a[2] and a[1] - air < b[3] and b[1] - air < a[3]


def union(boxes: Sequence[Box]) -> Box:
    """The box around all boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def area(box: Box) -> float:
    """Square points."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])
