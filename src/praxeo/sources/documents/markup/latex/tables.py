"""Tables of LaTeX: rows, cells over several columns or rows, and the head above the first inner rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.cell_words import CellWords, words_of_inline
from praxeo.sources.documents.markup.latex.walk import Walk

RULES = frozenset(
    {
        "hline",
        "toprule",
        "midrule",
        "bottomrule",
        "cline",
        "cmidrule",
        "specialrule",
        "addlinespace",
    }
)
PAGES = frozenset({"endhead", "endfirsthead", "endfoot", "endlastfoot"})
CELLS_AT_MOST = 50_000


def add_table(walk: Walk, nodes: list[Any]) -> None:
    """Append the table that the nodes of a tabular are."""
    rows, head = _rows(nodes)
    cells: list[Cell] = []
    covered: dict[int, int] = {}
    for number, row in enumerate(rows):
        column, below = 0, {at: left - 1 for at, left in covered.items() if left > 1}
        for content in row:
            words, width, height = _cell(walk, content)
            if (
                covered.get(column, 0) > 0 and not words.text
            ):  # LaTeX leaves the place below a high cell empty
                column += width
                continue
            cells.append(
                Cell(
                    text=words.text,
                    marks=words.marks,
                    row=number,
                    column=column,
                    row_span=min(height, len(rows) - number),
                    column_span=width,
                    header=number < head,
                )
            )
            if height > 1:
                below.update(dict.fromkeys(range(column, column + width), height - 1))
            column += width
        covered = below
        if len(cells) > CELLS_AT_MOST:
            break
    walk.blocks.add_table(cells)


def _rows(nodes: list[Any]) -> tuple[list[list[list[Any]]], int]:
    """The cells of each row as nodes, and how many rows are the head."""
    rows: list[list[list[Any]]] = [[[]]]
    rules: list[int] = []
    for node in nodes:
        name = getattr(node, "macroname", "")
        if getattr(node, "specials_chars", "") == "&":
            rows[-1].append([])
        elif name in ("\\", "tabularnewline"):
            rows.append([[]])
        elif name in RULES:
            rules.append(len(rows) - 1)
        elif name not in PAGES and name != "caption":
            rows[-1][-1].append(node)
    filled = [number for number, row in enumerate(rows) if len(row) > 1 or _says(row[0])]
    inner = [rule for rule in dict.fromkeys(rules) if filled and filled[0] < rule <= filled[-1]]
    head = sum(1 for number in filled if number < inner[0]) if 0 < len(inner) < 3 else 0
    return [rows[number] for number in filled], head


def _says(nodes: list[Any]) -> bool:
    return any(node.latex_verbatim().strip() for node in nodes)


def _cell(walk: Walk, nodes: list[Any]) -> tuple[CellWords, int, int]:
    """The words of a cell, and how many columns and rows it covers."""
    width = height = 1
    for node in _spanning(nodes):
        stated = [a for a in _arguments(node) if a is not None]
        number = stated[0].latex_verbatim().strip("{} ") if len(stated) == 3 else ""
        count = int(number) if number.isdecimal() and len(number) < 4 else 1
        width, height = (
            (max(1, count), height) if node.macroname == "multicolumn" else (width, max(1, count))
        )
    return words_of_inline(walk.apart(nodes), walk.blocks), width, height


def _spanning(nodes: list[Any]) -> Iterator[Any]:
    for node in nodes:
        if getattr(node, "macroname", "") in ("multicolumn", "multirow"):
            yield node
            for inner in _arguments(node)[-1:]:
                yield from _spanning(getattr(inner, "nodelist", []))


def _arguments(node: Any) -> list[Any]:
    """Those of a macro; there are none where the text ends behind its name."""
    return node.nodeargd.argnlist if node.nodeargd else []
