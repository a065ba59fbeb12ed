"""Parts the lines of a page that is set in columns of running text, so that a table in one of them stands alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, text_lines

GAP = 0.9  # of the font size; a gap this wide parts columns of a page
PROSE_WORDS = 5  # words of half a line from which on it is running text
MIN_PROSE = 5  # such halves that start at one place, in each column
CROSSING = 0.35  # of the shorter column's lines that may run across (titles, abstracts)
SIDE_BY_SIDE = 2  # lines in a row with cells on both sides that are those of two tables
OFF = 0.5  # points between the baselines of two texts that are not in one row
MAX_DEPTH = 2  # a page in three columns is parted twice


Halves = tuple[list[Token], list[Token]]


class Gutter(NamedTuple):
    """The place between two columns, and where the lines of running text start in each."""

    at: float
    starts: tuple[float, float]


def page_columns(tokens: Sequence[Token], depth: int = 0) -> list[list[TextLine]]:
    """The lines of each column of a page, and those that stand across; one group where there are no columns."""
    lines = text_lines(tokens)
    gutter = _gutter(lines) if depth < MAX_DEPTH else None
    if gutter is None:
        return [lines]
    sides: tuple[list[Token], list[Token]] = ([], [])
    across: list[TextLine] = []
    for line, halves in _parted(lines, gutter):
        if halves is None:
            across.append(line)
            continue
        for side, half in zip(sides, halves, strict=True):
            side.extend(half)
    return [*(group for side in sides for group in page_columns(side, depth + 1)), across]


def _parted(lines: Sequence[TextLine], gutter: Gutter) -> Iterator[tuple[TextLine, Halves | None]]:
    """Each line with its halves; none where a word, or a table over more than a few lines, stands across."""
    halves = [_halves(line, gutter.at) for line in lines]
    texts = [half is not None and any(map(_is_text, half, gutter.starts)) for half in halves]
    for is_text, run in groupby(zip(lines, halves, texts, strict=True), key=lambda row: row[2]):
        rows = list(run)
        apart = is_text or len(rows) <= SIDE_BY_SIDE or _is_off([half for _, half, _ in rows])
        for line, half, _ in rows:
            yield line, half if apart else None


def _is_off(halves: Sequence[Halves | None]) -> bool:
    """Whether the halves of most lines stand on baselines of their own: what is beside a text is no row with it."""
    both = [half for half in halves if half is not None and all(half)]
    off = sum(abs(left[0].baseline - right[0].baseline) > OFF for left, right in both)
    return off * 2 > len(both)


def _is_text(half: Sequence[Token], start: float) -> bool:
    """Whether a side of a line is empty or holds running text."""
    return not half or (abs(half[0].left - start) <= 1 and len(half) >= PROSE_WORDS)


def _halves(line: TextLine, at: float) -> Halves | None:
    """The words of a line on both sides of a place; None where one stands across."""
    left = [token for token in line.tokens if token.right <= at]
    right = [token for token in line.tokens if token.left >= at]
    return (left, right) if len(left) + len(right) == len(line.tokens) else None


def _gutter(lines: Sequence[TextLine]) -> Gutter | None:
    starts: Counter[int] = Counter()
    for line in lines:
        end = -line.size
        for at, token in enumerate(line.tokens):
            if token.left - end >= GAP * line.size and len(line.tokens) - at >= PROSE_WORDS:
                starts[round(token.left)] += 1
            end = token.right
    places = sorted(place for place, count in starts.items() if count >= MIN_PROSE)
    for place in places[1:]:
        found = _between(lines, place)
        if found is not None:
            return found
    return None


def _between(lines: Sequence[TextLine], place: int) -> Gutter | None:
    """The gutter left of a place, if running text stands on both sides of it."""
    at = place - GAP * lines[0].size / 2
    halves = [_halves(line, at) for line in lines]
    sides = [[half[side] for half in halves if half and half[side]] for side in (0, 1)]
    firsts: list[float] = []
    fewest = len(lines)
    for side in sides:
        prose = Counter(round(half[0].left) for half in side if len(half) >= PROSE_WORDS)
        if not prose or prose.most_common(1)[0][1] < MIN_PROSE:
            return None
        firsts.append(prose.most_common(1)[0][0])
        fewest = min(fewest, sum(prose.values()))
    crossing = halves.count(None)
    return Gutter(at, (firsts[0], firsts[1])) if crossing <= CROSSING * fewest else None
