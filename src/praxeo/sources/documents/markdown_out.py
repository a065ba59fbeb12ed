"""Writes an extraction as Markdown or as plain text, for people and for other programs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from praxeo.domain.blocks import Block, Cell, Extraction, Mark, Picture

MARKERS = {"strong": "**", "emphasis": "*", "code": "`"}
SPECIAL = re.compile(r"([\\`*_\[\]<>])")
LINE_START = re.compile(r"^(\s*(?:\d+(?=[.)]\s))?)([.)]\s|#{1,6}\s|[-+]\s|>|\||~~~|===|---)")


def render_markdown(extraction: Extraction) -> str:
    """The blocks as Markdown: pipe tables, or HTML tables where cells span."""
    parts: list[str] = []
    previous: Block | None = None
    for block in extraction.blocks:
        separator = "\n" if _same_list(previous, block) else "\n\n"
        parts.append((separator if previous else "") + _render(block))
        previous = block
    return "".join(parts) + ("\n" if parts else "")


def render_text(extraction: Extraction) -> str:
    """The blocks as plain text, one blank line between them; of a figure what is said of it."""
    texts = [text for block in extraction.blocks if (text := _plain(block))]
    return "\n\n".join(texts) + ("\n" if texts else "")


def picture_file(picture: Picture) -> str:
    """What the file of a picture is called beside the Markdown that shows it."""
    return f"{picture.content_hash[:16]}.webp"


def _plain(block: Block) -> str:
    if block.picture:
        said = (block.text, block.picture.alt and f"[{block.picture.alt}]", block.picture.credit)
        return "\n".join(filter(None, said))
    return f"{block.number} {block.text}" if block.number else block.text


def _same_list(previous: Block | None, block: Block) -> bool:
    return previous is not None and previous.kind == block.kind == "list_item"


def _render(block: Block) -> str:
    if block.kind == "heading":
        return f"{'#' * max(1, min(block.level, 6))} {_one_line(_escape(block.text))}"
    if block.kind == "table":
        return "\n".join(_table(block.cells))
    if block.kind == "code":
        fence = "````" if "```" in block.text else "```"
        return f"{fence}{block.language}\n{block.text}\n{fence}"
    text = _one_line(_marked(block.text, block.marks))
    if block.picture:
        shown = _escape(block.picture.alt)
        if block.picture.content_hash:
            shown = f"![{shown}]({picture_file(block.picture)})"
        return "\n\n".join(filter(None, (shown, text, _escape(block.picture.credit))))
    if block.kind == "list_item":
        return f"{'  ' * (max(block.level, 1) - 1)}{_list_marker(block)} {text}"
    return LINE_START.sub(r"\1\\\2", text)


def _list_marker(block: Block) -> str:
    """The printed number where it has one (Markdown keeps only digits as a list), else a dash."""
    if not block.number:
        return "-"
    return (
        block.number if re.fullmatch(r"\d{1,9}[.)]", block.number) else f"- {_escape(block.number)}"
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _escape(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text)


def _marked(text: str, marks: Sequence[Mark]) -> str:
    """The text with its marks; of marks that overlap the outer one wins."""
    parts: list[str] = []
    at = 0
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        inner = text[mark.start : mark.end]
        if mark.start < at or not inner.strip():
            continue
        lead = len(inner) - len(inner.lstrip())
        tail = len(inner.rstrip())
        start, end = mark.start + lead, mark.start + tail
        if mark.formula and mark.formula.tex:
            dollars = "$$" if 'display="block"' in mark.formula.mathml[:30] else "$"
            parts += [_escape(text[at:start]), dollars, mark.formula.tex, dollars]
            at = end
            continue
        marker = MARKERS.get(mark.style, "")
        body = text[start:end] if mark.style == "code" else _escape(text[start:end])
        parts += [_escape(text[at:start]), marker, body, marker]
        at = end
    parts.append(_escape(text[at:]))
    return "".join(parts)


def _table(cells: Sequence[Cell]) -> Iterator[str]:
    if not cells:
        return
    rows = max(cell.row + cell.row_span for cell in cells)
    columns = max(cell.column + cell.column_span for cell in cells)
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in cells):
        yield from _html_table(cells, rows, columns)
        return
    grid = [[""] * columns for _ in range(rows)]
    for cell in cells:
        lines = _marked(cell.text, cell.marks).split("\n")
        grid[cell.row][cell.column] = "<br>".join(map(_one_line, lines)).replace("|", "\\|")
    for number, row in enumerate(grid):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"|{' --- |' * columns}"


def _html_table(cells: Sequence[Cell], rows: int, columns: int) -> Iterator[str]:
    """Markdown has no spans, but lets HTML stand for a table."""
    starts = {(cell.row, cell.column): cell for cell in cells}
    taken = {
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    yield "<table>"
    for row in range(rows):
        parts: list[str] = []
        for column in range(columns):
            cell = starts.get((row, column))
            if cell is not None:
                parts.append(_html_cell(cell))
            elif (row, column) not in taken:
                parts.append("<td></td>")
        yield f"<tr>{''.join(parts)}</tr>"
    yield "</table>"


def _html_cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = ""
    if cell.row_span > 1:
        spans += f' rowspan="{cell.row_span}"'
    if cell.column_span > 1:
        spans += f' colspan="{cell.column_span}"'
    return f"<{tag}{spans}>{escape(_one_line(cell.text), quote=False)}</{tag}>"
