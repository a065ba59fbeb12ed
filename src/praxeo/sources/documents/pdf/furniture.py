"""Finds running heads, feet and page numbers by what repeats at the edges of the pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from statistics import median

from praxeo.sources.documents.pdf.formula_regions import find_formulas
from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.lone_edges import (
    MIN_FIGURES,
    MIN_LINES_BETWEEN,
    figures_beside,
    is_cell,
    is_in_column,
    is_parted_number,
    lone_edge_lines,
    spread_rows,
)
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pictures.captions import starts_caption

EDGE = 0.12  # of the page's height, at top and bottom, where furniture may stand
DEEP = 0.18  # the same, for the first and the last row of a page
SIDE = 0.08  # of the page's width, at left and right, for text that runs sideways
ROW = 6.0  # points by which the place of a running head may vary
MIN_REPEATS = 2  # pages on which a line must stand at the same place
MIN_DEEP_REPEATS = 3  # the same, for one that stands deeper than usual
TITLE_SIZE = 1.25  # of the page's usual font size, from which on a line is set as a title
TITLE_SHARE = 0.4  # of all pages that a line in that size must stand on to be a running head

OUTER = 0.15  # of the page's height at its head and foot, where the parts of a formula may look like furniture
LOW = 0.27  # of the page's height at its foot, where a number under the text may stand

DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"^\W{0,3}(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of|von|de)\s*\d{1,4})?\W{0,3}$",
    re.IGNORECASE,
)

LABEL = re.compile(
    r"^(?!(?:page|seite|blatt|folie|slide|página)\b)[^\W\d_]{3,}\s+\d{1,3}\W?$", re.IGNORECASE
)
CONTINUED = re.compile(
    r"\((?:continued|cont\.|fortsetzung|forts\.|suite|continuación)\)$", re.IGNORECASE
)

Key = tuple[str, int, bool]
LABEL_GAP = 2.2  # heights of the font from a label down to the text that it names
AS_PRINTED = -2  # in place of a row: counts the pages that say so anywhere, digits included
PAGES: Key = ("", -1, False)  # counts the pages that were compared


def furniture_keys(lines: Sequence[Line], page: Page) -> Counter[Key]:
    """What stands at the edges of a page, in a form in which pages can be compared."""
    size = _usual_size(lines)
    deep = _outermost(lines, page)
    keys = {
        _key(line, page, size)
        for line in lines
        if _at_edge(line, page) or _is_low_number(line, page) or line.order in deep
    }
    labels = {_as_printed(line) for line in lines if LABEL.match(line.text)}
    return Counter({*keys, *labels, PAGES})


def _as_printed(line: Line) -> Key:
    return (line.text.lower(), AS_PRINTED, False)


def split_furniture(
    lines: Sequence[Line], page: Page, repeats: Counter[Key]
) -> tuple[list[Line], list[Line]]:
    """The lines of the text, and those that are furniture; `repeats` counts pages by key."""
    size = _usual_size(lines)
    text: list[Line] = []
    furniture: list[Line] = []
    formulas = _of_formulas(lines, page)
    deep = _outermost(lines, page)
    for line in lines:
        outer = _at_edge(line, page) or (line.order in deep and _recurs(line, page, repeats, size))
        if outer and line.order not in formulas and _is_running(line, lines, page, repeats, size):
            furniture.append(line)
        else:
            text.append(line)
    # A head in parts is told from its whole, the number on it that other pages have, too, included.
    spread = spread_rows([line for line in lines if not line.angle], page)
    upright = [line for line in text if not line.angle]
    loose: set[int] = set()
    finders: tuple[Callable[[list[Line]], set[int]], ...] = (
        lambda kept: _page_numbers(kept, page, repeats),
        lambda kept: spread | spread_rows(kept, page),
        lambda kept: lone_edge_lines(kept, page),
        lambda kept: _page_numbers(kept, page, repeats),
    )
    # The caption of a figure may stand alone at the foot of a page, a title that goes on at its head.
    captions = {line.order for line in upright if starts_caption(line.text)}
    captions |= {line.order for line in upright if CONTINUED.search(line.text)}
    for find in finders:
        found = find(upright) - captions - formulas
        loose |= found
        upright = [line for line in upright if line.order not in found]
    if len(upright) >= MIN_LINES_BETWEEN:
        loose |= {line.order for line in text if line.angle and _at_edge(line, page)}
    return (
        [line for line in text if line.order not in loose],
        furniture + [line for line in text if line.order in loose],
    )


def _of_formulas(lines: Sequence[Line], page: Page) -> set[int]:
    """Parts of formulas at the head or foot of a page: a number among them is none of that page."""
    outer = [line for line in lines if not OUTER < line.baseline / page.height < 1 - OUTER]
    return {line.order for group in find_formulas(page, outer, ()) for line in group}


def _labels_text(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is a label such as "Exercise 3" right above the text that it names."""
    below = [
        other.baseline - line.baseline for other in lines if other.baseline > line.baseline + 2
    ]
    return bool(LABEL.match(line.text)) and min(below, default=1e9) <= LABEL_GAP * line.size


def _page_numbers(lines: Sequence[Line], page: Page, repeats: Counter[Key]) -> set[int]:
    return {line.order for line in lines if _is_page_number(line, page, lines, repeats)}


def _is_running(
    line: Line, lines: Sequence[Line], page: Page, repeats: Counter[Key], size: float
) -> bool:
    """Whether a line is a running head or foot, and neither a label of the text below nor a cell of a table."""
    return (
        _is_furniture(line, page, repeats, size)
        and not (repeats[_as_printed(line)] < MIN_REPEATS and _labels_text(line, lines))
        and not is_cell(line, lines, lambda other: _is_furniture(other, page, repeats, size))
    )


def _is_furniture(line: Line, page: Page, repeats: Counter[Key], size: float) -> bool:
    if starts_caption(line.text):
        return False  # captions of figures differ by a number only
    near = _times(line, page, repeats, size)
    if _is_set_as_title(line, size) and near < TITLE_SHARE * repeats[PAGES]:
        return False
    return near >= MIN_REPEATS


def _times(line: Line, page: Page, repeats: Counter[Key], size: float) -> int:
    """The pages on which a line stands at its place."""
    text, row, at_side = _key(line, page, size)
    return sum(repeats[(text, row + step, at_side)] for step in (-1, 0, 1))


def _recurs(line: Line, page: Page, repeats: Counter[Key], size: float) -> bool:
    return _times(line, page, repeats, size) >= MIN_DEEP_REPEATS


def _usual_size(lines: Sequence[Line]) -> float:
    return median(line.size for line in lines) if lines else 0.0


def _is_set_as_title(line: Line, size: float) -> bool:
    """Whether a line is as large as a title: titles recur on slides, or differ by a number."""
    return not line.angle and line.size >= TITLE_SIZE * size and not PAGE_NUMBER.match(line.text)


def _at_edge(line: Line, page: Page) -> bool:
    left, top, right, bottom = line.box
    if line.angle:
        return right < SIDE * page.width or left > (1 - SIDE) * page.width
    middle = (top + bottom) / 2
    return middle < EDGE * page.height or middle > (1 - EDGE) * page.height


def _outermost(lines: Sequence[Line], page: Page) -> set[int]:
    """The first and the last row of a page's text, where they stand deeper than heads and feet usually do."""
    upright = [line for line in lines if not line.angle]
    if not upright:
        return set()
    top, foot = (end(line.baseline for line in upright) for end in (min, max))
    return {
        line.order
        for line in upright
        if line.baseline - top < 2 < DEEP * page.height - top
        or foot - line.baseline < 2 < foot - (1 - DEEP) * page.height
    }


def _key(line: Line, page: Page, size: float) -> Key:
    text = line.text.lower()
    if not _is_set_as_title(line, size):
        text = DIGITS.sub("#", text)
    at_side = bool(line.angle)
    return text, round((line.box[0] if at_side else line.baseline) / ROW), at_side


def _is_low_number(line: Line, page: Page) -> bool:
    """A lone number above the lower edge's strip, where deep margins set the page's number."""
    return line.baseline > (1 - LOW) * page.height and bool(PAGE_NUMBER.match(line.text))


def _is_page_number(line: Line, page: Page, lines: Sequence[Line], repeats: Counter[Key]) -> bool:
    """A lone number with nothing between it and the edge of the page."""
    if not PAGE_NUMBER.match(line.text):
        return False
    if line.baseline < page.height / 2:
        between = any(other.baseline < line.baseline - 2 for other in lines)
    else:
        between = any(other.baseline > line.baseline + 2 for other in lines)
    if between or len(figures_beside(line, lines)) >= MIN_FIGURES or is_in_column(line, lines):
        return False  # in the first or last row of a table
    return _at_edge(line, page) or is_parted_number(
        line, lines, repeats=_is_furniture(line, page, repeats, _usual_size(lines))
    )
