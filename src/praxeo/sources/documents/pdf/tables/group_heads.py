"""Sets aside the heads of groups of rows that run across the columns of a table without rules."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.columns import split_line
from praxeo.sources.documents.pdf.tables.regions import Region
from praxeo.sources.documents.pdf.tables.tokens import TextLine

COLUMN_GAP = 0.8  # of the font size; a gap this wide parts columns
SAME_LEFT = 1.5  # points between the left ends of a head and of the label below it
INDENT = 2.5  # of the font size, by which the labels below may be indented
PITCH = 2.0  # of the font size; a head stands no further from the rows around it
MOST_WORDS = 7


def without_group_heads(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines of a page without such heads, and these: each alone between two lines with columns, into which it reaches."""
    heads = [at for at in range(1, len(lines) - 1) if _is_head(*lines[at - 1 : at + 2])]
    return [line for at, line in enumerate(lines) if at not in heads], [lines[at] for at in heads]


def _is_head(above: TextLine, line: TextLine, below: TextLine) -> bool:
    if len(line.tokens) > MOST_WORDS or line.tokens[-1].text[-1] in ".,;:":
        return False
    if max(line.baseline - above.baseline, below.baseline - line.baseline) > PITCH * line.size:
        return False
    first = line.tokens[0].text[0]
    if not (first.isupper() or first.isdecimal()):
        return False
    before, own, after = (split_line(near, COLUMN_GAP) for near in (above, line, below))
    if len(own) != 1 or len(before) < 2 or len(after) < 2:
        return False
    indent = after[0].left - own[0].left
    return (
        -SAME_LEFT <= indent <= INDENT * line.size
        and own[0].right > min(before[1].left, after[1].left)
        and own[0].right <= max(before[-1].right, after[-1].right)
    )


def with_group_heads(region: Region, heads: Sequence[TextLine]) -> Region:
    """The region with the heads that stand between its first line and its last."""
    held = [
        token
        for head in heads
        if region.top < head.top and head.bottom < region.bottom
        for token in head.tokens
    ]
    return region._replace(tokens=[*region.tokens, *held]) if held else region
