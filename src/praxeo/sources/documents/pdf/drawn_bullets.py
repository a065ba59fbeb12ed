"""Reads dots that are drawn before lines of text, as browsers print the items of their lists, as the bullets that they are."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page, Word

BULLET = "•"
SMALLEST, LARGEST = 0.15, 0.6  # heights of the font: the sides of a dot
SQUARE = 1.35  # a dot's longer side by its shorter one
HEIGHTS = (0.05, 0.6)  # heights of the font from the baseline up to a dot's middle
GAP = (0.2, 1.2)  # heights of the font from a dot to its text
BEFORE = 2.0  # heights of the font before a dot that are free of words
FEWEST, SAME_LEFT = 2, 2.0  # dots below each other, and points between their left ends
DRAWN_MAX = 2_000  # of a page; one with more has charts


def with_drawn_bullets(page: Page) -> Page:
    """The page with a word for each dot that begins a line of text, and without those dots among its drawings."""
    shapes = [*page.drawings, *(area.box for area in page.areas)]
    if not shapes or len(shapes) > DRAWN_MAX or not page.words:
        return page
    dots = [box for box in shapes if _is_dot(box)]
    if not dots:
        return page
    order = sorted(range(len(page.words)), key=lambda at: page.words[at].baseline)
    baselines = [page.words[at].baseline for at in order]
    placed: dict[int, Box] = {}
    for box in dots:
        lowest = bisect_left(baselines, box[1])
        highest = bisect_left(baselines, box[3] + 2 * (box[3] - box[1]) / SMALLEST)
        if (first := _begun_by(box, page.words, order[lowest:highest])) is not None:
            placed[first] = box
    lefts = sorted(box[0] for box in placed.values())
    placed = {at: box for at, box in placed.items() if _near(lefts, box[0]) >= FEWEST}
    if not placed:
        return page
    words: list[Word] = []
    for at, word in enumerate(page.words):
        if at in placed:
            left, _, right, _ = placed[at]
            words.append(
                word._replace(text=BULLET, box=(left, word.box[1], right, word.box[3]), glued=False)
            )
        words.append(word)
    read = set(placed.values())
    return replace(
        page,
        words=tuple(words),
        drawings=tuple(box for box in page.drawings if box not in read),
        areas=tuple(area for area in page.areas if area.box not in read),
    )


def _near(lefts: list[float], left: float) -> int:
    """How many dots stand below each other there."""
    return bisect_left(lefts, left + SAME_LEFT) - bisect_left(lefts, left - SAME_LEFT)


def _is_dot(box: Box) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return 0 < width < 15 and 0 < height < 15 and max(width, height) <= SQUARE * min(width, height)


def _begun_by(box: Box, words: tuple[Word, ...], near: list[int]) -> int | None:
    """The word that stands right behind the dot, if none stands before it on its line."""
    found: int | None = None
    middle = (box[1] + box[3]) / 2
    for at in near:
        word = words[at]
        size = word.size
        if word.angle or not HEIGHTS[0] * size <= word.baseline - middle <= HEIGHTS[1] * size:
            continue
        if word.box[0] < box[2] and word.box[2] > box[0] - BEFORE * size:
            return None
        fits = SMALLEST * size <= box[3] - box[1] <= LARGEST * size
        if (
            fits
            and GAP[0] * size <= word.box[0] - box[2] <= GAP[1] * size
            and any(map(str.isalnum, word.text))
            and (found is None or word.box[0] < words[found].box[0])
        ):
            found = at
    return found
