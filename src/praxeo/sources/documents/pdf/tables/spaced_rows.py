"""Rows by their distance: where it is wider than that of the lines of one cell, the lines need not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.tokens import TextLine

APART = 1.04  # ratio of two distances that may part lines from rows
FARTHEST = 2.2  # of the font size; lines of one cell are not further apart
WRAPPED = 1.3  # times the least distance in a row, up to which its labels are lines of one
UNLABELLED = 0.15  # share of rows without a label, at most
OFFSET = 0.6  # of the distance of lines; texts nearer than that are not below each other
MIN_WORDS = 5  # of lines that show the distance of lines
USUAL = 1.2  # of the font size, the distance of lines where no text shows it


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


def spaced_rows(lines: Sequence[PlacedLine]) -> list[list[PlacedLine]] | None:
    """The lines as rows, parted at the distance at which most rows have one label; None where none does that.

    Cells may be centred against each other: their lines need not share baselines.
    """
    columns = set[int]().union(*(line.columns for line in lines))
    steps = {
        round(_step(a, b), 2)
        for column in columns
        for a, b in pairwise([line for line in lines if line.at(column)])
    }
    ways = [_rows(lines, near) for near in _distances(sorted(steps))]
    # The first line may hold headings of the columns, in another case than the labels.
    capital = any(_label_of([line])[:1].isupper() for line in lines[1:])
    best = max(ways, key=lambda rows: _labelled(rows, capital))
    unlabelled = sum(_labels(row) == 0 or _is_rest(row, capital) for row in best)
    return best if unlabelled <= UNLABELLED * len(best) and _labelled(best, capital) > 0 else None


def _distances(steps: Sequence[float]) -> Iterator[float]:
    """Distances up to which texts may be lines of one cell: none, and those between the distances seen."""
    yield 0.0
    for small, large in pairwise(steps):
        if large >= APART * small and small <= FARTHEST:
            yield (small + large) / 2


def _labelled(rows: Sequence[Sequence[PlacedLine]], capital: bool) -> int:
    """How many rows have one label, less those that have none or several, or the rest of one.

    `capital` says that labels begin with capitals here, so that one that does not is a rest.
    """
    return sum(1 if _labels(row) == 1 and not _is_rest(row, capital) else -1 for row in rows)


def _is_rest(row: Sequence[PlacedLine], capital: bool) -> bool:
    return capital and _label_of(row)[:1].islower()


def _label_of(row: Sequence[PlacedLine]) -> str:
    return next((entry.text for line in row if (entry := line.at(0))), "")


def _labels(row: Sequence[PlacedLine]) -> int:
    """The labels of a row: texts of the first column that do not stand right below each other."""
    found = [line for line in row if line.at(0)]
    least = min((_step(a, b) for a, b in pairwise(row)), default=0.0)
    return len(found[:1]) + sum(_step(a, b) > WRAPPED * max(least, 1.0) for a, b in pairwise(found))


def _rows(lines: Sequence[PlacedLine], near: float) -> list[list[PlacedLine]]:
    rows: list[list[PlacedLine]] = []
    for at, line in enumerate(lines):
        if rows and _goes_on(lines[:at], lines[at:], near):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


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
