"""The text of a paragraph of reStructuredText, run by run."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cell_words import CellWords, words_of_inline
from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.markup.pictures import add_picture
from praxeo.sources.formulas.reading import read_tex

STYLES: dict[str, RunStyle] = {
    "emphasis": "emphasis",
    "title_reference": "emphasis",
    "strong": "strong",
    "literal": "code",
    "subscript": "lowered",
    "superscript": "raised",
}
SILENT = (
    nodes.target,
    nodes.comment,
    nodes.system_message,
    nodes.substitution_definition,
)


def add_runs(
    node: Any, inline: InlineText, blocks: BlockList, styles: tuple[RunStyle, ...] = ()
) -> None:
    """Append what an element of text holds."""
    for child in node.children:
        name = child.tagname
        if isinstance(child, nodes.Text):
            inline.add(child.astext().replace("\n", " "), styles)
        elif name == "math":
            inline.add_formula(*read_tex(child.astext(), macros=blocks.macros))
        elif name == "footnote_reference":
            inline.add(child.astext(), ("raised", "note"))
        elif name == "citation_reference":
            inline.add(f"[{child.astext()}]", styles)
        elif name == "image":
            if not add_picture(child.get("uri", ""), blocks, alt=child.get("alt", "")):
                inline.add(child.get("alt", ""), styles)
        elif name == "inline" and "ref" in child["classes"]:
            inline.add(_title_of(child.astext(), node.document), styles)
        elif name != "raw" and (not isinstance(child, SILENT) or child.children):
            style = STYLES.get(name)
            add_runs(child, inline, blocks, (*styles, style) if style else styles)


def _title_of(label: str, document: Any) -> str:
    """The title of the section that a label stands above, else the label."""
    place = document.nameids.get(nodes.fully_normalize_name(label)) if document else None
    part = document.ids.get(place) if place else None
    if (
        part is not None
        and part.children
        and isinstance(part.children[0], (nodes.title, nodes.caption))
    ):
        return str(part.children[0].astext())
    return label


def runs_of(node: Any, blocks: BlockList) -> InlineText:
    """The text of an element with its marks."""
    inline = InlineText()
    add_runs(node, inline, blocks)
    return inline


def flat(node: Any, blocks: BlockList) -> str:
    """All text of an element on one line."""
    return " ".join(words_in(node, blocks).text.split())


def words_in(node: Any, blocks: BlockList) -> CellWords:
    """What stands in a table's cell."""
    inline = InlineText()
    for child in node.children:
        if isinstance(child, nodes.TextElement):
            add_runs(child, inline, blocks)
        elif not isinstance(child, (nodes.Invisible, nodes.image)):
            inline.add(child.astext().replace("\n", " "))
        inline.add("\n")
    return words_of_inline(inline, blocks)
