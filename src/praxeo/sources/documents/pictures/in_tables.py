"""Pictures in the cells of tables: after their table, or, where the table only arranges them, in its place."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.domain.blocks import Block, Cell
from praxeo.sources.documents.block_list import BlockList

CAPTION_CHARACTERS_MAX = 400


def add_table_with_figures(
    cells: Sequence[Cell], figures: Sequence[Sequence[Block]], blocks: BlockList
) -> None:
    """Append a table and the figures in its cells; `figures` holds those of each cell, in the order of `cells`."""
    if not any(figures):
        blocks.add_table(cells)
    elif (below := _captions(cells, figures)) is not None:
        for cell, found in zip(cells, figures, strict=True):
            for number, figure in enumerate(found, 1):
                blocks.add_block(figure)
                if number == len(found) and (caption := below.get((cell.row, cell.column))):
                    blocks.add("caption", caption)
    else:
        blocks.add_table(cells)
        for found in figures:
            for figure in found:
                blocks.add_block(figure)


def _captions(
    cells: Sequence[Cell], figures: Sequence[Sequence[Block]]
) -> dict[tuple[int, int], str] | None:
    """The text of or under each cell with figures by its row and column; None where there is other text."""
    pictured = {(c.row, c.column): c for c, found in zip(cells, figures, strict=True) if found}
    captions: dict[tuple[int, int], str] = {}
    for cell in cells:
        if not cell.text.strip():
            continue
        above = next(
            (
                place
                for place, other in pictured.items()
                if place == (cell.row, cell.column)
                or (place[0] + other.row_span == cell.row and place[1] == cell.column)
            ),
            None,
        )
        if above is None or above in captions or len(cell.text) > CAPTION_CHARACTERS_MAX:
            return None
        captions[above] = cell.text
    return captions
