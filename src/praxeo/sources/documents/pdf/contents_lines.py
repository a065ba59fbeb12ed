"""Keeps the lines of a table of contents whole, each with its page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from praxeo.sources.documents.pdf.lines import COLUMN_GAP, Line
from praxeo.sources.documents.pdf.section_numbers import LEADERS

MIN_ENTRIES = 4  # titles with pages that make a table of contents
SAME_EDGE = 2.0  # points by which the page numbers may end apart
SAME_BASELINE = 2.0  # points
FALLS = 0.15  # share of the pages that may be lower than the one before: roman ones, a second list
PAGE = re.compile(r"(?:^|[\s\xa0]|(?<=\.)\.)(\d{1,4}|[ivxlc]{1,6})$")


def with_pages(lines: list[Line]) -> list[Line]:
    """The lines, those of a table of contents each joined with the page that stands at its end."""
    lone = [line for line in lines if not line.angle and PAGE.fullmatch(line.text)]
    if not lone:
        return lines
    edge = Counter(round(line.box[2] / SAME_EDGE) for line in lone).most_common(1)[0][0]
    lone = [line for line in lone if abs(line.box[2] / SAME_EDGE - edge) <= 1]
    leading = [line for line in lines if LEADERS.search(line.text) and PAGE.search(line.text)]
    titles = {line.order: title for line in lone if (title := _title(line, lines))}
    if len(leading) < MIN_ENTRIES and not _is_contents(
        [*leading, *(x for x in lone if x.order in titles)]
    ):
        return lines
    pages = {titles[line.order].order: line for line in lone if line.order in titles}
    titles = {order: title for order, title in titles.items() if pages[title.order].order == order}
    return [_joined(line, pages.get(line.order)) for line in lines if line.order not in titles]


def _title(number: Line, lines: Sequence[Line]) -> Line | None:
    """What stands left of a page number, and holds a letter."""
    beside = [
        line
        for line in lines
        if abs(line.baseline - number.baseline) < SAME_BASELINE and line.box[2] < number.box[0]
    ]
    if len(beside) != 1 or not any(map(str.isalpha, beside[0].text)):
        return None
    return beside[0]


def _is_contents(entries: Sequence[Line]) -> bool:
    """Whether the pages rise from entry to entry, unlike the figures of a table."""
    ordered = sorted(entries, key=lambda line: line.baseline)
    found = [match[1] for line in ordered if (match := PAGE.search(line.text))]
    return rise([int(page) for page in found if page.isdigit()])


def rise(pages: Sequence[int]) -> bool:
    """Whether pages rise from entry to entry, but for the odd one."""
    falls = sum(after < before for before, after in pairwise(pages))
    return len(pages) >= MIN_ENTRIES and falls <= FALLS * len(pages) and pages[-1] > pages[0]


def _joined(line: Line, page: Line | None) -> Line:
    if page is None:
        return line
    left, top, _, bottom = line.box
    box = (left, min(top, page.box[1]), page.box[2], max(bottom, page.box[3]))
    return replace(line, words=(*line.words, *page.words), box=box)


def ends_with_page(line: Line) -> bool:
    """Whether a line is an entry of a table of contents, with its page far behind or at the end of leaders."""
    if len(line.words) < 2 or not PAGE.search(line.text):
        return False
    title, page = line.words[-2:]
    return LEADERS.search(line.text) is not None or (
        page.box[0] - title.box[2] > COLUMN_GAP * line.size
    )
