"""Lists of every kind: each item is its first paragraph, then whatever else it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docutils import nodes

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html.lists import printed
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.markup.rst.inline import add_runs

STYLE_OF_NUMBERS = {
    "arabic": "1",
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
}


@dataclass(kw_only=True)
class Lists:
    """What reads lists; `depth` counts those around. What an item holds is read by `add`."""

    blocks: BlockList
    depth: int = 0

    def add(self, node: Any) -> None:
        """Append one element with all that is in it."""
        raise NotImplementedError

    def _bullet_list(self, node: Any) -> None:
        self._items(node, lambda _: "")

    def _enumerated_list(self, node: Any) -> None:
        style = STYLE_OF_NUMBERS.get(node.get("enumtype", "arabic"), "1")
        start, before, after = node.get("start", 1), node.get("prefix", ""), node.get("suffix", ".")
        self._items(node, lambda at: f"{before}{printed(start + at, style)}{after}")

    def _items(self, node: Any, number_of: Callable[[int], str]) -> None:
        self.depth += 1
        for at, item in enumerate(node.children):
            self._item(item, InlineText(), number_of(at))
        self.depth -= 1

    def _item(self, item: Any, inline: InlineText, number: str = "") -> None:
        """The first paragraph with what `inline` holds already, then what else there is."""
        rest = list(item.children)
        if rest and isinstance(rest[0], nodes.paragraph):
            add_runs(rest.pop(0), inline, self.blocks)
        self.blocks.add_inline("list_item", inline, level=min(6, self.depth), number=number)
        for child in rest:
            self.add(child)

    def _definition_list(self, node: Any) -> None:
        self.depth += 1
        for item in node.children:
            inline = InlineText()
            for child in item.children:
                if child.tagname == "term":
                    add_runs(child, inline, self.blocks, ("strong",))
                elif child.tagname == "classifier":
                    inline.add(f" ({child.astext()})")
                elif child.tagname == "definition":
                    inline.add(": ")
                    self._item(child, inline)
        self.depth -= 1

    def _field_list(self, node: Any) -> None:
        self.depth += 1
        for field in node.children:
            inline = InlineText()
            add_runs(field.children[0], inline, self.blocks, ("strong",))
            inline.add(": ")
            self._item(field.children[1], inline)
        self.depth -= 1

    def _option_list(self, node: Any) -> None:
        self.depth += 1
        for item in node.children:
            inline = InlineText()
            inline.add(", ".join(option.astext() for option in item.children[0]), ("code",))
            inline.add(": ")
            self._item(item.children[1], inline)
        self.depth -= 1
