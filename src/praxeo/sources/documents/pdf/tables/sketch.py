"""The rows and columns of a table in the making, and how they become a finished table."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.pdf.tables.table import Table
from praxeo.sources.documents.pdf.tables.tokens import Token, joined


@dataclass(frozen=True, kw_only=True, slots=True)
class PlacedCell:
    """Tokens of one cell with the rows and columns it covers (last ones included)."""

    top: int
    bottom: int
    left: int
    right: int
    tokens: tuple[Token, ...]
    header: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Sketch:
    """All cells of a table, before empty rows and columns are dropped."""

    cells: tuple[PlacedCell, ...]
    ruled: bool = False

    @property
    def rows(self) -> int:
        return len({cell.top for cell in self.cells})

    @property
    def columns(self) -> int:
        return len({cell.left for cell in self.cells})


def finish(sketch: Sketch) -> Table:
    """The finished table: rows and columns renumbered, texts joined, header cells marked."""
    cells = [cell for cell in sketch.cells if cell.tokens]
    rows = _order(cell.top for cell in cells)
    columns = _order(cell.left for cell in cells)
    done = tuple(
        Cell(
            text=joined(cell.tokens),
            row=rows[cell.top],
            column=columns[cell.left],
            row_span=_span(cell.top, cell.bottom, rows),
            column_span=_span(cell.left, cell.right, columns),
            header=cell.header,
        )
        for cell in sorted(cells, key=lambda item: (item.top, item.left))
    )
    tokens = [token for cell in cells for token in cell.tokens]
    return Table(
        box=(
            min(token.left for token in tokens),
            min(token.top for token in tokens),
            max(token.right for token in tokens),
            max(token.bottom for token in tokens),
        ),
        cells=done,
        words=frozenset(index for token in tokens for index in token.words),
        columns=_extents(cells, columns),
    )


def _extents(
    cells: Sequence[PlacedCell], columns: Iterable[int]
) -> tuple[tuple[float, float], ...]:
    """From where to where the texts of each column stand; empty where a column has no cell of its own."""
    found: dict[int, tuple[float, float]] = {}
    for cell in cells:
        if cell.left == cell.right:
            low, high = found.get(cell.left, (math.inf, -math.inf))
            left, right = min(t.left for t in cell.tokens), max(t.right for t in cell.tokens)
            found[cell.left] = (min(low, left), max(high, right))
    return tuple(found[at] for at in sorted(columns)) if found.keys() >= set(columns) else ()


def _order(starts: Iterable[int]) -> dict[int, int]:
    return {start: index for index, start in enumerate(sorted(set(starts)))}


def _span(first: int, last: int, order: dict[int, int]) -> int:
    return 1 if first == last else max(1, sum(first <= start <= last for start in order))


def without_overlaps(cells: Sequence[PlacedCell]) -> list[PlacedCell]:
    """The cells, with any that would cover another's place cut back to their first place."""
    taken: set[tuple[int, int]] = set()
    firsts: dict[tuple[int, int], int] = {}
    kept: list[PlacedCell] = []
    for cell in cells:
        at = (cell.top, cell.left)
        if at in firsts:
            other = kept[firsts[at]]
            kept[firsts[at]] = PlacedCell(
                top=other.top, bottom=other.bottom, left=other.left, right=other.right,
                tokens=(*other.tokens, *cell.tokens), header=other.header,
            )  # fmt: skip
            continue
        firsts[at] = len(kept)
        kept.append(cell)
    starts = set(firsts)
    done: list[PlacedCell] = []
    for cell in kept:
        area = {
            (row, column)
            for row in range(cell.top, cell.bottom + 1)
            for column in range(cell.left, cell.right + 1)
        }
        others = (area & starts) - {(cell.top, cell.left)}
        if others or area & taken:
            cell = PlacedCell(
                top=cell.top, bottom=cell.top, left=cell.left, right=cell.left,
                tokens=cell.tokens, header=cell.header,
            )  # fmt: skip
            area = {(cell.top, cell.left)}
        taken |= area
        done.append(cell)
    return done
