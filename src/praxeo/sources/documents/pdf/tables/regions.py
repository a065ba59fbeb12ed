"""Finds regions between horizontal rules, as tables in journals and reports are set."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.captions import BESIDE_TABLE
from praxeo.sources.documents.pdf.tables.bands import WIDE_GAP, band_of
from praxeo.sources.documents.pdf.tables.beside import (
    Step,
    cut_heights,
    has_labels_beside,
    word_steps,
)
from praxeo.sources.documents.pdf.tables.columns import crosses, find_separators, split_line
from praxeo.sources.documents.pdf.tables.rulings import SNAP, Line
from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, text_lines

MAX_SEEDS = 200  # long rules; a page with more is a drawing
MIN_RULE = 60.0  # points; shorter rules do not start a table
SAME_SIZE = 1.08  # ratio of the sizes of headings of columns and of what stands below, at most
CUT_LINES = 2  # lines of a band that run on over its sides, from which on it holds text of the page
OUTER_RULE = 0.5  # of the table's width, for its first and last rule
SIDE_SLACK = 8.0  # points by which rules of one table may differ at their ends
ROW_OF_RULES_GAP = 14.0  # points between rules that underline neighbouring columns
UNDER_RULE = 3.0  # of the font size, from the last line over a rule to the first one under it
SPANNER_BAND = 30.0  # points between two rules with only a spanning heading between
NEXT_LINE = 2.5  # of the font size; lines further below the last rule are no part of the table
RULED_ROWS = 4  # rules from which on each parts two rows
HEADER_LINES = 4  # lines between two rules that may be a header only
MAX_SINGLES = 3  # lines in a row with text in one column only, under a header
COLUMN_OF_PAGE = 150.0  # points; rules so long side by side stand in two columns of the page


class Region(NamedTuple):
    """A place where a table may stand, its tokens and the horizontal rules in it.

    Where the columns are known already, `separators` are the x positions between them and `head` counts
    the lines that are headings.
    """

    left: float
    top: float
    right: float
    bottom: float
    tokens: list[Token]
    rules: list[Line]
    separators: tuple[float, ...] = ()
    head: int = 0

    @property
    def box(self) -> Box:
        return (self.left, self.top, self.right, self.bottom)


def without_caption(region: Region) -> Region:
    """The region without a first line that is the caption of its table."""
    lines = text_lines(region.tokens)
    if len(lines) < 2 or not BESIDE_TABLE.match(" ".join(token.text for token in lines[0].tokens)):
        return region
    caption = {token.words[0] for token in lines[0].tokens}
    return region._replace(
        top=lines[1].top,
        tokens=[token for token in region.tokens if token.words[0] not in caption],
        head=max(0, region.head - 1),
    )


def ruled_regions(rules: Sequence[Line], tokens: Sequence[Token]) -> list[Region]:
    """Regions from a top rule to a bottom rule with columns of words between."""
    rows = rows_of_rules(rules)
    seeds = [line for line in rows if line.length >= MIN_RULE]
    if len(seeds) > MAX_SEEDS or not tokens:
        return []
    columns: dict[tuple[float, float], _Column] = {}
    steps = word_steps(tokens) if seeds else []
    used: set[Line] = set()
    found: list[Region] = []
    for seed in sorted(seeds, key=lambda line: (-_alike(line, seeds), -line.length)):
        if seed in used:
            continue
        left, right = seed.start - SIDE_SLACK, seed.end + SIDE_SLACK
        members = sorted(
            line for line in rows if line.start >= left and line.end <= right and line not in used
        )
        column = columns.get((left, right))
        if column is None:
            column = columns[left, right] = _Column(left, right, tokens, steps)
        span = _tabular_span(members, members.index(seed), column)
        if span is not None:
            inside = members[span[0] : span[1] + 1]
            used.update(inside)
            region = _ruled(seed, inside, column, rules)
            if not has_labels_beside(region.left, region.tokens, tokens):
                found.append(region)
    return found


def _ruled(seed: Line, inside: Sequence[Line], column: _Column, rules: Sequence[Line]) -> Region:
    """The region between the first and the last rule inside, with the note below it if there is one."""
    left, right = seed.start - SIDE_SLACK, seed.end + SIDE_SLACK
    top, bottom = inside[0].at, inside[-1].at
    held = column.between(top, bottom)
    below = (rule.at for rule in rules if rule.at > bottom and _along(rule, seed))
    rest = column.between(bottom, min(below, default=math.inf))
    held += _below(rest, held, may_be_header=len(inside) < RULED_ROWS)
    over = max(
        (rule.at for rule in rules if rule.at < top - SNAP and _along(rule, seed)), default=0.0
    )
    headings = _above(column.between(over, top), held)
    held = headings + held
    top = min([top, *(token.top for token in headings)])
    own = [
        rule
        for rule in rules
        if top - SNAP <= rule.at <= bottom + SNAP and rule.start >= left and rule.end <= right
    ]
    return Region(left, top, right, max(bottom, *(token.bottom for token in held)), held, own)


def _along(rule: Line, other: Line) -> bool:
    """Whether two rules run over some of the same width."""
    return min(rule.end, other.end) > max(rule.start, other.start)


def _alike(rule: Line, rules: Sequence[Line]) -> int:
    """How many rules start and end where this one does, up to the three that a table has."""
    return min(
        3,
        sum(
            abs(rule.start - other.start) <= SIDE_SLACK and abs(rule.end - other.end) <= SIDE_SLACK
            for other in rules
        ),
    )


def rows_of_rules(rules: Sequence[Line]) -> list[Line]:
    """Rules, with those that stand side by side on one height joined."""
    found: list[Line] = []
    for rule in sorted(rules, key=lambda line: (round(line.at / SNAP), line.start)):
        last = found[-1] if found else None
        near = last and abs(last.at - rule.at) <= SNAP
        if (
            last
            and near
            and rule.start - last.end <= ROW_OF_RULES_GAP
            and not (min(rule.length, last.length) >= COLUMN_OF_PAGE)
        ):
            found[-1] = Line(last.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _below(tokens: Sequence[Token], held: Sequence[Token], *, may_be_header: bool) -> list[Token]:
    """The tokens under the last rule that go on in the columns of those held above it."""
    above = text_lines(held)
    size = above[-1].size
    below: list[TextLine] = []
    last = above[-1].baseline
    for line in text_lines(tokens):
        if line.baseline - last > (NEXT_LINE if below else UNDER_RULE) * size:
            break
        below.append(line)
        last = line.baseline
    # Between two rules only the header stands: the rest of the table follows without a rule.
    header = may_be_header and len(above) <= HEADER_LINES
    rows = [split_line(line, WIDE_GAP) for line in (above + below if header else above)]
    separators = find_separators(rows, size)
    grouped = not header and any(len(row) < 2 for row in rows[1:])
    single = 0
    found: list[Token] = []
    waiting: list[Token] = []  # the head of a group whose rows may follow
    for line in below if separators else ():
        row = split_line(line)
        single = single + 1 if len(row) < 2 else 0
        if (
            BESIDE_TABLE.match(" ".join(token.text for token in line.tokens))
            or _is_heading(line, above)
            or crosses(row, separators, size)
            or single > (header * MAX_SINGLES or grouped)
        ):
            break
        waiting.extend(line.tokens)
        if not (single and grouped):
            found += waiting
            waiting = []
    return found


def _is_heading(line: TextLine, above: Sequence[TextLine]) -> bool:
    """Whether a line below a table is a heading of the text: bold, and larger than what the table is set in."""
    size = median(token.size for other in above for token in other.tokens)
    return line.size > SAME_SIZE * size and all(token.bold for token in line.tokens)


def _above(tokens: Sequence[Token], held: Sequence[Token]) -> list[Token]:
    """The bold headings right above the first rule, over the columns of the tokens held below it."""
    rows = [split_line(line, WIDE_GAP) for line in text_lines(held)]
    if not rows or all(token.bold for piece in rows[0] for token in piece.tokens):
        return []  # the headings stand under the rule
    size = rows[0][0].tokens[0].size
    separators = find_separators(rows, size)
    found: list[Token] = []
    below = min(token.top for token in held)
    for line in reversed(text_lines(tokens)):
        row = split_line(line)
        bold = all(token.bold for token in line.tokens)
        if not separators or not bold or below - line.bottom > UNDER_RULE * size / 2:
            break
        if line.size > SAME_SIZE * size:  # a heading of the text
            break
        if (len(row) < 2 and not found) or crosses(row, separators, size):
            break
        found = [*line.tokens, *found]
        below = line.top
    return found


class _Column:
    """The tokens over some width of the page, from top to bottom."""

    def __init__(
        self, left: float, right: float, tokens: Sequence[Token], steps: Sequence[Step]
    ) -> None:
        inside = [token for token in tokens if left <= (token.left + token.right) / 2 <= right]
        self.tokens = sorted(inside, key=_middle)
        self.cuts = cut_heights(left, right, steps)
        self.middles = list(map(_middle, self.tokens))
        self.bands: dict[tuple[float, float], str] = {}

    def between(self, top: float, bottom: float) -> list[Token]:
        """The tokens whose middle stands between two heights."""
        return self.tokens[bisect_right(self.middles, top) : bisect_left(self.middles, bottom)]

    def band(self, top: float, bottom: float) -> str:
        """What stands between two rules, see `band_of`."""
        at = (top, bottom)
        if at not in self.bands:
            cuts = bisect_left(self.cuts, bottom) - bisect_right(self.cuts, top)
            is_text = cuts >= CUT_LINES
            self.bands[at] = "other" if is_text else band_of(self.between(top, bottom))
        return self.bands[at]


def _middle(token: Token) -> float:
    return (token.top + token.bottom) / 2


def _tabular_span(members: list[Line], seed: int, column: _Column) -> tuple[int, int] | None:
    """The run of rules around the seed with tabular bands between; None if there is none."""

    def band(index: int) -> str:
        return column.band(members[index].at, members[index + 1].at)

    first = last = seed
    while first > 0 and band(first - 1) != "other":
        first -= 1
    while last < len(members) - 1 and band(last) != "other":
        last += 1
    long = OUTER_RULE * members[seed].length
    start = first
    while first < last and (band(first) != "table" or members[first].length < long):
        first += 1
    if first > start and band(first - 1) == "open":
        near = members[first].at - members[first - 1].at
        # A heading over several columns may stand alone between the first two rules.
        first -= members[first - 1].length >= long and near < SPANNER_BAND
    while last > first and (band(last - 1) != "table" or members[last].length < long):
        last -= 1
    return (first, last) if last > first else None
