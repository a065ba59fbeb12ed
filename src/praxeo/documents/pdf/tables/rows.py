"""Decides which text lines of a table belong to one row: cells may run over several lines."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from praxeo.documents.pdf.tables.rulings import Line
from praxeo.documents.pdf.tables.tokens import TextLine, Token, is_number

FULL_RULE = 0.5  # of the table's width; a longer rule parts rows of the whole table
MIN_BANDS = 3  # groups between rules from which on each may be one row
LISTS = 0.25  # share of such groups that hold several rows, from which on lines make the rows
LOOSE = 1.22  # a pitch this much larger than the smallest one parts rows
CENTRED = 1.8  # of the font size, between the lines of a label around its figures
FAR = 2.1  # of the font size; lines further apart are never one row
WRAP_MIN_WIDTH = 5.0  # of the font size; narrower columns do not wrap by width alone

Entry = tuple[int, int, tuple[Token, ...]]  # first column, last column, tokens of one line
RowCell = tuple[int, int, list[Token]]  # the same for all lines of a row


class PlacedLine(NamedTuple):
    """A text line with its tokens put into columns."""

    line: TextLine
    entries: tuple[Entry, ...]

    @property
    def columns(self) -> set[int]:
        return {first for first, _, _ in self.entries}

    def text(self, column: int) -> tuple[Token, ...]:
        return next((tokens for first, _, tokens in self.entries if first == column), ())


def group_rows(
    lines: Sequence[PlacedLine], rules: Sequence[Line], left: float, right: float
) -> list[list[PlacedLine]]:
    """The lines as rows, from top to bottom."""
    if not lines:
        return []
    ends = _column_ends(lines)
    bands = _bands(lines, rules, left, right)
    if len(bands) >= MIN_BANDS and sum(_is_list(band, ends) for band in bands) < LISTS * len(bands):
        return bands
    threshold = _row_pitch(bands, ends)
    rows: list[list[PlacedLine]] = []
    for band in bands:
        rows.append([band[0]])
        centred = _centred(band)
        for index, line in enumerate(band[1:], 1):
            place = centred.get(index)
            if place or (place is None and _same_row(rows[-1], line, ends, threshold)):
                rows[-1].append(line)
            else:
                rows.append([line])
    return rows


def _centred(band: Sequence[PlacedLine]) -> dict[int, int]:
    """Places (0-2) in their row, by index, of lines where a two-line label stands around figures."""
    found: dict[int, int] = {}
    for index in range(len(band) - 2):
        above, line, below = band[index : index + 3]
        step = below.line.baseline - above.line.baseline
        if (
            index not in found
            and above.columns == below.columns == {0}
            and 0 not in line.columns
            and step < CENTRED * above.line.size
        ):
            found |= {index: 0, index + 1: 1, index + 2: 2}
    return found


def _bands(
    lines: Sequence[PlacedLine], rules: Sequence[Line], left: float, right: float
) -> list[list[PlacedLine]]:
    """The lines as groups between rules that run over most of the table."""
    bands = [[lines[0]]]
    for line in lines[1:]:
        if _ruled_off(bands[-1][-1], line, rules, left, right):
            bands.append([line])
        else:
            bands[-1].append(line)
    return bands


def _is_list(band: list[PlacedLine], ends: dict[int, tuple[float, float]]) -> bool:
    """Whether a band between rules holds several rows: figures below figures, or labels."""
    figures: dict[int, int] = {}
    rows = 0
    for above, line in itertools.pairwise([None, *band]):
        for first, _, tokens in line.entries if line else ():
            if is_number(" ".join(token.text for token in tokens)):
                figures[first] = figures.get(first, 0) + 1
        if above and line and len(line.columns) > 1 and not _continues([above], line, ends):
            rows += 1
    return rows > 0 and (max(figures.values(), default=0) > 1 or rows >= 0.5 * len(band))


def _ruled_off(
    above: PlacedLine, below: PlacedLine, rules: Sequence[Line], left: float, right: float
) -> bool:
    """Whether a rule over most of the table's width stands between two lines."""
    return any(
        above.line.baseline - 0.5 * above.line.size < rule.at < below.line.baseline
        and rule.at > above.line.top + 0.5 * (above.line.bottom - above.line.top)
        and rule.covers(left, right, FULL_RULE)
        for rule in rules
    )


def _column_ends(lines: Sequence[PlacedLine]) -> dict[int, tuple[float, float]]:
    """Per column the least left and the greatest right edge of texts that stay in it."""
    ends: dict[int, tuple[float, float]] = {}
    for placed in lines:
        for first, last, tokens in placed.entries:
            if first == last:
                low, high = ends.get(first, (tokens[0].left, tokens[-1].right))
                ends[first] = (min(low, tokens[0].left), max(high, tokens[-1].right))
    return ends


def _row_pitch(
    bands: Sequence[Sequence[PlacedLine]], ends: dict[int, tuple[float, float]]
) -> float | None:
    """The line distance from which on a new row starts, where the table shows two distances."""
    steps: list[tuple[float, bool]] = []
    for band in bands:
        for above, below in itertools.pairwise(band):
            step = (below.line.baseline - above.line.baseline) / below.line.size
            if step < FAR:
                steps.append((step, _continues([above], below, ends)))
    if len(steps) < 3:
        return None
    least = min(step for step, _ in steps)
    near = [continues for step, continues in steps if step < least * 1.1]
    far = [continues for step, continues in steps if step > least * LOOSE]
    if not near or not far or least * 1.1 * LOOSE > FAR:
        return None
    if sum(near) >= 0.7 * len(near) and len(far) >= 2 and sum(far) <= 0.5 * len(far):
        return least * (1 + LOOSE) / 2
    return None


def _same_row(
    row: list[PlacedLine],
    line: PlacedLine,
    ends: dict[int, tuple[float, float]],
    threshold: float | None,
) -> bool:
    step = (line.line.baseline - row[-1].line.baseline) / line.line.size
    if step > FAR:
        return False
    if threshold is not None:
        return step <= threshold
    return _continues(row, line, ends)


def _continues(
    row: list[PlacedLine], line: PlacedLine, ends: dict[int, tuple[float, float]]
) -> bool:
    """Whether a line reads as the continuation of the cells of a row."""
    filled = set[int]().union(*(above.columns for above in row))
    new = line.columns - filled
    if new:
        return filled == {0} and 0 in line.columns and _label_wraps(row, line, ends)
    if len(line.columns) == len(filled) and not any(
        _runs_on(row, line, column) for column in line.columns
    ):
        return False
    return all(_wraps(row, line, column, ends) for column in line.columns)


def _label_wraps(
    row: list[PlacedLine], line: PlacedLine, ends: dict[int, tuple[float, float]]
) -> bool:
    """Whether a row so far of a label only goes on in a line with the label's rest and figures."""
    before, after = row[-1].text(0), line.text(0)
    if not before or not after or is_number(after[0].text) or row[-1].entries[0][1] > 0:
        return False
    if before[-1].bold != after[0].bold:
        return False
    step = line.line.baseline - row[-1].line.baseline
    if step > 1.5 * line.line.size:
        return False
    if after[0].text[0].islower() or before[-1].text.endswith(("-", ",", "/")):
        return True
    low, high = ends.get(0, (0.0, 0.0))
    full = before[-1].right + 0.25 * line.line.size + (after[0].right - after[0].left)
    return full > high and high - low > WRAP_MIN_WIDTH * line.line.size and len(before) > 1


def _runs_on(row: list[PlacedLine], line: PlacedLine, column: int) -> bool:
    """Whether the words themselves say that a column's text goes on in the next line."""
    before, after = row[-1].text(column), line.text(column)
    if not before or not after:
        return False
    said, following = before[-1].text, after[0].text
    return following[0].islower() or said.endswith(("-", "/", ",", "(", "&"))


def _wraps(
    row: list[PlacedLine], line: PlacedLine, column: int, ends: dict[int, tuple[float, float]]
) -> bool:
    """Whether the text of one column goes on from the row to the line."""
    before = next((above.text(column) for above in reversed(row) if above.text(column)), ())
    after = line.text(column)
    if not before or not after:
        return False
    said, next_said = " ".join(t.text for t in before), " ".join(t.text for t in after)
    if is_number(next_said) and is_number(said):
        return False
    if after[0].text[0].islower() or said.endswith(("-", "/", ",", "(", "&")):
        return True
    if said.count("(") > said.count(")") or next_said.startswith(("(", "[")):
        return True
    low, high = ends.get(column, (0.0, 0.0))
    size = line.line.size
    full = before[-1].right + 0.25 * size + (after[0].right - after[0].left)
    left_aligned = (
        abs(before[0].left - after[0].left) < 0.5 * size or after[0].left > before[0].left
    )
    return full > high and high - low > WRAP_MIN_WIDTH * size and left_aligned


def columnwise(lines: Sequence[PlacedLine]) -> list[RowCell]:
    """The cells of one row: the lines' entries joined by column."""
    cells: dict[int, tuple[int, list[Token]]] = {}
    for line in lines:
        for first, last, tokens in line.entries:
            at = next((start for start, (end, _) in cells.items() if start <= first <= end), first)
            end, held = cells.get(at, (last, []))
            cells[at] = (max(end, last), [*held, *tokens])
    return [(first, last, found) for first, (last, found) in sorted(cells.items())]
