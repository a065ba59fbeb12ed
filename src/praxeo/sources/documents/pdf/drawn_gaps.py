"""Reads gaps that are drawn as lines, in worksheets and forms, as what they stand for: words to be filled in.

Without it the line falls apart where the gap is, and its pieces are taken for columns.
"""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page, Word

GAP = "____"
SHORTEST, LONGEST = 14.0, 280.0  # points
BELOW = 0.4  # heights of the font below the baseline at which a gap may be drawn
NEAR = 0.9  # heights of the font between the gap and the word beside it
RULES_MAX = 400  # of a page; one with more has tables


def with_drawn_gaps(page: Page) -> Page:
    """The page with a word for every line that is drawn between words, or behind them, on their baseline."""
    gaps = [
        r.box for r in page.rules if r.horizontal and SHORTEST <= r.box[2] - r.box[0] <= LONGEST
    ]
    if not gaps or len(page.rules) > RULES_MAX or not page.words:
        return page
    crossing = [rule.box for rule in page.rules if not rule.horizontal]
    words = list(page.words)
    for box in gaps:
        if any(_meet(box, other) for other in crossing) or _goes_on(box, gaps):
            continue  # of a table or a frame
        placed = _placed(box, words)
        if placed is not None:
            words.insert(*placed)
    return page if len(words) == len(page.words) else replace(page, words=tuple(words))


def _placed(box: Box, words: list[Word]) -> tuple[int, Word] | None:
    """Where among the words the gap stands; None if it underlines words, or stands by none."""
    before: int | None = None
    after: int | None = None
    for index, word in enumerate(words):
        if word.angle or not 0 <= box[3] - word.baseline + 0.1 <= BELOW * word.size:
            continue
        if word.box[0] < box[2] - 1 and word.box[2] > box[0] + 1:
            return None
        if 0 <= box[0] - word.box[2] + 1 <= NEAR * word.size + 1:
            before = index
        elif 0 <= word.box[0] - box[2] + 1 <= NEAR * word.size + 1:
            after = index
    if before is None and after is None:
        return None
    beside = words[after if before is None else before]  # type: ignore[index]
    gap = Word(
        text=GAP,
        box=(box[0], beside.box[1], box[2], beside.box[3]),
        baseline=beside.baseline,
        size=beside.size,
        face=beside.face,
        line=beside.line,
    )
    return (before + 1 if before is not None else after or 0), gap


def _meet(box: Box, other: Box) -> bool:
    return (
        box[0] - 2 < other[2]
        and other[0] < box[2] + 2
        and box[1] - 2 < other[3]
        and other[1] < box[3] + 2
    )


def _goes_on(box: Box, others: list[Box]) -> bool:
    """Whether another line goes on at one of its ends, as the rules of a table's cells do."""
    return any(
        other is not box
        and abs(other[1] - box[1]) < 1
        and (abs(other[0] - box[2]) < 2 or abs(box[0] - other[2]) < 2)
        for other in others
    )
