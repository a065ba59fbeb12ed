"""The record of a table that was found on a page."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.blocks import Box, Cell


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table: where it stands, its cells by row and column, and the words it is made of.

    `words` are indexes into `Page.words`: the words whose text stands in the cells, and the dot
    leaders between them.
    Cells without text are left out. `columns` says from where to where the texts of each column stand, where
    each has a cell of its own.
    """

    box: Box
    cells: tuple[Cell, ...]
    words: frozenset[int]
    columns: tuple[tuple[float, float], ...] = ()
