"""Reads the header of a table: how far it goes, its levels, and which columns its cells span."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.column_lines import (
    Entry,
    Extents,
    PlacedLine,
    column_extents,
    columnwise,
)
from praxeo.sources.documents.pdf.tables.rows import FULL_RULE
from praxeo.sources.documents.pdf.tables.rulings import Line

MAX_HEADER_LINES = 8  # lines before the first figures that may be headers
LABELLED = 3  # lines with a label and a text beside it from which on they are rows and no header
MIN_FIGURES = 0.4  # share of a table's lines with figures from which on they show the header's end
HEADER_RULE = 0.85  # of the table's width, for the rule under the whole header
STACKED_PITCH = 1.5  # of the font size; lines of one heading are not further apart
MAX_LABEL_COLUMNS = 2  # columns at the left that hold labels, with no heading over them
BETWEEN = 0.6  # least ratio of the distances to both columns over which a heading stands
HEADED = 0.7  # share of the columns under headings that the next header line must name
CENTRED = 0.1  # of a group's width, by which a heading may stand off its middle
LEVEL_GAP = 2.2  # of the font size; header lines further apart are on two levels
SPANNER_RULE = 0.9  # of the table's width; a shorter rule groups the columns over which it runs
RULE_REACH = 1.3  # of the font size, from a baseline to the rule drawn under it


def header_length(
    lines: Sequence[PlacedLine], rules: Sequence[Line], left: float, right: float
) -> int:
    """How many lines from the top are headers: those over a full rule, or over the figures."""
    for share in (HEADER_RULE, FULL_RULE):
        for rule in rules:
            if rule.covers(left, right, share):
                above = sum(line.line.baseline - 0.2 * line.line.size < rule.at for line in lines)
                if (
                    sum(line.at(0) is not None and len(line.entries) > 1 for line in lines[:above])
                    >= LABELLED
                ):
                    break  # rows over a rule that parts groups of rows
                if 0 < above < len(lines) and above <= MAX_HEADER_LINES:
                    return above
                if above:
                    break
    figures = [_has_figures(line) for line in lines]
    if sum(figures) < MIN_FIGURES * len(lines):
        return 1 if lines else 0
    first = figures.index(True)
    return first if first <= MAX_HEADER_LINES else 0


def _has_figures(line: PlacedLine) -> bool:
    """Whether most cells after the first one are figures."""
    cells = [entry for entry in line.entries if entry.first > 0]
    figures = sum(entry.is_number for entry in cells)
    return bool(cells) and figures >= 0.5 * len(cells)


def header_levels(
    lines: Sequence[PlacedLine],
    body: Sequence[PlacedLine],
    rules: Sequence[Line],
    width: float,
) -> list[list[Entry]]:
    """Header lines as levels: parted by rules and under spanning cells, else joined by column."""
    spread = []
    for index, line in enumerate(lines):
        columns = column_extents([*lines[index + 1 :], *body] or lines)
        below = lines[index + 1] if index + 1 < len(lines) else None
        grouped = _grouped(line, below, columns) if below else None
        spread.append(grouped or _spread(line, columns, rules, width))
    levels: list[list[PlacedLine]] = []
    for line in spread:
        if levels and not _level_ends(levels[-1], line, rules):
            levels[-1].append(line)
        else:
            levels.append([line])
    done: list[list[Entry]] = []
    for level in map(columnwise, levels):
        done.append(_under_span(level, done))
    return _stacked(done, rules)


def _stacked(levels: list[list[Entry]], rules: Sequence[Line]) -> list[list[Entry]]:
    """Levels, with texts of one column that go on in the next level, with no rule between, joined.

    The levels of spanning headings cut through the lines of the headings beside them.
    """
    for above, below in itertools.pairwise(levels):
        for entry in list(above):
            other = next((one for one in below if one[:2] == entry[:2]), None)
            if other is None or entry.first < entry.last:
                continue
            upper, lower = entry.tokens[-1], other.tokens[0]
            middle = (lower.left + lower.right) / 2
            if lower.baseline - upper.baseline <= STACKED_PITCH * lower.size and not any(
                rule.start <= middle <= rule.end
                and upper.baseline - 0.3 * upper.size < rule.at < lower.baseline
                for rule in rules
            ):
                above.remove(entry)
                below[below.index(other)] = other._replace(tokens=entry.tokens + other.tokens)
    return levels


def _under_span(level: list[Entry], above: Sequence[list[Entry]]) -> list[Entry]:
    """A level; an entry alone in it covers the whole span at whose left end it stands."""
    if len(level) != 1:
        return level
    (entry,) = level
    ends = [held.last for held in itertools.chain(*above) if held.first == entry.first]
    return [entry._replace(last=max([entry.last, *ends]))]


def _grouped(line: PlacedLine, below: PlacedLine, columns: Extents) -> PlacedLine | None:
    """The line with its entries over groups of equally many columns, if they are centred so."""
    count = len(line.entries)
    if len(below.entries) < 2 * count:
        return None
    for skipped in range(MAX_LABEL_COLUMNS + 1):
        headed = sorted(columns)[skipped:]
        each = len(headed) // count
        if each < 2 or each * count != len(headed):
            continue
        if sum(column in below.columns for column in headed) < HEADED * len(headed):
            continue
        groups = [headed[at : at + each] for at in range(0, len(headed), each)]
        if all(map(_is_centred, line.entries, groups, itertools.repeat(columns))):
            return line._replace(
                entries=tuple(
                    entry._replace(first=group[0], last=group[-1])
                    for entry, group in zip(line.entries, groups, strict=True)
                )
            )
    return None


def _is_centred(entry: Entry, group: Sequence[int], columns: Extents) -> bool:
    """Whether an entry stands over the middle of some columns and not far past their ends."""
    left, right = columns[group[0]][0], columns[group[-1]][1]
    slack = entry.tokens[0].size
    middle = (entry.tokens[0].left + entry.tokens[-1].right) / 2
    return (
        abs(middle - (left + right) / 2) <= max(slack, CENTRED * (right - left))
        and entry.tokens[0].left >= left - slack
        and entry.tokens[-1].right <= right + slack
    )


def _spread(
    line: PlacedLine,
    columns: Extents,
    rules: Sequence[Line],
    width: float,
) -> PlacedLine:
    """The line with each entry over all columns that it heads."""
    size, baseline = line.line.size, line.line.baseline
    under = [
        rule
        for rule in rules
        if -0.3 * size < rule.at - baseline < RULE_REACH * size
        and rule.length < SPANNER_RULE * width
    ]
    done: list[Entry] = []
    for index, (first, last, tokens, _) in enumerate(line.entries):
        headed = _headed(tokens[0].left, tokens[-1].right, first, last, columns, under)
        before = done[-1].last if done else -1
        after = (
            line.entries[index + 1].first if index + 1 < len(line.entries) else len(columns) + last
        )
        low, high = max(min(headed), before + 1), min(max(headed), after - 1)
        done.append(Entry(*((low, high) if low <= high else (first, last)), tokens))
    return line._replace(entries=tuple(done))


def _headed(
    left: float,
    right: float,
    first: int,
    last: int,
    columns: Extents,
    rules: Sequence[Line],
) -> list[int]:
    """The columns under a header text: those of the rule below it, or those it stands between."""
    middle = (left + right) / 2
    for rule in rules:
        if rule.start <= middle <= rule.end:
            inside = [
                column
                for column, (low, high) in columns.items()
                if rule.start <= (low + high) / 2 <= rule.end
            ]
            if len(inside) > 1:
                return [*inside, first, last]
    if (
        first == last
        and columns
        and not any(low < right and left < high for low, high in columns.values())
    ):
        before = max((c for c, (_, high) in columns.items() if high <= left), default=None)
        after = min((c for c, (low, _) in columns.items() if low >= right), default=None)
        if before is not None and after is not None:
            back, on = (abs(middle - sum(columns[c]) / 2) for c in (before, after))
            if min(back, on) >= BETWEEN * max(back, on):
                return [before, after]
            return [before if back < on else after]
    return [first, last]


def _level_ends(level: list[PlacedLine], line: PlacedLine, rules: Sequence[Line]) -> bool:
    """Whether a header line starts a level of its own."""
    above = level[-1]
    if line.line.baseline - above.line.baseline > LEVEL_GAP * line.line.size:
        return True
    if any(
        above.line.baseline - 0.3 * above.line.size < rule.at < line.line.baseline for rule in rules
    ):
        return True
    entries = [entry for row in level for entry in row.entries]
    return any(_is_narrower(one, span) for span in entries for one in line.entries) or any(
        _is_narrower(one, span) for one in entries for span in line.entries
    )


def _is_narrower(one: Entry, span: Entry) -> bool:
    """Whether an entry stands over some, not all, of the columns of another."""
    inside = span.first <= one.first and one.last <= span.last
    return inside and one.last - one.first < span.last - span.first


def free_levels(levels: Sequence[list[Entry]], first: int, last: int) -> int:
    """How many header levels have nothing in some columns, if that are all of them."""
    taken = any(start <= last and end >= first for level in levels for start, end, *_ in level)
    return 0 if taken else len(levels)
