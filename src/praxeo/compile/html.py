"""Blocks of a source and Markdown of an editor as HTML that can do nothing but be read."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from praxeo.domain.blocks import Block, Mark, MarkStyle

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

HIGHEST_PROSE_HEADING = 3  # above it stand the app's title and the section's
_ELEMENTS: dict[MarkStyle, str] = {
    "strong": "strong",
    "emphasis": "em",
    "code": "code",
    "raised": "sup",
    "lowered": "sub",
    "note": "sup",
}
_ALLOWED_ELEMENTS = frozenset(
    {"p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "hr"}
    | {"h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
)
_ALLOWED_ATTRIBUTES = {"ol": {"start"}}
_SHOWN_ADDRESSES = ("http://", "https://", "mailto:")

Row = list[dict[str, object]]


def block_html(block: Block) -> str:
    """The words of a block with its marks as elements; everything else is escaped."""
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
        )
    return [rows.get(number, []) for number in range(min(rows), max(rows) + 1)]


def _cell(text: str, *, header: bool, row_span: int = 1, column_span: int = 1) -> dict[str, object]:
    return {"text": text, "header": header, "row_span": row_span, "column_span": column_span}


# Where a sentence is marked, the runtime says in the app's language that the source does not say this.
UNSUPPORTED_NOTE = '<span class="unsupported" data-unsupported=""></span>'
_UNSUPPORTED = re.compile(r"([.!?…。！？\"'”’»)\]}>]) ?\{unsupported\}")


def prose_html(markdown: str) -> str:
    """An editor's Markdown as HTML without active content, pictures or links."""
    if not markdown:
        return ""
    import nh3
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.add_render_rule("link_open", _nothing)
    reader.add_render_rule("link_close", _address)
    reader.add_render_rule("image", _picture_words)
    environment: dict[str, Any] = {}
    tokens = reader.parse(markdown, environment)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{max(HIGHEST_PROSE_HEADING, int(token.tag[1:]))}"
        if token.type in {"th_open", "td_open"}:
            token.attrs = {}
    made = reader.renderer.render(tokens, reader.options, environment)
    cleaned = nh3.clean(
        made, tags=set(_ALLOWED_ELEMENTS), attributes=_ALLOWED_ATTRIBUTES, link_rel=None
    ).strip()
    return _UNSUPPORTED.sub(r"\1" + UNSUPPORTED_NOTE, cleaned)


def plain_paragraphs(prose: str) -> str:
    """Paragraphs of plain text, each on one line, an empty line between them."""
    paragraphs = (" ".join(part.split()) for part in prose.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _nothing(
    _renderer: RendererHTML,
    _tokens: Sequence[Token],
    _place: int,
    _options: Any,
    _environment: MutableMapping[str, Any],
) -> str:
    return ""


def _address(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    place: int,
    _options: Any,
    _environment: MutableMapping[str, Any],
) -> str:
    """After the words of a link its address, unless the words are the address."""
    opened = max(at for at in range(place) if tokens[at].type == "link_open")
    address = str(tokens[opened].attrs.get("href", ""))
    words = "".join(token.content for token in tokens[opened:place])
    if not address.startswith(_SHOWN_ADDRESSES) or words in address:
        return ""
    return f" ({html.escape(address)})"


def _picture_words(
    _renderer: RendererHTML,
    tokens: Sequence[Token],
    place: int,
    _options: Any,
    _environment: MutableMapping[str, Any],
) -> str:
    return html.escape(tokens[place].content)
