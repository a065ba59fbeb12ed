"""Tables of Org: rows of bars; what stands above the first rule is the head."""

from __future__ import annotations

from collections.abc import Callable

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.cell_words import CellWords
from praxeo.sources.documents.markup.org.lines import RULE, WIDTHS

CELLS_AT_MOST = 50_000


def table_cells(lines: list[str], read: Callable[[str], CellWords]) -> list[Cell]:
    """The cells of the lines of a table; `read` gives the words of one."""
    rows: list[list[str]] = []
    head = 0
    for line in lines:
        if RULE.match(line):
            head = head or len(rows)
            continue
        texts = [text.strip() for text in line.strip().strip("|").split("|")]
        if not all(WIDTHS.fullmatch(text) or not text for text in texts):
            rows.append(texts)
    head = head if head < len(rows) else 0
    cells = [
        Cell(**read(text)._asdict(), row=row, column=column, header=row < head)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    ]
    return cells[:CELLS_AT_MOST]
