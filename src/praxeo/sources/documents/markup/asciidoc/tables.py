"""Tables of AsciiDoc: cells with their spans, by rows or by the number of columns, or as CSV."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.cell_words import CellWords
from praxeo.sources.documents.markup.asciidoc.attributes import BlockAttributes

CELLS_AT_MOST = 50_000
LARGEST_SPAN = 200
BAR = re.compile(
    r"(?:(?:^|(?<=\s))(?P<spec>(?:(?P<span>\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})\+|(?P<times>\d{1,3})\*)?"
    r"(?:[<^>](?:\.[<^>])?|\.[<^>])?[adehlmsv]?))?(?<!\\)\|",
    re.MULTILINE,
)
COLUMNS = re.compile(r"^(?:(?P<times>\d{1,3})\*)")


class Given(NamedTuple):
    """A cell as it is written."""

    text: str
    width: int = 1
    height: int = 1
    header: bool = False


def table_cells(
    lines: list[str], stated: BlockAttributes, read: Callable[[str], CellWords]
) -> list[Cell]:
    """The cells of a table between its delimiters; `read` gives the words of one."""
    if stated.named.get("format") in ("csv", "dsv", "tsv"):
        rows = _delimited(lines, stated)
        given = [Given(text) for row in rows for text in row]
        columns = max((len(row) for row in rows), default=0)
    else:
        given = list(islice(_given("\n".join(lines)), CELLS_AT_MOST))
        columns = _columns(lines, stated)
    head = "header" in stated.options or _has_head(lines)
    placed = _placed(given[:CELLS_AT_MOST], max(1, columns))
    return [
        Cell(
            **read(cell.text)._asdict(),
            row=row,
            column=column,
            row_span=cell.height,
            column_span=cell.width,
            header=cell.header or (head and row == 0),
        )
        for row, column, cell in placed
    ]


def _delimited(lines: list[str], stated: BlockAttributes) -> list[list[str]]:
    separator = stated.named.get("separator", "")[:1]
    separator = separator or {"dsv": ":", "tsv": "\t"}.get(stated.named["format"], ",")
    try:
        return [row for row in csv.reader(lines, delimiter=separator) if row]
    except csv.Error:
        return [line.split(separator) for line in lines if line.strip()]


def _given(text: str) -> Iterator[Given]:
    bars = list(BAR.finditer(text))
    for bar, after in zip_longest(bars, bars[1:]):
        content = (
            text[bar.end() : after.start() if after else len(text)].strip().replace("\\|", "|")
        )
        width, _, height = (bar["span"] or "1").partition(".")
        for _ in range(min(int(bar["times"] or 1), LARGEST_SPAN)):
            yield Given(content, _span(width), _span(height), (bar["spec"] or "").endswith("h"))


def _span(stated: str) -> int:
    return max(1, min(LARGEST_SPAN, int(stated or 1)))


def _columns(lines: list[str], stated: BlockAttributes) -> int:
    """How many columns there are: as stated, else as many as the first row has on its line."""
    if columns := stated.named.get("cols", ""):
        parts = [part for part in re.split(r"[,;]", columns) if part.strip()]
        times = (COLUMNS.match(part.strip()) for part in parts)
        return sum(min(int(found["times"]), LARGEST_SPAN) if found else 1 for found in times)
    first = next((line for line in lines if line.strip()), "")
    return sum(cell.width for cell in _given(first))


def _has_head(lines: list[str]) -> bool:
    """A row right below the delimiter with an empty line after it is the head."""
    return len(lines) > 2 and bool(lines[0].strip()) and not lines[1].strip()


def _placed(given: list[Given], columns: int) -> Iterator[tuple[int, int, Given]]:
    """Each cell with its row and column; those that higher cells cover are passed over."""
    row = column = 0
    covered: set[tuple[int, int]] = set()
    for cell in given:
        while column >= columns or (row, column) in covered:
            covered.discard((row, column))
            row, column = (row, column + 1) if column < columns else (row + 1, 0)
        yield row, column, cell
        if len(covered) < CELLS_AT_MOST:
            covered |= {
                (row + below, column + right)
                for below in range(1, cell.height)
                for right in range(min(cell.width, columns))
            }
        column += cell.width
