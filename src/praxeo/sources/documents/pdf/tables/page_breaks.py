"""Rows of a table beyond a page break: too few there to be known as a table by themselves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.lines import join_words
from praxeo.sources.documents.pdf.page import Page, Word
from praxeo.sources.documents.pdf.tables.beyond import (
    APART,
    Beyond,
    below_rows,
    is_row,
    rest_of_row,
    rows_at,
    with_row_ends,
)
from praxeo.sources.documents.pdf.tables.table import Table
from praxeo.sources.documents.pdf.tables.tokens import TextLine, read_tokens, text_lines

NEAR = 1.2  # of the font size, from a row to the first row of its table


class PageTables(NamedTuple):
    """A page with its tables, the words of it that stand in a table of the page before or after, and what
    was taken for its furniture (`aside`, counted behind the other words): small rows at an edge look like it."""

    page: Page
    tables: list[Table]
    aside: Sequence[Word] = ()
    elsewhere: frozenset[int] = frozenset()

    @property
    def covered(self) -> frozenset[int]:
        """The words that are in a table."""
        return self.elsewhere.union(*(table.words for table in self.tables))

    @property
    def furniture(self) -> str:
        """What stands aside and is in no table."""
        first = len(self.page.words)
        return join_words(w for at, w in enumerate(self.aside, first) if at not in self.elsewhere)

    def lines(self, table: Table) -> list[TextLine]:
        """The lines outside tables, from top to bottom; of those aside only such as keep to a table's columns."""
        covered, first = self.covered, len(self.page.words)
        tokens = read_tokens([*self.page.words, *self.aside])
        lines = text_lines(t for t in tokens if t.angle == 0 and t.words[0] not in covered)
        return [
            line
            for line in lines
            if any(token.words[0] < first for token in line.tokens) or is_row(line, table)
        ]


def with_rows_beyond(pages: Sequence[PageTables]) -> list[PageTables]:
    """The pages, each table with its rows at the head of the next page or at the foot of the one before."""
    done = list(map(_with_rows_above, pages))
    for at in range(1, len(done)):
        upper, lower = done[at - 1], done[at]
        if (upper.tables or lower.tables) and upper.page.width == lower.page.width:
            done[at - 1], done[at] = _joined(upper, lower)
    return done


def _with_rows_above(page: PageTables) -> PageTables:
    """The page, each table with the rows that stand right above it in its columns; full ones above a head."""
    for table in page.tables:
        if not _has_texts_above(page, table):
            continue
        lines = [line for line in page.lines(table) if line.baseline < table.box[1]]
        near = [line for line in reversed(lines) if _is_over(line, table)]
        found = rows_at(near, table)
        headed = any(cell.header and cell.row == 0 for cell in table.cells)
        if found and not (headed and len(found.cells) % len(table.columns)):
            page = _without(_replaced(page, table, below_rows(table, found)), found)
    return page


def _has_texts_above(page: PageTables, table: Table) -> bool:
    """Whether words stand right above a table, and somewhere further apart than those of a text: a row may do so."""
    top = table.box[1]
    near = sorted(
        (word.box[0], word.box[2], word.size)
        for word in page.page.words
        if 0 <= top - word.box[3] < NEAR * word.size and _stands_over(word.box, table)
    )
    return any(b[0] - a[1] > APART * b[2] for a, b in pairwise(near))


def _joined(upper: PageTables, lower: PageTables) -> tuple[PageTables, PageTables]:
    last = max(upper.tables, key=lambda table: table.box[3], default=None)
    first = min(lower.tables, key=lambda table: table.box[1], default=None)
    if last and any(
        w.baseline > last.box[3] and _stands_over(w.box, last) for w in upper.page.words
    ):
        last = None
    rest = None
    if first and any(
        w.baseline < first.box[1] and _stands_over(w.box, first) for w in lower.page.words
    ):
        above = [line for line in lower.lines(first) if line.baseline < first.box[1]]
        rest = rest_of_row([line for line in above if _is_over(line, first)], first)
        first = first if rest else None
    if last and first and rest:
        return _replaced(upper, last, with_row_ends(last, rest)), _without(lower, rest)
    if last and not first:
        highest = min((table.box[1] for table in lower.tables), default=lower.page.height)
        found = rows_at([line for line in lower.lines(last) if line.bottom <= highest], last)
        if found:
            return _replaced(upper, last, with_row_ends(last, found)), _without(lower, found)
    elif first and not last:
        lowest = max((table.box[3] for table in upper.tables), default=0.0)
        lines = [line for line in reversed(upper.lines(first)) if line.top >= lowest]
        found = rows_at(lines, first)
        if found:
            lower = _replaced(lower, first, below_rows(first, found, rest))
            return _without(upper, found), _without(lower, rest) if rest else lower
    return upper, lower


def _replaced(page: PageTables, old: Table, new: Table) -> PageTables:
    return page._replace(tables=[new if table is old else table for table in page.tables])


def _is_over(line: TextLine, table: Table) -> bool:
    return _stands_over((line.tokens[0].left, line.top, line.tokens[-1].right, line.bottom), table)


def _stands_over(box: Box, table: Table) -> bool:
    """Whether something stands over or under a table, not beside it."""
    return box[0] < table.box[2] and box[2] > table.box[0]


def _without(page: PageTables, found: Beyond) -> PageTables:
    return page._replace(elsewhere=page.elsewhere | found.words)
