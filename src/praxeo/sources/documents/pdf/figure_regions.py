"""Finds the figures of a page: above (or below) their captions, and pictures that stand without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.figure_parts import (
    Cluster,
    Place,
    area,
    clusters,
    inside,
    joined,
    parted,
    touch,
    union,
)
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pictures.captions import starts_caption

CAPTION_GAP = 90.0  # points between a figure and its caption
PANEL_GAP = 30.0  # points between the panels of one figure
OVERLAP = 0.25  # of a figure's height that may lie behind its caption
LABEL_AIR = 12.0  # points around a figure in which its labels stand
AIR = 2.5  # points between a figure and its caption
LABEL_WORDS = 8
BODY_WORDS = 6  # of two letters or more, of a line of the text; a label has fewer
SMALLEST = (60.0, 36.0)  # points; a smaller drawing under a caption is an ornament
SMALLEST_ALONE = (90.0, 60.0)  # without a caption
EDGE = 0.08  # of the page's height; a picture in the head or foot adorns it
BANNER_EDGE, BANNER_ASPECT = 0.16, 2.5  # a wide picture so near the page's edge adorns it
WORDS_BEHIND = 25  # of running text in front of a picture without caption: it is a ground
FIGURES_MAX = 40  # of one page


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundFigure:
    """A figure on a page as it is read; `labels` are the lines of text that belong to it.

    A formula that can only be shown as a picture is one too (`is_formula`).
    """

    box: Box
    labels: tuple[Line, ...] = ()
    caption: Box | None = None
    is_formula: bool = False


def find_figures(
    page: Page,
    lines: Sequence[Line],
    tables: Sequence[Box],
    repeated: frozenset[Place] = frozenset(),
) -> list[FoundFigure]:
    """The figures of a page from top to bottom; a figure that a table covers is none."""
    if not (page.pictures or page.drawings or page.areas):
        return []
    size = median(line.size for line in lines) if lines else 10.0
    captions = [line for line in lines if not line.angle and starts_caption(line.text)]
    body = [line for line in lines if line.size > 0.75 * size and _is_prose(line)]
    barriers = [*body, *(c for c in captions if c not in body)]
    left = [c for c in clusters(page, tables, barriers, repeated) if not _covered(c.box, tables)]
    found: list[FoundFigure] = []
    for caption in sorted(captions, key=lambda line: line.box[1]):
        others = [other for other in captions if other is not caption]
        if (own := _of_caption(caption, others, left, barriers)) is not None:
            left = [c for c in left if not inside(c.box, own.box)]
            found.append(FoundFigure(box=own.box, caption=caption.box))
    found = [_with_labels(figure, lines, size, barriers) for figure in found]
    # What stands in front of a picture of which nothing is said may be the page's own text.
    found += [FoundFigure(box=c.box) for c in left if _stands_alone(c, page, lines)]
    return sorted(found[:FIGURES_MAX], key=lambda figure: (figure.box[1], figure.box[0]))


def _is_prose(line: Line) -> bool:
    """Whether it is a line of the text, unlike the numbers of an axis or a label."""
    words = [word.text for word in line.words if sum(map(str.isalpha, word.text)) > 1]
    return len(words) >= BODY_WORDS


def _of_caption(
    caption: Line, others: Sequence[Line], left: Sequence[Cluster], barriers: Sequence[Line]
) -> Cluster | None:
    """What the caption speaks of: nearest above it, else below; with the panels beside and above it that
    no other caption is nearer to."""
    for above in (True, False):
        near = [
            (gap, at)
            for at, cluster in enumerate(left)
            if (gap := _gap(cluster.box, caption.box, above=above)) <= CAPTION_GAP
            and not parted(cluster.box, caption.box, [b for b in barriers if b is not caption])
        ]
        if near:
            first = left[min(near)[1]]
            free = [c for c in left if c is not first and not _belongs(c, others, above=above)]
            own = _with_panels(first, free, barriers)
            if _is_large(own.box, SMALLEST):
                return own
    return None


def _belongs(cluster: Cluster, captions: Sequence[Line], *, above: bool) -> bool:
    """Whether it stands right at one of the captions."""
    return any(_gap(cluster.box, caption.box, above=above) <= PANEL_GAP for caption in captions)


def _with_panels(first: Cluster, free: Sequence[Cluster], barriers: Sequence[Line]) -> Cluster:
    own, waiting = first, list(free)
    while True:
        near = [
            c
            for c in waiting
            if touch(own.box, c.box, PANEL_GAP) and not parted(own.box, c.box, barriers)
        ]
        if not near:
            return own
        own = joined([own, *near])
        waiting = [c for c in waiting if all(c is not one for one in near)]


def _gap(box: Box, caption: Box, *, above: bool) -> float:
    """Points from the figure to its caption; far too many on its wrong side or in another column."""
    if not _share_a_column(box, caption):
        return float("inf")
    gap = caption[1] - box[3] if above else box[1] - caption[3]
    # Boxes of drawings may be larger than what is seen of them, and reach over the caption.
    return max(0.0, gap) if gap > -OVERLAP * (box[3] - box[1]) else float("inf")


def _share_a_column(box: Box, caption: Box) -> bool:
    overlap = min(box[2], caption[2]) - max(box[0], caption[0])
    return overlap > 0.3 * min(box[2] - box[0], caption[2] - caption[0])


def _stands_alone(cluster: Cluster, page: Page, lines: Sequence[Line]) -> bool:
    """Whether it is worth showing although nothing is said of it: a bitmap on the page, not behind its text."""
    left, top, right, bottom = cluster.box
    if not cluster.bitmaps or not _is_large(cluster.box, SMALLEST_ALONE):
        return False
    at_edge = top < BANNER_EDGE * page.height or bottom > (1 - BANNER_EDGE) * page.height
    if at_edge and right - left > BANNER_ASPECT * (bottom - top):
        return False
    if bottom < EDGE * page.height or top > (1 - EDGE) * page.height:
        return False
    if left < -2 or top < -2 or right > page.width + 2 or bottom > page.height + 2:
        return False  # a ground that runs off the page
    words = sum(len(line.words) for line in lines if inside(line.box, cluster.box))
    return words < WORDS_BEHIND


def _with_labels(
    figure: FoundFigure, lines: Sequence[Line], size: float, barriers: Sequence[Line]
) -> FoundFigure:
    """The figure grown by the short lines at its sides, with all lines that stand in it."""
    box = figure.box
    labels: list[Line] = []
    for line in lines:
        short = len(line.words) <= LABEL_WORDS and line.size <= 1.15 * size
        if line not in barriers and (
            inside(line.box, box)
            or (
                short
                and "=" not in line.text
                and touch(line.box, box, LABEL_AIR)
                and _goes_along(line, box)
                and not _ends_a_paragraph(line, barriers)
            )
        ):
            labels.append(line)
    grown = union([box, *(line.box for line in labels)])
    if figure.caption and grown[1] < figure.caption[1] < grown[3]:
        grown = (grown[0], grown[1], grown[2], figure.caption[1] - AIR)
    return FoundFigure(box=grown, labels=tuple(labels), caption=figure.caption)


def _ends_a_paragraph(line: Line, body: Sequence[Line]) -> bool:
    """Whether a line of the text stands right above, at the same left end."""
    return any(
        0 < line.baseline - other.baseline < 1.7 * line.size
        and abs(line.box[0] - other.box[0]) < 2 * line.size
        for other in body
    )


def _goes_along(line: Line, box: Box) -> bool:
    """Whether a label beside a figure lies within its width or its height."""
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    return box[0] <= x <= box[2] or box[1] <= y <= box[3]


def _is_large(box: Box, least: tuple[float, float]) -> bool:
    return box[2] - box[0] >= least[0] and box[3] - box[1] >= least[1]


def _covered(box: Box, tables: Sequence[Box]) -> bool:
    """Whether most of it is a table."""
    for other in tables:
        common = (
            max(box[0], other[0]),
            max(box[1], other[1]),
            min(box[2], other[2]),
            min(box[3], other[3]),
        )
        if common[2] > common[0] and common[3] > common[1] and area(common) > 0.4 * area(box):
            return True
    return False
