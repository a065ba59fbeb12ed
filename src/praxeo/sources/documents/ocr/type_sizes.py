"""How large the type of a line is, told by the ink of its letters, and evened out over a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from praxeo.sources.documents.ocr.words import OcrWord
from praxeo.sources.documents.pdf.page import Page

# Heights as parts of the type's size, in the middle of what text faces have.
TALL = 0.71  # of capitals, digits and letters that rise
LOW = 0.49  # of letters such as a and n
DEEP = 0.21  # below the baseline
RISING = re.compile(r"[^\W_a-z]|[bdfhijklt]|[()\[\]{}|/&%$€?!\"'“”„]")
SINKING = re.compile(r"[gjpqyçQ]|[()\[\]{}|,;]")
SAME_SIZE = 1.15  # sizes that differ by less are taken for one, measured as roughly as they are


def size_and_baseline(line: Sequence[OcrWord]) -> tuple[float, float]:
    """The size of an upright line's type and where its baseline runs, in the units of its boxes."""
    size = size_of(line)
    return size, baseline_of(line, size)


def size_of(line: Sequence[OcrWord]) -> float:
    """The size of an upright line's type; a longer word tells more surely."""
    return median(
        [
            (word.box[3] - word.box[1]) / _extent(word.text)
            for word in _telling(line)
            for _ in range(len(word.text))
        ]
    )


def baseline_of(line: Sequence[OcrWord], size: float) -> float:
    """Where the baseline of an upright line in type of this size runs."""
    return median(
        [word.box[3] - size * DEEP * bool(SINKING.search(word.text)) for word in _telling(line)]
    )


def _telling(line: Sequence[OcrWord]) -> Sequence[OcrWord]:
    return [word for word in line if any(map(str.isalnum, word.text))] or line


def _extent(text: str) -> float:
    return (TALL if RISING.search(text) else LOW) + (DEEP if SINKING.search(text) else 0.0)


def with_even_sizes(pages: Sequence[Page]) -> list[Page]:
    """The pages with one size wherever sizes differ by no more than they are measured roughly.

    Layout asks which type is larger than most: that has to be told over the whole document.
    """
    weights: dict[float, int] = {}
    for page in pages:
        for word in page.words:
            weights[word.size] = weights.get(word.size, 0) + len(word.text)
    even = _evened(weights)
    return [
        page.with_words(word._replace(size=even[word.size]) for word in page.words)
        for page in pages
    ]


def _evened(weights: dict[float, int]) -> dict[float, float]:
    """For each size the one that it is taken for: that of the most text around it first."""
    even: dict[float, float] = {}
    left = dict(weights)
    while left:
        start = max(left, key=lambda low: sum(_near(left, low).values()))
        group = _near(left, start)
        usual = median([size for size, weight in group.items() for _ in range(weight)])
        for size in group:
            even[size] = round(usual, 1)
            del left[size]
    return even


def _near(weights: dict[float, int], low: float) -> dict[float, int]:
    return {size: weight for size, weight in weights.items() if low <= size < low * SAME_SIZE}
