"""The grid of an OpenDocument table: cells with their spans, and which rows are heads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.cell_words import CellWords
from praxeo.sources.documents.xml_tree import attribute, local

SPAN_LIMIT = 1000
CELL_LIMIT = 100_000


def table_cells(table: Any, cell_text: Callable[[Any], CellWords]) -> list[Cell]:
    """The cells in order of their rows; `cell_text` is asked once for each of them, in the same order."""
    cells: list[Cell] = []
    for at, (row, header) in enumerate(_rows(table, header=False)):
        column = 0
        for node in row:
            if local(node) not in ("table-cell", "covered-table-cell"):
                continue
            if local(node) == "table-cell" and len(cells) < CELL_LIMIT:
                cells.append(
                    Cell(
                        **cell_text(node)._asdict(),
                        row=at,
                        column=column,
                        row_span=_span(node, "number-rows-spanned"),
                        column_span=_span(node, "number-columns-spanned"),
                        header=header,
                    )
                )
            column += _span(node, "number-columns-repeated")
    return cells


def _span(node: Any, name: str) -> int:
    """A whole number from 1 that an attribute states."""
    value = attribute(node, name)
    return max(1, min(SPAN_LIMIT, int(value))) if value.isdigit() and len(value) < 9 else 1


def _rows(table: Any, *, header: bool) -> list[tuple[Any, bool]]:
    found = []
    for node in table:
        name = local(node)
        if name == "table-row":
            found.append((node, header))
        elif name == "table-header-rows":
            found.extend(_rows(node, header=True))
        elif name in ("table-rows", "table-row-group"):
            found.extend(_rows(node, header=header))
    return found
