"""The graphics of a journal article in JATS, which lie beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.pictures.named import take_named
from praxeo.sources.documents.xml_tree import attribute, child, local

GRAPHICS = ("graphic", "inline-graphic")
FORMULAS = ("math", "tex-math")
# Holds graphics that belong to a block of their own.
APART = frozenset(
    {"fig", "fig-group", "table-wrap", "disp-formula", "boxed-text", "list", "def-list"}
)


def add_graphics(
    node: Any, blocks: BlockList, *, caption: str = "", in_place_of: bool = False
) -> None:
    """Append the graphics of a paragraph, figure or formula; the last one of a figure has its caption.

    `in_place_of` says that they show what stands there as a table, too.
    """
    groups = [] if in_place_of else list(_groups(node))
    for number, group in enumerate(groups, 1):
        said = " ".join("".join(alt.itertext()) for alt in _about(node, group, "alt-text"))
        addresses = [attribute(graphic, "href") for graphic in group]
        picture = take_named(blocks.album, blocks.files, addresses, alt=said)
        last = number == len(groups)
        if picture:
            blocks.add("figure", caption if last else "", picture=picture)
        elif last:
            blocks.add("caption", caption)
    if not groups:
        blocks.add("caption", caption)


def _groups(node: Any) -> Iterator[list[Any]]:
    """Graphics that show something of its own; those within `alternatives` show the same."""
    for inner in node:
        name = local(inner)
        if name in GRAPHICS:
            yield [inner]
        elif name == "alternatives":
            if found := [graphic for graphic in inner if local(graphic) in GRAPHICS]:
                yield found
        elif name == "inline-formula" and any(local(part) in FORMULAS for part in inner.iter()):
            continue  # which was read as one
        elif name and name not in APART:
            yield from _groups(inner)


def _about(node: Any, group: list[Any], name: str) -> list[Any]:
    """What is said of the graphics, or of the figure around them."""
    found = [child(element, name) for element in (*group, node)]
    return [element for element in found if element is not None][:1]
