"""The columns of lines whose texts begin, end or are centred at the same places."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from praxeo.sources.documents.pdf.tables.column_lines import Entry, PlacedLine
from praxeo.sources.documents.pdf.tables.columns import place_strictly
from praxeo.sources.documents.pdf.tables.corridors import least_width
from praxeo.sources.documents.pdf.tables.tokens import TextLine

SAME_EDGE = 0.12  # of the font size, by which texts of one column may stand apart at a side
CROSSED = 0.1  # share of the lines whose words may run across a strip
EVEN = 0.7  # share of the texts of a column that agree at one side or in their middles
APART = 0.42  # of the font size; words of one text hardly ever stand so far apart
MIN_STARTS = 3  # texts that a column has
HEADED_LINES = 6  # lines from which on one of them may be a heading that runs across columns
FILLED_ROWS = 0.6  # share of the rows of figures in which a column of words has a text
NEAR_WORDS = 0.8  # of the font size, from such a text to the one before it, on average
BESIDE = 0.55  # of the font size; the rest of a figure stands no further from it
REST_SHARE = 0.7  # of the texts of a column that are such rests
RESTS = re.compile(r"[([±×/]|\+/-|[-–]\d")
SIGNS = frozenset(("±", "+/-", "×", "–", "/"))


class Alignment(NamedTuple):
    """Where the texts of a column agree: `side` 0 for the left ends, 1 for the right ones, 2 for their middles."""

    side: int
    at: float
    slack: float

    def holds(self, entry: Entry) -> bool:
        return abs(_sides(entry)[self.side] - self.at) <= self.slack


def separators_of(lines: Sequence[TextLine]) -> list[float]:
    """The strips that hardly any line crosses, less those beside which no even column stands."""
    found = _strips(lines)
    bold = [is_bold(line) for line in lines] if found else []
    while found:
        placed = [PlacedLine(line, place_strictly(line, found)) for line in lines]
        # Headings may be centred over a column, and a column with many empty cells has little else.
        plain = [row for row, head in zip(placed, bold, strict=True) if not head]
        ways = [
            by_column(rows, len(found) + 1)
            for rows in ((plain, placed) if any(bold) else (placed,))
        ]
        for column in range(len(found), 0, -1):
            if (
                not any(_is_even(columns[column]) for columns in ways)
                or not _stands_off(placed, column)
                or _parts_figures(placed, column)
                or _parts_words(placed, column)
            ):
                del found[column - 1]
                break
        else:
            return _at_edges(found, placed)
    return []


def _at_edges(separators: Sequence[float], placed: Sequence[PlacedLine]) -> list[float]:
    """The separators, each moved beside the even side of a column, so that headings are cut where the column ends.

    A heading may be wider than its column, over the strip beside it.
    """
    even = alignments(placed, len(separators) + 1)
    found: list[float] = []
    for column, x in enumerate(separators):
        before, after = even[column], even[column + 1]
        ends, starts = (
            before is not None and before.side == 1,
            after is not None and after.side == 0,
        )
        if before and ends and not starts:
            x = min(x, before.at + before.slack)
        elif after and starts and not ends:
            x = max(x, after.at - after.slack)
        found.append(x)
    return found


def is_bold(line: TextLine) -> bool:
    """Whether all words of a line are bold, as headings of columns are: they may be centred over what stands below."""
    return all(token.bold for token in line.tokens)


def _stands_off(placed: Sequence[PlacedLine], column: int) -> bool:
    """Whether a column stands further from the text before it than words do, in some line."""
    for line in placed:
        for before, after in pairwise(line.entries):
            space = after.tokens[0].left - before.tokens[-1].right
            if after.first == column == before.last + 1 and space >= APART * line.line.space:
                return True
    return False


def _parts_words(placed: Sequence[PlacedLine], column: int) -> bool:
    """Whether a column holds the ends of long labels only: words near the ones before, and none in most rows of figures."""
    entries = [e for line in placed for e in line.entries if e.first == column]
    if any(entry.is_number for entry in entries):
        return False
    rows = [line for line in placed if any(e.first > column and e.is_number for e in line.entries)]
    filled = sum(line.at(column) is not None for line in rows)
    gaps = [
        (after.tokens[0].left - before.tokens[-1].right) / line.line.space
        for line in placed
        for before, after in pairwise(line.entries)
        if after.first == column == before.last + 1
    ]
    return filled < FILLED_ROWS * len(rows) and sum(gaps) < NEAR_WORDS * len(gaps)


def _parts_figures(placed: Sequence[PlacedLine], column: int) -> bool:
    """Whether a column holds the rest of the figures before it: a share in parentheses, a deviation."""
    pairs = [
        (before.tokens[-1], after.tokens[0], line.line.space)
        for line in placed
        for before, after in pairwise(line.entries)
        if after.first == column == before.last + 1
    ]
    rests = sum(
        RESTS.match(after.text) is not None or before.text in SIGNS
        for before, after, space in pairs
        if after.left - before.right < BESIDE * space
    )
    return rests >= REST_SHARE * len(pairs) > 0


def _strips(lines: Sequence[TextLine]) -> list[float]:
    """The middles of strips that hardly any line crosses, with words on both sides."""
    least = least_width(lines[len(lines) // 2])
    # one line, a heading over the columns, may always run across
    allowed = max(CROSSED * len(lines), 1.0 if len(lines) >= HEADED_LINES else 0.0)
    changes = sorted(
        change for line in lines for t in line.tokens for change in ((t.right, -1), (t.left, 1))
    )
    found: list[float] = []
    strip: list[tuple[int, float, float]] = []  # how many lines cross it, and from where to where
    covered, last = 0, math.inf
    for place, change in changes:
        if covered <= allowed and place > last:
            strip.append((covered, last, place))
        covered, last = covered + change, place
        if covered > allowed:
            if strip and strip[-1][2] - strip[0][1] >= least:
                _, start, end = min(strip, key=lambda part: (part[0], part[1] - part[2]))
                found.append((start + end) / 2)
            strip = []
    return found


def alignments(placed: Sequence[PlacedLine], columns: int) -> list[Alignment | None]:
    """Where the texts of each column agree; None for a column with too few texts."""
    return list(map(_alignment, by_column(placed, columns)))


def by_column(placed: Sequence[PlacedLine], columns: int) -> list[list[Entry]]:
    """The texts that start in each of so many columns, from top to bottom."""
    found: list[list[Entry]] = [[] for _ in range(columns)]
    for line in placed:
        for entry in line.entries:
            found[entry.first].append(entry)
    return found


def _alignment(entries: Sequence[Entry]) -> Alignment | None:
    if len(entries) < 2:
        return None
    slack = max(SAME_EDGE * entries[0].tokens[0].size, 0.6)
    sides = zip(*map(_sides, entries), strict=True)
    best = [(*_densest(sorted(places), slack), -side) for side, places in enumerate(sides)]
    _, at, side = max(best, key=lambda found: (found[0], found[2]))
    return Alignment(-side, at, slack)


def _densest(places: Sequence[float], slack: float) -> tuple[int, float]:
    """How many places lie next to each other within the slack to both sides, and the middle one of them."""
    most, at, start = 0, 0.0, 0
    for end, place in enumerate(places):
        while place - places[start] > 2 * slack:
            start += 1
        if end - start + 1 > most:
            most, at = end - start + 1, (places[start] + place) / 2
    return most, at


def _is_even(entries: Sequence[Entry]) -> bool:
    """Whether most texts keep to one place."""
    best = _alignment(entries)
    held = sum(map(best.holds, entries)) if best else 0
    return held >= max(MIN_STARTS, EVEN * len(entries))


def is_even(line: PlacedLine, columns: Sequence[Alignment | None]) -> bool:
    """Whether all texts of a line keep to their columns."""
    return all(
        entry.first == entry.last
        and ((column := columns[entry.first]) is None or column.holds(entry))
        for entry in line.entries
    )


def _sides(entry: Entry) -> tuple[float, float, float]:
    left, right = entry.tokens[0].left, entry.tokens[-1].right
    return left, right, (left + right) / 2
