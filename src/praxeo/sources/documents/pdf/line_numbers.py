"""Leaves out the numbers that manuscripts and statutes print beside their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.pdf.page import Page, Word

MIN_NUMBERS = 8  # on a page; fewer may be anything
STEPS = (1, 2, 5, 10)  # from one number to the next
STEADY = 0.9  # share of the numbers that are one step behind those above them
OUTLIERS = 0.02  # share of the words that may stand left of the text
GOES_ON = 0.25  # share of the numbered lines that begin within a sentence, unlike items and rows


def without_line_numbers(page: Page, collected: BlockList) -> Page:
    """The page without a column of rising numbers left of lines of running text."""
    numbers = [word for word in page.words if word.text.isdecimal() and not word.angle]
    if len(numbers) < MIN_NUMBERS:
        return page
    starts = sorted(word.box[0] for word in page.words if not word.text.isdecimal())
    if not starts:
        return page
    left = starts[int(OUTLIERS * len(starts))]
    beside = sorted((n for n in numbers if n.box[2] < left), key=lambda n: n.baseline)
    if not _rise(beside) or not _goes_on(beside, page.words):
        return page
    collected.ledger.leave_out_text("page_furniture", " ".join(word.text for word in beside))
    taken = set(map(id, beside))
    return page.with_words(word for word in page.words if id(word) not in taken)


def _rise(numbers: Sequence[Word]) -> bool:
    """Whether the numbers rise by one step from line to line."""
    if len(numbers) < MIN_NUMBERS or any(len(number.text) > 5 for number in numbers):
        return False
    steps = [int(below.text) - int(above.text) for above, below in pairwise(numbers)]
    return any(steps.count(step) >= STEADY * len(steps) for step in STEPS)


def _goes_on(numbers: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether many of the lines beside the numbers begin with a small letter."""
    rows: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if not word.text.isdecimal():
            rows[round(word.baseline / 2)].append(word)
    within = 0
    for number in numbers:
        row = [w for step in (-1, 0, 1) for w in rows.get(round(number.baseline / 2) + step, ())]
        within += bool(row) and min(row, key=lambda w: w.box[0]).text[:1].islower()
    return within >= GOES_ON * len(numbers)
