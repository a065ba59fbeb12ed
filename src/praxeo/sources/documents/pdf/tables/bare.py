"""Finds tables without rules whose cells may be words: lines with straight strips of white between even columns."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.bare_columns import MIN_ROWS, best_columns
from praxeo.sources.documents.pdf.tables.bare_judge import is_bare_table
from praxeo.sources.documents.pdf.tables.corridors import MAX_STEP, Corridor, corridors, leaves_free
from praxeo.sources.documents.pdf.tables.listings import is_marked
from praxeo.sources.documents.pdf.tables.page_columns import page_columns
from praxeo.sources.documents.pdf.tables.regions import Region
from praxeo.sources.documents.pdf.tables.spaced_rows import leading_of, with_offset
from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, text_lines

CELL_STEP = 1.6  # of the font size; lines of one cell are not further apart
MAX_REST = 4  # lines of the last cells below the last label; more are a text beside notes


def bare_regions(tokens: Sequence[Token]) -> list[Region]:
    """Places where lines stand in columns; tokens are those of one page outside other tables."""
    return [region for lines in page_columns(tokens) for region in _regions(lines)]


def _regions(texts: Sequence[TextLine]) -> list[Region]:
    lines = with_offset(texts, leading_of(texts))
    found = sorted(corridors(lines, MIN_ROWS), key=lambda c: -len(c.parted))
    used: set[int] = set()
    regions: list[Region] = []
    for base in found:
        first, last = _range(base, lines)
        if first > last or used.intersection(range(first, last + 1)):
            continue
        if is_marked([lines[at].tokens[0].text for at in base.parted]):
            continue
        region = _region(lines[first : last + 1])
        if region is not None:
            regions.append(region)
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


def _region(lines: Sequence[TextLine]) -> Region | None:
    separators, head, body = best_columns(lines)
    if not separators or not is_bare_table(body, head, len(separators)):
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
