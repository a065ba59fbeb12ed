"""Tells whether a line of a table goes on with the cells of the row above it."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.tables.column_lines import (
    OPEN_ENDS,
    Columns,
    Entry,
    PlacedLine,
)
from praxeo.sources.documents.pdf.tables.tokens import is_number

WRAP_MIN_WIDTH = 5.0  # of the font size; narrower columns do not wrap by width alone
MANY = 4  # cells side by side
LABEL_PITCH = 1.5  # of the font size; lines of one label are not further apart


def continues(row: Sequence[PlacedLine], line: PlacedLine, columns: Columns) -> bool:
    """Whether a line reads as the continuation of the cells of a row."""
    filled = set[int]().union(*(above.columns for above in row))
    if line.columns - filled:
        return filled == {0} and 0 in line.columns and _label_goes_on(row[-1], line, columns)
    if len(line.columns) == len(filled):
        on = [_runs_on(row[-1], line, column, columns) for column in line.columns]
        # Where many cells stand side by side, hardly ever do all of them go on.
        if not any(on) or (len(on) >= MANY and not all(on)):
            return False
    return all(wraps(row, line, column, columns) for column in line.columns)


def _label_goes_on(above: PlacedLine, line: PlacedLine, columns: Columns) -> bool:
    """Whether a row so far of a label only goes on in a line with the label's rest and figures."""
    before, after = above.at(0), line.at(0)
    if before is None or after is None or before.last > 0 or is_number(after.tokens[0].text):
        return False
    if before.tokens[-1].bold != after.tokens[0].bold:
        return False
    size = line.line.size
    if line.line.baseline - above.line.baseline > LABEL_PITCH * size:
        return False
    if _runs_on(above, line, 0, columns):
        return True
    low, high = columns.extents.get(0, (0.0, 0.0))
    return (
        columns.is_full(0, before, after)
        and high - low > WRAP_MIN_WIDTH * size
        and len(before.tokens) > 1
    )


def _runs_on(above: PlacedLine, line: PlacedLine, column: int, columns: Columns) -> bool:
    """Whether the words themselves say that a column's text goes on in the next line."""
    before, after = above.at(column), line.at(column)
    if before is None or after is None:
        return False
    small = after.tokens[0].text[0].islower() and column in columns.capitals
    return small or before.tokens[-1].text.endswith(OPEN_ENDS)


def wraps(row: Sequence[PlacedLine], line: PlacedLine, column: int, columns: Columns) -> bool:
    """Whether the text of one column goes on from the row to the line."""
    above = next((above for above in reversed(row) if above.at(column)), None)
    before, after = above.at(column) if above else None, line.at(column)
    if above is None or before is None or after is None or (before.is_number and after.is_number):
        return False
    said = before.text
    if _runs_on(above, line, column, columns) or said.count("(") > said.count(")"):
        return True
    if after.text.startswith(("(", "[")):
        return True
    if columns.sections and line.columns == {0} and after.text[0].isupper():
        return False
    low, high = columns.extents.get(column, (0.0, 0.0))
    size = line.line.size
    return (
        columns.is_full(column, before, after)
        and high - low > WRAP_MIN_WIDTH * size
        and not _are_single_words(before, after)
        and after.tokens[0].left > before.tokens[0].left - 0.5 * size
    )


def _are_single_words(above: Entry, below: Entry) -> bool:
    """Whether two texts are a word each, as in a list: only a word cut at a sign goes on below."""
    said, following = above.text, below.text
    return (
        len(above.tokens) == len(below.tokens) == 1
        and said[-1].isalnum()
        and following[0].isalnum()
    )
