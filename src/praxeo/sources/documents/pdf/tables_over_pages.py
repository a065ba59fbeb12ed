"""Joins a table that goes on at the top of the next page, where its header repeats or its columns agree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.ledger import Ledger
from praxeo.sources.documents.pdf.certainty import joined_confidence
from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.furniture import CONTINUED
from praxeo.sources.documents.pdf.roles import Role

FOOT, HEAD = (
    0.7,
    0.3,
)  # of a page's height, below which the one part ends and above which the other begins
MARGIN = 40.0  # points by which the margins of left and right pages may differ
EDGE = 3.0  # points by which the sides of a column may differ
NAME = re.compile(r"^(?:table|tab\.|tabelle|tableau|tabla)[\s\xa0]*[\dIVXA-Z]", re.IGNORECASE)

Items = Sequence[tuple[Draft, Role]]


def join_over_pages(items: Items, ledger: Ledger) -> list[tuple[Draft, Role]]:
    """The passages with each parted table as one; a header or caption that only repeats is told as furniture."""
    done: list[tuple[Draft, Role]] = []
    last = 0  # page of the last part of the table that stands at the end of `done`
    for draft, role in items:
        named = bool(done) and NAME.match(done[-1][0].text) is not None
        at = len(done) - (2 if named else 1)
        if draft.is_table and at >= 0 and (table := done[at][0]).is_table:
            above = done[-1][0].text if named else ""
            before = done[at - 1][0].text if at else ""
            again = not above or above == before or CONTINUED.search(above) is not None
            rest = _rest(table, draft) if again and _meet(table, draft, last) else None
            if rest is not None:
                ledger.leave_out_text(
                    "page_furniture", f"{above} {_text(draft.cells[: -len(rest)])}"
                )
                done[at:] = [(_joined(table, draft, rest), done[at][1])]
                last = draft.page
                continue
        done.append((draft, role))
        last = draft.page if draft.is_table else last
    return done


def _meet(upper: Draft, lower: Draft, last: int) -> bool:
    """Whether the one ends at the foot of a page and the other begins at the head of the next."""
    return (
        lower.page == last + 1
        and lower.place[1] <= HEAD * lower.page_size[1]
        and (last > upper.page or upper.place[3] >= FOOT * upper.page_size[1])
    )


def _rest(upper: Draft, lower: Draft) -> tuple[Cell, ...] | None:
    """The cells of the lower table that go on in the columns of the upper one, without a header that repeats."""
    if _width(upper.cells) != _width(lower.cells):
        return None
    header = _header_rows(upper.cells)
    if header and _top(upper.cells, header) == _top(lower.cells, header):
        return tuple(cell for cell in lower.cells if cell.row >= header) or None
    return None if _header_rows(lower.cells) or not _agree(upper, lower) else lower.cells


def _agree(upper: Draft, lower: Draft) -> bool:
    """Whether the columns stand in the same places, apart from the margin of the page."""
    if not upper.columns or len(upper.columns) != len(lower.columns):
        return False
    shift = lower.columns[0][0] - upper.columns[0][0]
    return abs(shift) <= MARGIN and all(
        min(
            abs(left - shift - a), abs(right - shift - b), abs(left + right - 2 * shift - a - b) / 2
        )
        <= EDGE
        for (a, b), (left, right) in zip(upper.columns, lower.columns, strict=True)
    )


def _joined(upper: Draft, lower: Draft, rest: Sequence[Cell]) -> Draft:
    down = max(cell.row + cell.row_span for cell in upper.cells) - min(cell.row for cell in rest)
    moved = tuple(replace(cell, row=cell.row + down) for cell in rest)
    return replace(
        upper,
        text=f"{upper.text}\n{_text(rest)}",
        cells=upper.cells + moved,
        confidence=joined_confidence(
            upper.confidence, len(upper.text), lower.confidence, len(lower.text)
        ),
    )


def _text(cells: Sequence[Cell]) -> str:
    rows: dict[int, list[str]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return "\n".join(" | ".join(row) for row in rows.values())


def _width(cells: Sequence[Cell]) -> int:
    return max((cell.column + cell.column_span for cell in cells), default=0)


def _top(cells: Sequence[Cell], rows: int) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text.casefold()) for cell in cells if cell.row < rows]


def _header_rows(cells: Sequence[Cell]) -> int:
    """How many rows at the top are headings of columns."""
    heads = takewhile(lambda cell: cell.header, cells)
    return max((cell.row + cell.row_span for cell in heads), default=0)
