"""Finds running heads, feet and page numbers by what repeats at the edges of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page

EDGE = 0.12  # of the page's height, at top and bottom, where furniture may stand
SIDE = 0.08  # of the page's width, at left and right, for text that runs sideways
ROW = 6.0  # points by which the place of a running head may vary
MIN_REPEATS = 2  # pages on which a line must stand at the same place

LONE_EDGE = 0.09  # of the page's height, where a lone small line may be furniture
LONE_GAP = 1.7  # heights of the page's usual font between such a line and the text
FAR_GAP = 3.0  # the same, for a last line in type as large as the text's
SMALL = 0.97  # of the page's usual font size
MAX_EDGE_ROWS = 3
MIN_LINES_BETWEEN = 8  # lines a page must have for its edges to be told from its text

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W{0,3}$",
    re.IGNORECASE,
)

Key = tuple[str, int, bool]


def furniture_keys(lines: Iterable[Line], page: Page) -> Counter[Key]:
    """What stands at the edges of a page, in a form in which pages can be compared."""
    return Counter({_key(line, page) for line in lines if _at_edge(line, page)})


def split_furniture(
    lines: Sequence[Line], page: Page, repeats: Counter[Key]
) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those that are furniture; `repeats` counts pages by key."""
    text: list[Line] = []
    furniture: list[Line] = []
    for line in lines:
        if _at_edge(line, page) and _is_furniture(line, page, repeats):
            furniture.append(line)
        else:
            text.append(line)
    upright = [line for line in text if not line.angle]
    loose = {line.order for line in upright if _is_page_number(line, page, upright)}
    upright = [line for line in upright if line.order not in loose]
    loose |= _lone_edge_lines(upright, page)
    upright = [line for line in upright if line.order not in loose]
    loose |= {line.order for line in upright if _is_page_number(line, page, upright)}
    if len(upright) >= MIN_LINES_BETWEEN:
        loose |= {line.order for line in text if line.angle and _at_edge(line, page)}
    return (
        [line for line in text if line.order not in loose],
        furniture + [line for line in text if line.order in loose],
    )


def _lone_edge_lines(lines: Sequence[Line], page: Page) -> set[int]:
    """Small lines at the very top or foot that a gap parts from the text (not on every page)."""
    if len(lines) < MIN_LINES_BETWEEN:
        return set()
    size = median(line.size for line in lines)
    found: set[int] = set()
    for inward in (1, -1):
        rows = _rows_from_edge(lines, inward)
        taken: list[Line] = []
        for row, following in pairwise(rows[: MAX_EDGE_ROWS + 1]):
            edge = row[0].baseline if inward > 0 else page.height - row[0].baseline
            gap = abs(following[0].baseline - row[0].baseline)
            if edge > LONE_EDGE * page.height or not (
                max(line.size for line in row) <= SMALL * size
                or (inward < 0 and gap > FAR_GAP * size and len(row) == 1)
            ):
                break
            taken += row
            if gap > LONE_GAP * size:
                found |= {line.order for line in taken}
                break
    return found


def _rows_from_edge(lines: Sequence[Line], inward: int) -> list[list[Line]]:
    """Lines by baseline, from the edge of the page inwards."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda item: inward * item.baseline):
        if rows and abs(line.baseline - rows[-1][0].baseline) < 3:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _is_furniture(line: Line, page: Page, repeats: Counter[Key]) -> bool:
    text, row, at_side = _key(line, page)
    near = sum(repeats[(text, row + step, at_side)] for step in (-1, 0, 1))
    return near >= MIN_REPEATS


def _at_edge(line: Line, page: Page) -> bool:
    left, top, right, bottom = line.box
    if line.angle:
        return right < SIDE * page.width or left > (1 - SIDE) * page.width
    middle = (top + bottom) / 2
    return middle < EDGE * page.height or middle > (1 - EDGE) * page.height


def _key(line: Line, page: Page) -> Key:
    text = DIGITS.sub("#", line.text.lower())
    at_side = bool(line.angle)
    return text, round((line.box[0] if at_side else line.baseline) / ROW), at_side


def _is_page_number(line: Line, page: Page, lines: Sequence[Line]) -> bool:
    """A lone number with nothing between it and the edge of the page."""
    if not _at_edge(line, page) or not PAGE_NUMBER.match(line.text):
        return False
    if line.baseline < page.height / 2:
        return not any(other.baseline < line.baseline - 2 for other in lines)
    return not any(other.baseline > line.baseline + 2 for other in lines)
