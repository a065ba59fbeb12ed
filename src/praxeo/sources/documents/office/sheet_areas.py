"""Cuts a sheet into the areas that a person sees: tables parted by empty rows, and single notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.block_list import BlockList

Place = tuple[int, int]

SAME_ROWS_SHARE = 0.75


@dataclass(kw_only=True)
class Grid:
    """The filled cells of a sheet by row and column, and the merged ranges by their first cell."""

    texts: dict[Place, str] = field(default_factory=dict)
    numbers: set[Place] = field(default_factory=set)
    merges: dict[Place, Place] = field(default_factory=dict)

    def put(self, row: int, column: int, text: str, is_number: bool) -> None:
        """Fill a cell."""
        self.texts[row, column] = text
        if is_number:
            self.numbers.add((row, column))


def add_areas(grid: Grid, blocks: BlockList) -> None:
    """Append every area between empty rows and columns: as a table, or as paragraphs if narrow."""
    for area in _areas(grid, sorted(grid.texts)):
        columns = {column for _, column in area}
        if len(columns) == 1:
            for place in area:
                blocks.add("paragraph", grid.texts[place].strip())
        else:
            blocks.add_table(_cells(grid, area))


def _areas(grid: Grid, places: list[Place]) -> list[list[Place]]:
    """Cut at empty rows, then each part at empty columns, until nothing is left to cut."""
    for axis in (0, 1):
        parts = _cut(grid, places, axis)
        if axis:
            parts = _joined(parts)
        if len(parts) > 1:
            return [area for part in parts for area in _areas(grid, sorted(part))]
    return [places] if places else []


def _cut(grid: Grid, places: list[Place], axis: int) -> list[list[Place]]:
    """The places in runs along an axis, parted where no cell nor merged range stands."""
    parts: list[list[Place]] = []
    reach = -1
    for place in sorted(places, key=lambda p: p[axis]):
        if not parts or place[axis] > reach + 1:
            parts.append([])
        parts[-1].append(place)
        reach = max(reach, place[axis], grid.merges.get(place, place)[axis])
    return parts


def _joined(parts: list[list[Place]]) -> list[list[Place]]:
    """Parts side by side that fill mostly the same rows are one table with a narrow gap."""
    joined: list[list[Place]] = []
    for part in parts:
        rows = {row for row, _ in part}
        before = {row for row, _ in joined[-1]} if joined else set()
        if len(rows & before) > SAME_ROWS_SHARE * len(rows | before):
            joined[-1].extend(part)
        else:
            joined.append(part)
    return joined


def _cells(grid: Grid, band: list[Place]) -> list[Cell]:
    rows, columns = sorted({row for row, _ in band}), sorted({column for _, column in band})
    header = _has_header(grid, band, rows[0], len(columns))
    cells = []
    for place in band:
        row, column = place
        last_row, last_column = grid.merges.get(place, place)
        at_row, at_column = bisect_left(rows, row), bisect_left(columns, column)
        cells.append(
            Cell(
                text=grid.texts[place].strip(),
                row=at_row,
                column=at_column,
                row_span=max(1, bisect_right(rows, last_row) - at_row),
                column_span=max(1, bisect_right(columns, last_column) - at_column),
                header=header and at_row == 0,
            )
        )
    return cells


def _has_header(grid: Grid, band: list[Place], first: int, width: int) -> bool:
    """A first row of words above at least one more row heads the table."""
    top = [place for place in band if place[0] == first]
    return (
        len(band) > len(top)
        and not any(place in grid.numbers for place in top)
        and len(top) * 2 >= width
    )
