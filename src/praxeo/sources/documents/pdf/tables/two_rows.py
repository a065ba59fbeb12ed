"""Finds tables of two lines without rules: names of columns over the values of one thing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from praxeo.sources.documents.pdf.captions import TABLE_NAME
from praxeo.sources.documents.pdf.tables.columns import Piece, split_line
from praxeo.sources.documents.pdf.tables.edges import is_bold
from praxeo.sources.documents.pdf.tables.grid import YEAR
from praxeo.sources.documents.pdf.tables.listings import is_formula, is_listing
from praxeo.sources.documents.pdf.tables.regions import Region
from praxeo.sources.documents.pdf.tables.tokens import TextLine, is_number

COLUMN_GAP = 0.8  # of the font size; a gap this wide parts columns
MIN_COLUMNS = 3  # of a table of two lines
PITCH = 2.4  # of the font size; two rows are not further apart
SAME_EDGE = 0.35  # of the font size, by which a name and its value may stand apart at a side
SAME_SIZE = 1.08  # ratio of the sizes of the two lines, at most
NAME_WORDS = 4  # words of a name of a column, at most

Row = tuple[TextLine, list[Piece]]


def two_row_regions(lines: Sequence[TextLine]) -> list[Region]:
    """Two lines in a row with as many pieces under each other, alone; the lines are those outside other tables."""
    found: list[Region] = []
    for at, (head, body) in enumerate(pairwise(lines)):
        if not _may_be_rows(head, body):
            continue
        rows = (head, split_line(head, COLUMN_GAP)), (body, split_line(body, COLUMN_GAP))
        near = [*lines[max(0, at - 1) : at], *lines[at + 2 : at + 3]]
        if _name_values(*rows) and _stand_alone(head, body, near):
            found.append(_region(*rows))
    return found


def _may_be_rows(head: TextLine, body: TextLine) -> bool:
    """Whether two lines belong together, and the ends of the second one are a figure or less bold."""
    size = head.size
    if not 0 < body.baseline - head.baseline <= PITCH * size or len(body.tokens) < MIN_COLUMNS:
        return False
    if max(size, body.size) > SAME_SIZE * min(size, body.size):
        return False
    last = body.tokens[-1]
    return is_number(last.text) or (head.tokens[-1].bold and not last.bold)


def _stand_alone(head: TextLine, body: TextLine, near: Sequence[TextLine]) -> bool:
    """Whether no line near two lines stands in columns, too."""
    return not any(
        min(abs(line.baseline - other.baseline) for other in (head, body)) <= PITCH * head.size
        and len(split_line(line, COLUMN_GAP)) > 1
        for line in near
    )


def _name_values(head: Row, body: Row) -> bool:
    """Whether the pieces of one line are names of columns, and those of the next one stand under them as their values."""
    names, values = head[1], body[1]
    if len(names) != len(values) or len(names) < MIN_COLUMNS:
        return False
    if (
        all(map(_is_figure, names[1:]))
        or any(map(_is_value, names))
        or any(len(name.tokens) > NAME_WORDS for name in names)
    ):
        return False
    if TABLE_NAME.match(names[0].text) or any(
        is_formula(" ".join(p.text for p in row)) for row in (names, values)
    ):
        return False
    slack = SAME_EDGE * head[0].size
    if is_listing([names, values]) or not all(
        _under(name, value, slack) for name, value in zip(names, values, strict=True)
    ):
        return False
    only_head_is_bold = is_bold(head[0]) and not any(token.bold for token in body[0].tokens)
    return only_head_is_bold or all(map(_is_figure, values[1:]))


def _is_value(piece: Piece) -> bool:
    """Whether it is a figure and no year, which may head a column."""
    return _is_figure(piece) and not YEAR.match(piece.text)


def _is_figure(piece: Piece) -> bool:
    return is_number(piece.text)


def _under(name: Piece, value: Piece, slack: float) -> bool:
    """Whether two pieces begin, end or have their middle at one place."""
    left, right = value.left - name.left, value.right - name.right
    return min(abs(left), abs(right), abs(left + right) / 2) <= slack


def _region(head: Row, body: Row) -> Region:
    tokens = [*head[0].tokens, *body[0].tokens]
    separators = tuple(
        (max(a.right, b.right) + min(c.left, d.left)) / 2
        for (a, b), (c, d) in pairwise(zip(head[1], body[1], strict=True))
    )
    left, right = min(t.left for t in tokens), max(t.right for t in tokens)
    return Region(left, head[0].top, right, body[0].bottom, tokens, [], separators, 1)
