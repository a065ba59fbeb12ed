"""The grid of a Word table: spans, header rows, and tables that are only there for layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.cell_words import CellWords
from praxeo.sources.documents.office.word_styles import flag
from praxeo.sources.documents.xml_tree import attribute, child, local

CELL_LIMIT = 100_000
SPAN_LIMIT = 1000

CellText = Callable[[Any], tuple[CellWords, bool]]


def table_cells(table: Any, cell_text: CellText) -> tuple[list[Cell], list[Any] | None]:
    """The cells of a table; or, for a table of a single column that only frames text, its cells
    as elements to be read as running text.
    """
    rows = _rows(table)
    if rows and all(len(_cells(row)) <= 1 for row in rows):
        return [], [cell for row in rows for cell in _cells(row)]
    return _Grid(cell_text).read(rows, _first_row_is_header(table)), None


def _rows(table: Any) -> list[Any]:
    found = []
    for node in table:
        name = local(node)
        if name == "tr":
            found.append(node)
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            found.extend(_rows(node))
    return found


def _cells(row: Any) -> list[Any]:
    found = []
    for node in row:
        name = local(node)
        if name == "tc":
            found.append(node)
        elif name in ("sdt", "sdtContent", "ins", "customXml"):
            found.extend(_cells(node))
    return found


def _first_row_is_header(table: Any) -> bool:
    """By the table's look, if it has a style that shows the first row in another way."""
    properties = child(table, "tblPr")
    look = child(properties, "tblLook")
    if look is None or child(properties, "tblStyle") is None:
        return False
    value = attribute(look, "val")
    stated = attribute(look, "firstRow")
    try:
        return stated in ("1", "true") if stated else bool(int(value or "0", 16) & 0x20)
    except ValueError:
        return False


class _Grid:
    def __init__(self, cell_text: CellText) -> None:
        self.cell_text = cell_text
        self.cells: list[Cell] = []
        self.open: dict[int, int] = {}

    def read(self, rows: list[Any], styled_header: bool) -> list[Cell]:
        for at, row in enumerate(rows):
            properties = child(row, "trPr")
            header = bool(flag(properties, "tblHeader"))
            self._row(at, row, header or (styled_header and at == 0 and len(rows) > 1), len(rows))
            if len(self.cells) > CELL_LIMIT:
                break
        return self.cells

    def _row(self, at: int, row: Any, header: bool, rows: int) -> None:
        column = _whole(child(child(row, "trPr"), "gridBefore"), 0)
        first = len(self.cells)
        bold = []
        for node in _cells(row):
            properties = child(node, "tcPr")
            span = _whole(child(properties, "gridSpan"), 1)
            merge = child(properties, "vMerge")
            if merge is not None and attribute(merge, "val") != "restart" and column in self.open:
                above = self.open[column]
                self.cells[above] = replace(
                    self.cells[above], row_span=self.cells[above].row_span + 1
                )
            else:
                words, is_bold = self.cell_text(node)
                bold.append(is_bold or not words.text)
                self.open.pop(column, None)
                if merge is not None:
                    self.open[column] = len(self.cells)
                self.cells.append(
                    Cell(**words._asdict(), row=at, column=column, column_span=span, header=header)
                )
            column += span
        if at == 0 and rows > 1 and bold and all(bold):
            self.cells[first:] = [replace(cell, header=True) for cell in self.cells[first:]]


def _whole(node: Any, default: int) -> int:
    value = attribute(node, "val") if node is not None else ""
    return (
        max(default, min(SPAN_LIMIT, int(value))) if value.isdigit() and len(value) < 9 else default
    )
