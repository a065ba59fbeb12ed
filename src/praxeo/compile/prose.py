"""Markdown of an editor as HTML that can do nothing but be read."""

from __future__ import annotations

import html
import re
from collections.abc import MutableMapping, Sequence
from typing import TYPE_CHECKING, Any

from praxeo.compile.code_colours import COLOUR_CLASSES, CodeColours
from praxeo.compile.prose_formulas import ProseFormulas, words_of_prose

if TYPE_CHECKING:
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

HIGHEST_PROSE_HEADING = 3  # above it stand the app's title and the section's
_ALLOWED_ELEMENTS = frozenset(
    {"p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "hr"}
    | {"span", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"}
)
_ALLOWED_ATTRIBUTES = {"ol": {"start"}}
_SHOWN_ADDRESSES = ("http://", "https://", "mailto:")

# Where a sentence is marked, the runtime says in the app's language that the source does not say this.
UNSUPPORTED_NOTE = '<span class="unsupported" data-unsupported=""></span>'
_UNSUPPORTED = re.compile(r"([.!?…。！？\"'”’»)\]}>]) ?\{unsupported\}")


def prose_html(markdown: str) -> str:
    """An editor's Markdown as HTML without active content, pictures or links."""
    if not markdown:
        return ""
    import nh3
    from markdown_it import MarkdownIt

    colours = CodeColours()
    options = {"html": False, "highlight": lambda code, language, _: colours.of(code, language)}
    reader = MarkdownIt("commonmark", options).enable("table")
    formulas = ProseFormulas.of(markdown)
    formulas.read_by(reader)
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
        made,
        tags=set(_ALLOWED_ELEMENTS),
        attributes=_ALLOWED_ATTRIBUTES,
        allowed_classes={"span": set(COLOUR_CLASSES)},
        link_rel=None,
    ).strip()
    return formulas.put_into(_UNSUPPORTED.sub(r"\1" + UNSUPPORTED_NOTE, cleaned))


def plain_paragraphs(prose: str) -> str:
    """Paragraphs of plain text, each on one line, an empty line between them; formulas by their line of text."""
    paragraphs = (" ".join(part.split()) for part in words_of_prose(prose).split("\n\n"))
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
