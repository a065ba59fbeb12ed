"""Tells lines that are underlined from end to end, as headings are where nothing else sets them apart."""

from __future__ import annotations

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page

RULES_MAX = 400  # of a page; one with more has tables or drawings
BELOW = (-0.02, 0.35)  # heights of the font from the baseline down to the rule
OVER = 2.0  # points by which it may stand out at an end
COVERED = 0.85  # of the line's width; words may be underlined one by one


def thin_rules(page: Page) -> list[Box]:
    """The rules of a page that may underline something."""
    if len(page.rules) > RULES_MAX:
        return []
    return [rule.box for rule in page.rules if rule.horizontal]


def is_underlined(line: Line, rules: list[Box]) -> bool:
    """Whether rules run right below a line, and hardly past its ends."""
    left, _, right, _ = line.box
    covered = 0.0
    for start, top, end, _ in rules:
        if BELOW[0] * line.size <= top - line.baseline <= BELOW[1] * line.size:
            if (start < left - OVER and end > left) or (end > right + OVER and start < right):
                return False
            if start >= left - OVER and end <= right + OVER:
                covered += end - start
    return covered >= COVERED * (right - left)
