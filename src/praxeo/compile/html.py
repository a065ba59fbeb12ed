"""Blocks of a source as HTML that can do nothing but be read."""

from __future__ import annotations

import html
import itertools
from typing import Any

from praxeo.domain.blocks import Block, Cell, Mark, MarkStyle

_ELEMENTS: dict[MarkStyle, str] = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "raised": "sup",
    "lowered": "sub",
    "note": "sup",
}
Row = list[dict[str, object]]


def block_html(block: Block | Cell) -> str:
    """The words of a block or cell with its marks as elements; everything else is escaped."""
    text = block.text
    edges = sorted({0, len(text), *(edge for mark in block.marks for edge in _clip(mark, text))})
    parts: list[str] = []
    for start, end in itertools.pairwise(edges):
        part = html.escape(text[start:end], quote=False)
        if shown := next((m for m in block.marks if m.formula and m.start <= start < m.end), None):
            # Whatever parts a formula, it is shown whole, where it begins.
            parts.append(_formula_html(shown) or part if start == shown.start else "")
            continue
        for style, element in reversed(_ELEMENTS.items()):
            if any(m.style == style and m.start <= start and end <= m.end for m in block.marks):
                part = f"<{element}>{part}</{element}>"
        parts.append(part)
    return "".join(parts)


def _formula_html(mark: Mark) -> str:
    """A formula as MathML that is written anew, so that a stored one can do nothing either; "" if it cannot be."""
    from praxeo.sources.formulas.allowed import shown_again

    return shown_again(mark.formula.mathml) if mark.formula else ""


def _clip(mark: Any, text: str) -> tuple[int, int]:
    return max(0, min(mark.start, len(text))), max(0, min(mark.end, len(text)))


def table_rows(block: Block) -> list[Row]:
    """The cells of a table row by row; a table without cells gets them from its lines."""
    if not block.cells:
        return [
            [_cell(text, header=False) for text in line.split(" | ")]
            for line in block.text.split("\n")
        ]
    rows: dict[int, Row] = {}
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(
            _cell(
                cell.text,
                header=cell.header,
                row_span=cell.row_span,
                column_span=cell.column_span,
            )
            | ({"html": _cell_html(cell)} if cell.marks or "\n" in cell.text else {})
        )
    return [rows.get(number, []) for number in range(min(rows), max(rows) + 1)]


def _cell_html(cell: Cell) -> str:
    """The words of a cell whose text alone would not show them all."""
    return block_html(cell).replace("\n", "<br>")


def _cell(text: str, *, header: bool, row_span: int = 1, column_span: int = 1) -> dict[str, object]:
    return {"text": text, "header": header, "row_span": row_span, "column_span": column_span}
