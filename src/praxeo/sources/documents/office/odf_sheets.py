"""The sheets of an OpenDocument spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.hidden_cells import LAST_COLUMN, HiddenColumns, rows_left_out
from praxeo.sources.documents.office.sheet_areas import Grid, add_areas
from praxeo.sources.documents.word_count import words_of
from praxeo.sources.documents.xml_tree import attribute, children, local

CELL_LIMIT = 200_000
REPEAT_LIMIT = 1_000_000
COPY_LIMIT = 200
NUMBERS = {"float", "percentage", "currency", "date", "time"}


def add_sheet(table: Any, blocks: BlockList, text_of: Callable[[Any], str]) -> None:
    """Append a sheet's name and its filled areas."""
    name = attribute(table, "name")
    if name and not name.lower().startswith(("sheet", "tabelle", "feuille")):
        blocks.ledger.words_seen += words_of((name,))
        blocks.add("heading", name, level=1)
    grid, hidden = Grid(), Grid()
    columns = _hidden_columns(table)
    row = 0
    for node in table.iter():
        if local(node) != "table-row":
            continue
        unseen = attribute(node, "visibility") in ("collapse", "filter")
        _row(node, row, hidden if unseen else grid, text_of)
        row += _repeat(node, "number-rows-repeated")
        if len(grid.texts) > CELL_LIMIT:
            blocks.warn(
                "cut_off",
                f"Only the first {CELL_LIMIT:,} filled cells were read.",
                details={"limit": CELL_LIMIT},
            )
            break
    columns.move(grid, hidden)
    add_areas(grid, blocks)
    if hidden.texts:
        blocks.warn(*rows_left_out(len({at for at, _ in hidden.texts})))
    with blocks.aside("hidden"):
        add_areas(hidden, blocks)


def _hidden_columns(table: Any) -> HiddenColumns:
    found, at = HiddenColumns(), 0
    for node in table.iter("{*}table-column"):
        count = min(_repeat(node, "number-columns-repeated"), LAST_COLUMN)
        if attribute(node, "visibility") in ("collapse", "filter") and at < LAST_COLUMN:
            found.numbers.update(range(at, min(at + count, LAST_COLUMN)))
        at += count
    return found


def _row(node: Any, row: int, grid: Grid, text_of: Callable[[Any], str]) -> None:
    column = 0
    for cell in node:
        if local(cell) not in ("table-cell", "covered-table-cell"):
            continue
        repeat = _repeat(cell, "number-columns-repeated")
        text = "\n".join(text_of(p) for p in children(cell, "p")).strip()
        if text:
            for at in range(min(repeat, COPY_LIMIT)):
                grid.put(row, column + at, text, attribute(cell, "value-type") in NUMBERS)
            down, across = (
                _repeat(cell, "number-rows-spanned"),
                _repeat(cell, "number-columns-spanned"),
            )
            if down > 1 or across > 1:
                grid.merges[row, column] = (row + down - 1, column + across - 1)
        column += repeat


def _repeat(node: Any, name: str) -> int:
    value = attribute(node, name)
    return max(1, min(REPEAT_LIMIT, int(value))) if value.isdigit() and len(value) < 9 else 1
