"""Tells the labels inside charts and drawings from the text around them."""

from __future__ import annotations

from statistics import median

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.figure_parts import touch, union
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.paragraphs import Passage

MIN_SIDE = 50.0  # points; smaller drawings are ornaments
MAX_COVER = 0.7  # of the page's area; a larger picture is its background
NEAR = 14.0  # points around a drawing in which its labels stand
MAX_DRAWINGS = 400  # drawings of a page that are put together to figures
MIN_LABELS = 4  # short passages from which on a drawing is taken for a chart or diagram
MAX_LABEL_WORDS = 8
MAX_LABEL_SIZE = 1.3  # times the usual font size of the page
MAX_LABEL_SHARE = 0.5  # of the page's words
MIN_PAGE_WORDS = 80  # words a page must have before some of them are told to be labels
MIN_TEXT_WORDS = 14  # a longer passage inside says that the drawing is a frame around text


def without_labels(passages: list[Passage], page: Page) -> tuple[list[Passage], int]:
    """The passages that are no labels of a figure, and how many labels were left out."""
    figures = _figures(page)
    words = sum(len(line.words) for passage in passages for line in passage.lines)
    if not figures or words < MIN_PAGE_WORDS:
        return passages, 0
    size = median(line.size for passage in passages for line in passage.lines)
    labels: set[int] = set()
    for figure in figures:
        inside = [i for i, passage in enumerate(passages) if _is_inside(passage.box, figure)]
        counts = {i: sum(len(line.words) for line in passages[i].lines) for i in inside}
        short = {
            i
            for i in inside
            if counts[i] <= MAX_LABEL_WORDS
            and len(passages[i].lines) <= 3
            and passages[i].size <= MAX_LABEL_SIZE * size
        }
        if len(short) >= MIN_LABELS and max(counts.values()) < MIN_TEXT_WORDS:
            labels |= short
    left_out = sum(len(line.words) for i in labels for line in passages[i].lines)
    if left_out > MAX_LABEL_SHARE * words:
        return passages, 0  # a slide or a poster: what stands in its shapes is its text
    return [p for i, p in enumerate(passages) if i not in labels], len(labels)


def _figures(page: Page) -> list[Box]:
    """Boxes of pictures and of drawings that touch each other."""
    merged: list[Box] = []
    for box in sorted((*page.drawings, *page.pictures)[:MAX_DRAWINGS]):
        near = [other for other in merged if touch(other, box, NEAR)]
        merged = [other for other in merged if other not in near]
        merged.append(union([box, *near]))
    return [
        box
        for box in merged
        if min(box[2] - box[0], box[3] - box[1]) >= MIN_SIDE
        and (box[2] - box[0]) * (box[3] - box[1]) <= MAX_COVER * page.width * page.height
    ]


def _is_inside(box: Box, figure: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return figure[0] - NEAR <= x <= figure[2] + NEAR and figure[1] - NEAR <= y <= figure[3] + NEAR
