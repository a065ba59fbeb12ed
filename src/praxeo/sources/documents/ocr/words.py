"""The words of a page picture, out of the table (TSV) that Tesseract writes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from praxeo.domain.blocks import Box

WORD_LEVEL = "5"
COLUMNS = 12
WORDS_MAX = 20_000  # of one page; a newspaper's has a third of that
SPECK_BELOW = (
    50  # confidence of what is no letter or digit; less sure than that it is a speck or a line
)


class OcrWord(NamedTuple):
    """A word with its box in pixels of the picture, from its top left corner.

    `confidence` is 0-100. Words of the same `line` were found on one line, from its beginning to its end.
    """

    text: str
    box: Box
    confidence: float
    line: int


def read_words(tsv: str) -> list[OcrWord]:
    """The words in the engine's order; specks are left out, a row that makes no sense is passed over."""
    words: list[OcrWord] = []
    lines: dict[tuple[str, ...], int] = {}
    for place, word in _rows(tsv):
        if word.confidence >= SPECK_BELOW or any(map(str.isalnum, word.text)):
            words.append(word._replace(line=lines.setdefault(place, len(lines))))
    return words


def mean_confidence(words: list[OcrWord]) -> float:
    """The mean over all characters, 0-100; 0 where there are none."""
    total = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / total if total else 0.0


def _rows(tsv: str) -> Iterator[tuple[tuple[str, ...], OcrWord]]:
    """Each word with the numbers of its block, paragraph and line. Nothing in the table is quoted."""
    for row in tsv.split("\n")[:WORDS_MAX]:
        columns = row.rstrip("\r").split("\t")
        if len(columns) != COLUMNS or columns[0] != WORD_LEVEL or not columns[11].strip():
            continue
        try:
            left, top, width, height, confidence = map(float, columns[6:11])
        except ValueError:
            continue
        if width > 0 and height > 0 and math.isfinite(confidence):
            box = (left, top, left + width, top + height)
            yield (
                tuple(columns[1:5]),
                OcrWord(columns[11].strip(), box, min(100.0, max(0.0, confidence)), 0),
            )
