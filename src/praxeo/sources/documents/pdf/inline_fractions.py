"""Reads small fractions within a line of text ("U/I", "1/2"), whose parts would fall into lines of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page, Word
from praxeo.sources.documents.pdf.raised import as_scripts

SHORTEST, LONGEST = 2.0, 90.0  # points of a bar
RULES_MAX = 400  # of a page; one with more has tables
AXIS = 0.25  # heights of the font from the baseline of the text up to the bar
OFF_AXIS = 0.12  # heights of the font by which the bar may stand off it
SMALLER = 0.87  # of the text's size; larger parts are those of a formula on a line of its own
ABOVE, BELOW = 1.1, (0.3, 1.4)  # heights of a part from the bar to its baseline
MOST_AXIS = 30.0  # points from a bar down to the baseline of the text around
NEAR = 1.2  # heights of the font between the fraction and the text beside it
MOST_WORDS = 8  # of one part
ONE_SIGN = re.compile(r"\d+|[^\W\d_]['′]?[₀-₉⁰¹²³⁴-⁹]*")


def with_fractions(page: Page) -> Page:
    """The page with each small fraction as one word on the line that it stands in."""
    bars = [
        r.box for r in page.rules if r.horizontal and SHORTEST <= r.box[2] - r.box[0] <= LONGEST
    ]
    if not bars or len(page.rules) > RULES_MAX:
        return page
    words: list[Word] = list(page.words)
    baselines = sorted(word.baseline for word in words if not word.angle)
    for bar in bars:
        # most short rules are ticks of charts and rules of tables: no text stands on their height
        first = bisect_left(baselines, bar[1])
        if first < len(baselines) and baselines[first] - bar[1] < MOST_AXIS:
            words = _with_fraction(bar, words)
    return page if len(words) == len(page.words) else replace(page, words=tuple(words))


def _with_fraction(bar: Box, words: list[Word]) -> list[Word]:
    beside = _beside(bar, words)
    if beside is None:
        return words
    text = words[beside]
    over, under = _parts(bar, words, SMALLER * text.size)
    if not over or not under or max(len(over), len(under)) > MOST_WORDS:
        return words
    fraction = Word(
        text=f"{_said(over, words)}/{_said(under, words)}",
        box=(bar[0], text.box[1], bar[2], text.box[3]),
        baseline=text.baseline,
        size=text.size,
        face=text.face,
        line=text.line,
    )
    taken = {*over, *under}
    is_left = text.box[2] <= bar[0] + 1
    found: list[Word] = []
    for at, word in enumerate(words):
        if at == beside and not is_left:
            found += [fraction, word._replace(glued=False)]
        elif at not in taken:
            found.append(word)
        if at == beside and is_left:
            found.append(fraction)
    return found


def _parts(bar: Box, words: Sequence[Word], largest: float) -> tuple[list[int], list[int]]:
    """The words over and under a bar, by their places."""
    over: list[int] = []
    under: list[int] = []
    for at, word in enumerate(words):
        if (
            word.box[0] < bar[0] - 2
            or word.box[2] > bar[2] + 2
            or word.size > largest
            or word.angle
        ):
            continue
        down = word.baseline - bar[1]
        if -ABOVE * word.size <= down <= 0:
            over.append(at)
        elif BELOW[0] * word.size <= down <= BELOW[1] * word.size:
            under.append(at)
    return over, under


def _beside(bar: Box, words: Sequence[Word]) -> int | None:
    """The word next to a bar, on whose height the bar stands; the one before it rather than the one after."""
    near: list[tuple[bool, float, int]] = []
    middle = (bar[1] + bar[3]) / 2
    for at, word in enumerate(words):
        if abs(word.baseline - AXIS * word.size - middle) > OFF_AXIS * word.size or word.angle:
            continue
        after = word.box[0] >= bar[2] - 1
        gap = word.box[0] - bar[2] if after else bar[0] - word.box[2]
        if -1 <= gap <= NEAR * word.size:
            near.append((after, gap, at))
    return min(near)[2] if near else None


def _said(part: Sequence[int], words: Sequence[Word]) -> str:
    """A part as text; in brackets where it is more than a number or a sign."""
    placed = sorted((words[at] for at in part), key=lambda word: word.box[0])
    largest = max(placed, key=lambda word: word.size)
    text = "".join(w.text for w in as_scripts(placed, largest.size, largest.baseline))
    return text if ONE_SIGN.fullmatch(text) else f"({text})"
