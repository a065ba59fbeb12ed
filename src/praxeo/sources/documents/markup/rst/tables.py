"""Tables of reStructuredText: grids with spans, simple ones, lists and CSV all come in one shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.rst.inline import flat, words_in

CELLS_AT_MOST = 50_000


def add_table(table: Any, blocks: BlockList) -> None:
    """Append the caption of a table and its cells."""
    for title in table.findall(nodes.title):
        blocks.add("caption", flat(nodes.container("", title), blocks))
    cells = list(_cells(table, blocks))
    blocks.add_table(cells[:CELLS_AT_MOST])


def _cells(table: Any, blocks: BlockList) -> Iterator[Cell]:
    rows = list(table.findall(nodes.row))
    stubs = [bool(spec.get("stub")) for spec in table.findall(nodes.colspec)]
    covered: dict[int, int] = {}  # column → rows below that a span still covers
    for number, row in enumerate(rows):
        in_head = isinstance(row.parent, nodes.thead)
        column, below = 0, {at: left - 1 for at, left in covered.items() if left > 1}
        for entry in row.findall(nodes.entry):
            if entry.parent is not row:  # of a table within a cell
                continue
            while covered.get(column, 0) > 0:
                column += 1
            width, height = 1 + entry.get("morecols", 0), 1 + entry.get("morerows", 0)
            is_stub = column < len(stubs) and stubs[column]
            words = words_in(entry, blocks)
            yield Cell(
                text=words.text,
                marks=words.marks,
                row=number,
                column=column,
                row_span=height,
                column_span=width,
                header=in_head or is_stub,
            )
            if height > 1:
                below.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        covered = below
