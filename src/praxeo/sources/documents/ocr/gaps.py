"""Gaps of a worksheet among recognised words: without them "the water ____ into the air" would be a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from praxeo.domain.blocks import Box
from praxeo.sources.documents.ocr.type_sizes import size_and_baseline
from praxeo.sources.documents.ocr.words import OcrWord

# In sizes of the type.
ABOVE, BELOW = 0.25, 0.45  # of the baseline, where a line is to be written on
LOW, CLOSE, SHORT = (
    0.95,
    0.8,
    15.0,
)  # one may lie lower close to a word, where it is no rule of a table
BESIDE = 1.5  # a word at most so far away
LONG = 1.5
SIGN_WIDTH = 0.5
SIGNS_AT_LEAST, SIGNS_AT_MOST = 4, 20
TOUCHED = 0.8  # heights of a word
COVERED = 0.5  # of a word that stands on the line, or was read from it
# Dots and dashes that no text has: a dotted line as an engine reads it.
DOTTED = re.compile(r"(?=\.*[^.])(?=_*[^_])[._:;·…,=\-–—]{6,}")
GAP = "______"


def with_gaps(words: Sequence[OcrWord], lines: Iterable[Box]) -> list[OcrWord]:
    """The words with a gap ("____") for each of the lines (boxes in the same pixels) that stands in a row of them."""
    rows = {number: list(row) for number, row in groupby(words, key=lambda word: word.line)}
    for line in sorted(lines):
        place = _row_of(line, rows.values())
        if place is not None:
            _put(line, place)
    return [word._replace(text=DOTTED.sub(GAP, word.text)) for row in rows.values() for word in row]


def _row_of(line: Box, rows: Collection[list[OcrWord]]) -> list[OcrWord] | None:
    """The row of words whose baseline the line goes on; None where it underlines words, or stands alone."""
    best: tuple[float, list[OcrWord]] | None = None
    for row in rows:
        size, _ = size_and_baseline(row)
        nearest = min(row, key=lambda word: _distance(word.box, line))
        away, long = _distance(nearest.box, line), line[2] - line[0]
        if away > BESIDE * size or long < LONG * size:
            continue
        below = LOW if away <= CLOSE * size and long <= SHORT * size else BELOW
        off = line[1] - size_and_baseline([nearest])[1]
        if -ABOVE * size <= off <= below * size and (best is None or abs(off) < best[0]):
            best = abs(off), row
    if best is None or any(_underlined(word, line) for row in rows for word in row):
        return None
    return best[1]


def _put(line: Box, row: list[OcrWord]) -> None:
    """Put a gap where the line is, in place of what was read from it."""
    size, _ = size_and_baseline(row)
    near = min(row, key=lambda word: _distance(word.box, line))
    kept = [word for word in row if not _covered(word.box, line)]
    signs = round((line[2] - line[0]) / (SIGN_WIDTH * size))
    text = "_" * max(SIGNS_AT_LEAST, min(SIGNS_AT_MOST, signs))
    gap = near._replace(text=text, box=(line[0], near.box[1], line[2], near.box[3]))
    row[:] = sorted([*kept, gap], key=lambda word: word.box[0] + word.box[2])


def _underlined(word: OcrWord, line: Box) -> bool:
    """Whether a line runs below or through a word with letters, by more than the cells in which lines are found:
    as far below as a gap may lie, or the rule under a table's head would take the place of its words.
    """
    left, top, right, bottom = word.box
    height = bottom - top
    size, baseline = size_and_baseline([word])
    if not top <= line[1] <= baseline + LOW * size or not any(map(str.isalnum, word.text)):
        return False
    return min(right, line[2]) - max(left, line[0]) > TOUCHED * height


def _covered(box: Box, line: Box) -> bool:
    shared = min(box[2], line[2]) - max(box[0], line[0])
    return shared > COVERED * (box[2] - box[0])


def _distance(box: Box, line: Box) -> float:
    return max(line[0] - box[2], box[0] - line[2], 0.0)
