"""Decides which text lines of a table belong to one row: cells may run over several lines."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.column_lines import Columns, PlacedLine, read_columns
from praxeo.sources.documents.pdf.tables.offset import settle
from praxeo.sources.documents.pdf.tables.rulings import Line
from praxeo.sources.documents.pdf.tables.wrapping import continues

FULL_RULE = 0.5  # of the table's width; a longer rule parts rows of the whole table
MIN_BANDS = 3  # groups between rules from which on each may be one row
LISTS = 0.25  # share of such groups that hold several rows, from which on lines make the rows
LOOSE = 1.22  # a pitch this much larger than the smallest one parts rows
FAR = 2.1  # of the font size; lines further apart are never one row


def group_rows(
    lines: Sequence[PlacedLine], rules: Sequence[Line], left: float, right: float, pitch: float
) -> list[list[PlacedLine]]:
    """The lines as rows, from top to bottom. `pitch` is the line distance within columns."""
    if not lines:
        return []
    columns = read_columns(lines)
    bands = [settle(band, pitch, columns) for band in _bands(lines, rules, left, right)]
    lists = sum(_is_list(band, columns) for band in bands)
    if len(bands) >= MIN_BANDS and lists < LISTS * len(bands):
        return bands
    threshold = _row_pitch(bands, columns)
    rows: list[list[PlacedLine]] = []
    for band in bands:
        rows.append([band[0]])
        for line in band[1:]:
            if _same_row(rows[-1], line, columns, threshold):
                rows[-1].append(line)
            else:
                rows.append([line])
    return rows


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


def _is_list(band: Sequence[PlacedLine], columns: Columns) -> bool:
    """Whether a band between rules holds several rows: figures below figures, or labels."""
    figures: dict[int, int] = {}
    for line in band:
        for entry in line.entries:
            if entry.is_number:
                figures[entry.first] = figures.get(entry.first, 0) + 1
    rows = sum(
        len(line.columns) > 1 and not continues([above], line, columns)
        for above, line in itertools.pairwise(band)
    )
    return rows > 0 and (max(figures.values(), default=0) > 1 or rows >= 0.5 * len(band))


def _row_pitch(bands: Sequence[Sequence[PlacedLine]], columns: Columns) -> float | None:
    """The line distance from which on a new row starts, where the table shows two distances."""
    steps: list[tuple[float, bool]] = []
    for band in bands:
        for above, below in itertools.pairwise(band):
            step = (below.line.baseline - above.line.baseline) / below.line.size
            if step < FAR:
                steps.append((step, continues([above], below, columns)))
    if len(steps) < 3:
        return None
    least = min(step for step, _ in steps)
    near = [goes_on for step, goes_on in steps if step < least * 1.1]
    far = [goes_on for step, goes_on in steps if step > least * LOOSE]
    if not near or not far or least * 1.1 * LOOSE > FAR:
        return None
    if sum(near) >= 0.7 * len(near) and len(far) >= 2 and sum(far) <= 0.5 * len(far):
        return least * (1 + LOOSE) / 2
    return None


def _same_row(
    row: list[PlacedLine], line: PlacedLine, columns: Columns, threshold: float | None
) -> bool:
    step = (line.line.baseline - row[-1].line.baseline) / line.line.size
    if line.starts or step > FAR or any(entry.rows > 1 for entry in row[0].entries):
        return False
    if threshold is not None:
        return step <= threshold
    return continues(row, line, columns)
