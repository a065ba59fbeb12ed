"""Finds tables without rules whose cells may be words: lines with straight strips of white between even columns."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.captions import TABLE_NAME
from praxeo.sources.documents.pdf.tables.bare_columns import MIN_ROWS, best_columns
from praxeo.sources.documents.pdf.tables.bare_judge import is_bare_table
from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.corridors import MAX_STEP, Corridor, corridors, leaves_free
from praxeo.sources.documents.pdf.tables.group_heads import (
    with_group_heads,
    without_group_heads,
)
from praxeo.sources.documents.pdf.tables.listings import is_marked
from praxeo.sources.documents.pdf.tables.page_columns import page_columns
from praxeo.sources.documents.pdf.tables.regions import Region
from praxeo.sources.documents.pdf.tables.rulings import Line
from praxeo.sources.documents.pdf.tables.spaced_rows import leading_of, with_offset
from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, text_lines

CELL_STEP = 1.6  # of the font size; lines of one cell are not further apart
NAME_PITCH = 4.5  # of the font size, from a table to the line that names it
RULED = 0.8  # of the width of the columns, for a rule below their headings
MAX_REST = 4  # lines of the last cells below the last label; more are a text beside notes


def bare_regions(tokens: Sequence[Token], rules: Sequence[Line] = ()) -> list[Region]:
    """Places where lines stand in columns; tokens are those of one page outside other tables, `rules` its horizontal ones."""
    return [region for lines in page_columns(tokens) for region in _regions(lines, rules)]


def _regions(texts: Sequence[TextLine], rules: Sequence[Line]) -> list[Region]:
    lines, heads = without_group_heads(with_offset(texts, leading_of(texts)))
    found = sorted(corridors(lines, MIN_ROWS), key=lambda c: -len(c.parted))
    used: set[int] = set()
    regions: list[Region] = []
    for base in found:
        first, last = _range(base, lines)
        if first > last or used.intersection(range(first, last + 1)):
            continue
        if is_marked([lines[at].tokens[0].text for at in base.parted]):
            continue
        named = _is_named(lines, first, last)
        region = _region(lines[first : last + 1], rules, named=named)
        if region is not None:
            regions.append(with_group_heads(region, heads))
            used.update(range(first, last + 1))
    return regions


def _range(base: Corridor, lines: Sequence[TextLine]) -> tuple[int, int]:
    """The lines of a table: those of its strip, and what goes on above and below beside it; none beside a text."""
    first, last = base.first, base.last
    while first > 0 and _belongs(lines[first - 1], lines[first], base, both=True):
        first -= 1
    while last + 1 < len(lines) and _belongs(lines[last + 1], lines[last], base, both=False):
        last += 1
        if last - base.last > MAX_REST:
            return 0, -1
    return first, last


def _belongs(line: TextLine, other: TextLine, base: Corridor, *, both: bool) -> bool:
    if abs(line.baseline - other.baseline) > (MAX_STEP if both else CELL_STEP) * line.size:
        return False
    if not leaves_free(line, base.left, base.right):
        return False
    right = line.tokens[-1].left >= base.right
    return right and (line.tokens[0].left < base.left) == both


def _region(lines: Sequence[TextLine], rules: Sequence[Line], *, named: bool) -> Region | None:
    separators, head, body = best_columns(lines)
    if separators and not head and _is_ruled_off(body, rules):
        head, body = body[:1], body[1:]
    if not separators or not is_bare_table(body, head, len(separators), named=named):
        return None
    inside = [line.line for line in [*head, *body]]
    tokens = [token for line in inside for token in line.tokens]
    return Region(
        min(token.left for token in tokens),
        inside[0].top,
        max(token.right for token in tokens),
        inside[-1].bottom,
        tokens,
        [],
        tuple(separators),
        len(text_lines(token for line in head for token in line.line.tokens)),
    )


def _is_named(lines: Sequence[TextLine], first: int, last: int) -> bool:
    """Whether a line at the top or bottom of some lines, or right beside them, names a table."""
    size = lines[first].size
    beside = [*lines[max(0, first - 2) : first + 1], *lines[last : last + 2]]
    return any(
        TABLE_NAME.match(" ".join(token.text for token in line.tokens))
        and -NAME_PITCH * size < line.baseline - lines[first].baseline
        and line.baseline - lines[last].baseline < NAME_PITCH * size
        for line in beside
    )


def _is_ruled_off(body: Sequence[PlacedLine], rules: Sequence[Line]) -> bool:
    """Whether a rule over all columns stands between the first line and the second: headings of the columns."""
    if len(body) < 2 or len(body[0].entries) < 2:
        return False
    above, below = body[0].line, body[1].line
    left = min(line.line.tokens[0].left for line in body)
    right = max(line.line.tokens[-1].right for line in body)
    return any(
        above.baseline < rule.at < below.baseline and rule.covers(left, right, RULED)
        for rule in rules
    )
