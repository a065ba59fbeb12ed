"""The grid of a table whose rows say where their cells end: in .doc and RTF each row is drawn for itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from praxeo.domain.blocks import Block, Cell
from praxeo.sources.documents.cell_words import words_of_blocks
from praxeo.sources.documents.office.made_by_hand import is_bold

CELL_LIMIT = 100_000
SAME_EDGE_TWIPS = 25  # 1/20 point; edges that are meant to be one differ by rounding

Vertical = Literal["", "first", "continues"]


@dataclass(frozen=True, kw_only=True)
class RowShape:
    """How a row is drawn: the edges of its cells from left to right in twips, one more than it has cells.

    `joined` are the cells that continue the one to their left, `vertical` says of a cell whether it
    begins or continues one over several rows. `header` rows are repeated on each page.
    """

    edges: tuple[int, ...] = ()
    joined: frozenset[int] = frozenset()
    vertical: tuple[Vertical, ...] = ()
    header: bool = False


@dataclass(kw_only=True)
class DrawnRow:
    """A row with what its cells hold."""

    cells: list[list[Block]] = field(default_factory=list)
    shape: RowShape = field(default_factory=RowShape)


def grid_cells(rows: Sequence[DrawnRow]) -> list[Cell]:
    """The cells of a table; edges that several rows share are the borders of its columns."""
    columns = _columns(row.shape.edges for row in rows if len(row.cells) < len(row.shape.edges))
    cells: list[Cell] = []
    open_cells: dict[int, int] = {}  # the cell over several rows in each column
    for at, row in enumerate(rows):
        _add_row(cells, open_cells, at, row, columns, rows_follow=len(rows) > 1)
        if len(cells) > CELL_LIMIT:
            break
    return cells


def _columns(edges_of_rows: Iterable[tuple[int, ...]]) -> dict[int, int]:
    """The number of the border that each edge is."""
    columns: dict[int, int] = {}
    number, last = -1, None
    for edge in sorted({edge for edges in edges_of_rows for edge in edges}):
        if last is None or edge - last > SAME_EDGE_TWIPS:
            number, last = number + 1, edge
        columns[edge] = number
    return columns


def _add_row(
    cells: list[Cell],
    open_cells: dict[int, int],
    at: int,
    row: DrawnRow,
    columns: dict[int, int],
    *,
    rows_follow: bool,
) -> None:
    shape = row.shape
    first = len(cells)
    drawn = len(row.cells) < len(shape.edges)
    header = shape.header or (at == 0 and rows_follow and all(map(_is_bold, row.cells)))
    for index, blocks in enumerate(row.cells):
        words = words_of_blocks(blocks)
        column = columns[shape.edges[index]] if drawn else index
        span = max(1, columns[shape.edges[index + 1]] - column) if drawn else 1
        vertical = shape.vertical[index] if index < len(shape.vertical) else ""
        if index in shape.joined and not words.text and len(cells) > first:
            cells[-1] = replace(cells[-1], column_span=cells[-1].column_span + span)
        elif vertical == "continues" and not words.text and column in open_cells:
            above = open_cells[column]
            cells[above] = replace(cells[above], row_span=at - cells[above].row + 1)
        else:
            open_cells.pop(column, None)
            if vertical:
                open_cells[column] = len(cells)
            placed = Cell(**words._asdict(), row=at, column=column, column_span=span)
            cells.append(replace(placed, header=header))


def _is_bold(blocks: list[Block]) -> bool:
    return all(is_bold(block) for block in blocks)
