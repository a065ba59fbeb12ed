"""Rows by their distance: where it is wider than that of the lines of one cell, the lines need not be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.tokens import TextLine

NEAR, FAR = 1.03, 1.2  # times the distance of lines; between them, lines of one cell may stand
OFFSET = 0.6  # of the distance of lines; texts nearer than that are not below each other
MIN_WORDS = 5  # of lines that show the distance of lines
USUAL = 1.2  # of the font size, the distance of lines where no text shows it
TIGHT = 0.34  # share of the labels that stand as near to each other as lines, at most


def leading_of(lines: Sequence[TextLine]) -> float:
    """The usual distance of lines of running text, in font sizes."""
    steps = sorted(
        (b.baseline - a.baseline) / b.size
        for a, b in pairwise(lines)
        if len(a.tokens) >= MIN_WORDS <= len(b.tokens) and abs(a.size - b.size) < 0.1
    )
    return steps[len(steps) // 2] if steps else USUAL


def with_offset(lines: Sequence[TextLine], leading: float) -> list[TextLine]:
    """The lines, those put together whose texts stand beside each other too near to be lines of one text."""
    found: list[TextLine] = []
    for line in lines:
        above = found[-1] if found else None
        if above and _is_beside(above, line, leading):
            tokens = sorted((*above.tokens, *line.tokens), key=lambda token: token.left)
            found[-1] = above._replace(tokens=tuple(tokens), bottom=line.bottom)
        else:
            found.append(line)
    return found


def _is_beside(above: TextLine, line: TextLine, leading: float) -> bool:
    if line.baseline - above.baseline > OFFSET * leading * line.size:
        return False
    return not any(a.left < b.right and b.left < a.right for a in above.tokens for b in line.tokens)


def spaced_rows(lines: Sequence[PlacedLine], leading: float) -> list[list[PlacedLine]] | None:
    """The lines as rows, parted where no cell goes on; None where rows stand as near as lines.

    Cells may be centred against each other: their lines need not share baselines.
    """
    near = _near(lines, leading)
    labels = [line for line in lines if line.at(0)]
    tight = sum(_step(a, b) <= near for a, b in pairwise(labels))
    if tight > TIGHT * (len(labels) - 1):
        return None
    rows: list[list[PlacedLine]] = []
    for at, line in enumerate(lines):
        if rows and _goes_on(lines[:at], lines[at:], near):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _near(lines: Sequence[PlacedLine], leading: float) -> float:
    """The distance up to which texts of a column are one cell: in the widest gap that parts the distances."""
    columns = set[int]().union(*(line.columns for line in lines))
    steps = [leading]
    for column in columns:
        steps += [_step(a, b) for a, b in pairwise([x for x in lines if x.at(column)])]
    steps.sort()
    parted = [
        (b / a, (a + b) / 2)
        for a, b in pairwise(steps)
        if a <= FAR * leading and b > NEAR * leading
    ]
    return max(parted, default=(1.0, FAR * leading))[1]


def _goes_on(above: Sequence[PlacedLine], below: Sequence[PlacedLine], near: float) -> bool:
    """Whether some column has lines of one cell above and below a place."""
    for column in (
        above[-1].columns | below[0].columns | (above[-2].columns if len(above) > 1 else set())
    ):
        before = next((line for line in reversed(above) if line.at(column)), None)
        after = next((line for line in below if line.at(column)), None)
        if before and after and _step(before, after) <= near:
            return True
    return False


def _step(above: PlacedLine, below: PlacedLine) -> float:
    return (below.line.baseline - above.line.baseline) / below.line.size
