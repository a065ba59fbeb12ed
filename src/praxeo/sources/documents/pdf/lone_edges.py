"""Finds what furniture a page has by itself: small edge lines, running heads in parts, its number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice, pairwise
from statistics import median

from praxeo.sources.documents.pdf.lines import Line
from praxeo.sources.documents.pdf.page import Page

HEADING_SIZE = 1.15  # times the page's usual size
LONE_EDGE = 0.09  # of the page's height, where a lone small line may be furniture
LONE_GAP = 1.7  # heights of the page's usual font between such a line and the text
FAR_GAP = 3.0  # the same, for a last line in type as large as the text's
SMALL = 0.97  # of the page's usual font size
MAX_EDGE_ROWS = 3
MIN_LINES_BETWEEN = 8  # lines a page must have for its edges to be told from its text

SAME_TYPE = 0.15  # points by which sizes of one type may differ
SAME_GAP = 0.1  # share by which the distances of a table's rows may differ

MIN_FIGURES = 2  # other figures in a row that make one a row of a table
SAME_SIDE = 1.0  # points by which the figures of a column may differ at a side
COLUMN_STEP = 2.5  # of the font size, from one of its figures to the next
SPREAD_EDGE = 0.13  # of the page's height, where a running head in parts may stand
SPREAD = 0.55  # of the text's width that such a head takes from its first part to its last
SPREAD_GAP = 3.0  # heights of the font between its parts
SPREAD_PARTS = (2, 3)  # parts that it has: left and right, or left, middle and right
SPREAD_WORDS = 6  # words of a part, at most
CENTRED = 0.05  # of the text's width by which a page number may stand beside its middle


def lone_edge_lines(lines: Sequence[Line], page: Page) -> set[int]:
    """Small lines at the very top or foot that a gap parts from the text (not on every page)."""
    if len(lines) < MIN_LINES_BETWEEN:
        return set()
    size = median(line.size for line in lines)
    found: set[int] = set()
    for inward in (1, -1):
        rows = _rows_from_edge(lines, inward)
        taken: list[Line] = []
        for at, (row, following) in enumerate(pairwise(rows[: MAX_EDGE_ROWS + 1])):
            gap = abs(following[0].baseline - row[0].baseline)
            if _from_edge(row, page, inward) > LONE_EDGE * page.height or not (
                max(line.size for line in row) <= SMALL * size
                or (
                    inward < 0
                    and gap > FAR_GAP * size
                    and len(row) == 1
                    and not _is_heading(row, size)
                )
            ):
                break
            taken += row
            if gap > LONE_GAP * size:
                if _is_table_row(rows[at : at + 3]) or (inward < 0 and _is_head(row)):
                    break
                found |= {line.order for line in taken}
                break
    return found


def _is_table_row(rows: Sequence[Sequence[Line]]) -> bool:
    """Whether further rows follow in the same type and at the same distance."""
    if len(rows) < 3:
        return False
    first, second, third = rows
    gap, next_gap = second[0].baseline - first[0].baseline, third[0].baseline - second[0].baseline
    sizes = [line.size for row in (first, second) for line in row]
    return max(sizes) - min(sizes) < SAME_TYPE and abs(next_gap - gap) <= SAME_GAP * abs(gap)


def _is_head(row: Sequence[Line]) -> bool:
    """Whether a row heads the columns of a table, which may go on on the next page."""
    texts = "".join(line.text for line in row)
    return len(row) > 1 and all(line.bold for line in row) and not any(map(str.isdigit, texts))


def _is_heading(row: Sequence[Line], size: float) -> bool:
    """Whether it is set as a heading, which may stand at the foot of a page before its text on the next one."""
    return all(line.bold and line.size > HEADING_SIZE * size for line in row)


def spread_rows(lines: Sequence[Line], page: Page) -> set[int]:
    """A first or last row of short parts set left, middle and right, one of them with a figure."""
    if len(lines) < MIN_LINES_BETWEEN:
        return set()
    size = median(line.size for line in lines)
    width = max(line.box[2] for line in lines) - min(line.box[0] for line in lines)
    found: set[int] = set()
    for inward in (1, -1):
        rows = list(islice(filter(_says_something, _rows_from_edge(lines, inward)), 3))
        if len(rows) < 3 or _from_edge(rows[0], page, inward) > SPREAD_EDGE * page.height:
            continue
        gap = abs(rows[1][0].baseline - rows[0][0].baseline)
        alone = all(len(other) != len(rows[0]) for other in rows[1:3])  # else columns go on there
        if alone and gap > LONE_GAP * size and _is_spread(rows[0], width, size):
            found |= {line.order for line in rows[0]}
    return found


def _says_something(row: Sequence[Line]) -> bool:
    """Whether a row holds a letter or digit, unlike the specks of a scan."""
    return any(any(map(str.isalnum, line.text)) for line in row)


def _is_spread(row: Sequence[Line], width: float, size: float) -> bool:
    parts = sorted(row, key=lambda line: line.box[0])
    return (
        len(parts) in SPREAD_PARTS
        and parts[-1].box[2] - parts[0].box[0] >= SPREAD * width
        and all(len(line.words) <= SPREAD_WORDS for line in parts)
        and all(b.box[0] - a.box[2] >= SPREAD_GAP * size for a, b in pairwise(parts))
        and any(character.isdigit() for line in parts for character in line.text)
    )


def is_parted_number(line: Line, lines: Sequence[Line], *, repeats: bool) -> bool:
    """Whether a number stands centred and far below the text, however deep the lower margin is.

    `repeats` says that other pages have one at that place; else the page must be full of text.
    """
    others = [other for other in lines if other.order != line.order]
    if not line.text.strip().isdigit() or len(others) < (1 if repeats else MIN_LINES_BETWEEN):
        return False
    left, right = min(o.box[0] for o in others), max(o.box[2] for o in others)
    gap = line.baseline - max(other.baseline for other in others)
    middle = (line.box[0] + line.box[2]) / 2
    least = LONE_GAP if repeats else FAR_GAP
    return gap > least * median(o.size for o in others) and (
        abs(middle - (left + right) / 2) < CENTRED * (right - left)
    )


def _rows_from_edge(lines: Sequence[Line], inward: int) -> list[list[Line]]:
    """Lines by baseline, from the edge of the page inwards."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda item: inward * item.baseline):
        if rows and abs(line.baseline - rows[-1][0].baseline) < 3:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _from_edge(row: Sequence[Line], page: Page, inward: int) -> float:
    """Points from the page's edge to a row's baseline."""
    return row[0].baseline if inward > 0 else page.height - row[0].baseline


def is_cell(line: Line, lines: Sequence[Line], is_furniture: Callable[[Line], bool]) -> bool:
    """Whether figures stand in a row of a table: beside other figures, or beside a text that is no furniture.

    Figures differ from page to page and look alike, so that rows at the same height would pass for running feet.
    """
    if line.angle or any(map(str.isalpha, line.text)):
        return False
    if len(figures_beside(line, lines)) >= MIN_FIGURES:
        return True
    return not all(map(is_furniture, _beside(line, lines)))


def figures_beside(line: Line, lines: Sequence[Line]) -> list[Line]:
    """What stands in the same row and has no letter."""
    return [other for other in _beside(line, lines) if not any(map(str.isalpha, other.text))]


def is_in_column(line: Line, lines: Sequence[Line]) -> bool:
    """Whether figures stand beside another text, and right above or below figures: in a row of a table."""
    return bool(_beside(line, lines)) and any(
        min(abs(line.box[side] - other.box[side]) for side in (0, 2)) < SAME_SIDE
        and 2 < abs(other.baseline - line.baseline) < COLUMN_STEP * line.size
        for other in lines
        if not any(map(str.isalpha, other.text))
    )


def _beside(line: Line, lines: Sequence[Line]) -> list[Line]:
    return [o for o in lines if o is not line and abs(o.baseline - line.baseline) < 2]
