"""Reads the cells of a ruled table from its crossing lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.tables.columns import column_of, split_line
from praxeo.sources.documents.pdf.tables.rulings import Line
from praxeo.sources.documents.pdf.tables.sketch import PlacedCell
from praxeo.sources.documents.pdf.tables.tokens import Token, text_lines

SNAP = 4.0  # points; boundaries nearer than this are one
OPEN_EDGE = 8.0  # points by which lines stick out to show a column or row without border
MIN_LABELS = 3  # lines beside as many rows that are labels of these
MAX_WORK = 1_000_000  # rows times columns times lines; more is a drawing, not a table


class Lattice(NamedTuple):
    """Boundaries of rows (`ys`) and columns (`xs`), and which of them are drawn where.

    `across[i][j]` says that boundary ys[i] is drawn over column j; `down[j][i]` that boundary
    xs[j] is drawn beside row i. `open_sides` says whether the left and the right border are missing.
    """

    xs: list[float]
    ys: list[float]
    across: list[list[bool]]
    down: list[list[bool]]
    open_sides: tuple[bool, bool] = (False, False)

    @property
    def box(self) -> Box:
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def size(self) -> float:
        """Square points that the lattice takes."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def read_lattice(horizontal: Sequence[Line], vertical: Sequence[Line]) -> Lattice | None:
    """The boundaries that a group of crossing lines draws; None if they enclose nothing."""
    first, last = horizontal[0].at, horizontal[-1].at
    if last - first < SNAP and not all(
        line.start < first - OPEN_EDGE and line.end > last + OPEN_EDGE for line in vertical
    ):
        return None  # one line, and none that crosses it: rows above and below it have no side in common
    xs = _positions([line.at for line in vertical], [(h.start, h.end) for h in horizontal])
    ys = _positions([line.at for line in horizontal], [(v.start, v.end) for v in vertical])
    atoms = len(xs) * len(ys)
    if len(xs) < 2 or len(ys) < 2 or atoms * (len(horizontal) + len(vertical)) > MAX_WORK:
        return None
    across = [[_drawn(horizontal, y, xs[j], xs[j + 1]) for j in range(len(xs) - 1)] for y in ys]
    down = [[_drawn(vertical, x, ys[i], ys[i + 1]) for i in range(len(ys) - 1)] for x in xs]
    open_sides = (not any(down[0]), not any(down[-1]))
    for edge in (0, -1):
        across[edge] = [True] * (len(xs) - 1)
        down[edge] = [True] * (len(ys) - 1)
    return Lattice(xs, ys, across, down, open_sides)


def with_columns(lattice: Lattice, separators: Sequence[float]) -> Lattice:
    """The lattice with further column boundaries that are not drawn anywhere."""
    xs, down, across = list(lattice.xs), list(lattice.down), [list(row) for row in lattice.across]
    for x in separators:
        if x in xs:
            continue
        at = sum(other < x for other in xs)
        xs.insert(at, x)
        down.insert(at, [False] * (len(lattice.ys) - 1))
        for row in across:
            row.insert(at, row[at - 1])
    return Lattice(xs, lattice.ys, across, down, lattice.open_sides)


def _positions(lines: list[float], extents: list[tuple[float, float]]) -> list[float]:
    """Boundary positions: where lines stand, and where crossing lines stick out past them."""
    found: list[list[float]] = []
    for at in sorted(lines):
        if found and at - found[-1][-1] <= SNAP:
            found[-1].append(at)
        else:
            found.append([at])
    positions = [sum(group) / len(group) for group in found]
    first = min(start for start, _ in extents)
    last = max(end for _, end in extents)
    if positions and first < positions[0] - OPEN_EDGE:
        positions.insert(0, first)
    if positions and last > positions[-1] + OPEN_EDGE:
        positions.append(last)
    return positions


def _drawn(lines: Sequence[Line], at: float, start: float, end: float) -> bool:
    return any(abs(line.at - at) <= SNAP and line.covers(start, end) for line in lines)


def merged_cells(lattice: Lattice) -> list[tuple[int, int, int, int]]:
    """Cells as (top, bottom, left, right) atoms: atoms with no line between them are one."""
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    owner: dict[tuple[int, int], int] = {}
    cells: list[tuple[int, int, int, int]] = []
    for i in range(rows):
        for j in range(columns):
            if (i, j) in owner:
                continue
            right = j
            while (
                right + 1 < columns
                and not lattice.down[right + 1][i]
                and (i, right + 1) not in owner
            ):
                right += 1
            bottom = i
            while bottom + 1 < rows and _open_below(lattice, bottom, j, right, owner):
                bottom += 1
            for row in range(i, bottom + 1):
                for column in range(j, right + 1):
                    owner[row, column] = len(cells)
            cells.append((i, bottom, j, right))
    return cells


def _open_below(
    lattice: Lattice, row: int, left: int, right: int, owner: dict[tuple[int, int], int]
) -> bool:
    """Whether the cell over columns left..right goes on from `row` to the row below."""
    columns = range(left, right + 1)
    if any(lattice.across[row + 1][column] or (row + 1, column) in owner for column in columns):
        return False
    below = lattice.down
    inner = any(below[column][row + 1] for column in range(left + 1, right + 1))
    edges = below[left][row + 1] and below[right + 1][row + 1]
    return edges and not inner


def fill_lattice(lattice: Lattice, tokens: Sequence[Token]) -> list[PlacedCell]:
    """The cells with the tokens whose middle lies in them."""
    cells = merged_cells(lattice)
    held: list[list[Token]] = [[] for _ in cells]
    where = {
        (row, column): index
        for index, (top, bottom, left, right) in enumerate(cells)
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for token in tokens:
        row = _row_of(token, lattice)
        column = _slot((token.left + token.right) / 2, lattice.xs)
        if (row, column) in where:
            held[where[row, column]].append(token)
    placed: list[PlacedCell] = []
    for (top, bottom, left, right), found in zip(cells, held, strict=True):
        if _labels_rows(lattice, (top, bottom, left, right), found):
            for row in range(top, bottom + 1):
                held_here = tuple(token for token in found if _row_of(token, lattice) == row)
                placed.append(
                    PlacedCell(top=row, bottom=row, left=left, right=right, tokens=held_here)
                )
            continue
        for first, last, part in _parts(found, lattice.xs, left, right):
            placed.append(
                PlacedCell(top=top, bottom=bottom, left=first, right=last, tokens=tuple(part))
            )
    return placed


def _labels_rows(
    lattice: Lattice, cell: tuple[int, int, int, int], tokens: Sequence[Token]
) -> bool:
    """Whether a column outside the grid holds one line beside each of its rows: their labels."""
    top, bottom, left, right = cell
    open_left, open_right = lattice.open_sides
    outside = (open_left and left == 0) or (open_right and right == len(lattice.xs) - 2)
    if not outside or bottom - top + 1 < MIN_LABELS:
        return False
    rows = [{_row_of(token, lattice) for token in line.tokens} for line in text_lines(tokens)]
    return sorted(row for held in rows for row in held) == list(range(top, bottom + 1))


def _row_of(token: Token, lattice: Lattice) -> int:
    return _slot((token.top + token.bottom) / 2, lattice.ys)


def _parts(
    tokens: list[Token], xs: Sequence[float], left: int, right: int
) -> list[tuple[int, int, list[Token]]]:
    """A cell over columns left..right, cut where its text stands in those columns line by line.

    Some tables rule their columns in the header only.
    """
    whole = [(left, right, tokens)]
    rows = [split_line(line) for line in text_lines(tokens)] if right > left else []
    if not any(len(row) > 1 for row in rows):
        return whole
    parts: dict[int, list[Token]] = {}
    inner = xs[left + 1 : right + 1]
    for row in rows:
        for piece in row:
            if any(piece.left < x < piece.right for x in inner):
                return whole
            at = left + column_of((piece.left + piece.right) / 2, inner)
            parts.setdefault(at, []).extend(piece.tokens)
    return [(at, at, part) for at, part in sorted(parts.items())]


def _slot(value: float, boundaries: list[float]) -> int:
    return bisect_right(boundaries, value) - 1
