"""Goes through what Docutils made of a text, and appends its blocks in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from docutils import nodes

from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.markup.passed_on import add_passed_on
from praxeo.sources.documents.markup.pictures import add_picture
from praxeo.sources.documents.markup.rst.inline import add_runs, runs_of
from praxeo.sources.documents.markup.rst.lists import Lists
from praxeo.sources.documents.markup.rst.tables import add_table
from praxeo.sources.formulas.reading import read_tex

SILENT = re.compile(
    "target|substitution_definition|transition|docinfo|decoration|pending|meta|colspec"
)
ERROR = 3  # as Docutils counts
NO_LANGUAGE = frozenset({"code", "none", "text", "default", "literal-block"})


@dataclass(kw_only=True)
class Walk(Lists):
    """`level` counts the sections around; `odd_places` are marks that mean nothing."""

    level: int = 0
    odd_places: int = 0

    def add_all(self, node: Any) -> None:
        """Append what an element holds."""
        for child in node.children:
            self.add(child)

    def add(self, node: Any) -> None:
        """Append one element with all that is in it."""
        name = node.tagname
        own = getattr(self, f"_{name}", None)
        if own is not None:
            own(node)
        elif SILENT.fullmatch(name):
            return
        elif isinstance(node, nodes.TextElement):
            self.blocks.add_inline("paragraph", runs_of(node, self.blocks))
        else:
            self.add_all(node)

    def _section(self, node: Any) -> None:
        self.level += 1
        self.add_all(node)
        self.level -= 1

    def _title(self, node: Any) -> None:
        if isinstance(node.parent, (nodes.section, nodes.document)):
            top = isinstance(node.parent, nodes.document)
            self.level += top  # a title of the whole stands above the sections
            level = min(6, max(1, self.level))
            self.blocks.add_inline("heading", runs_of(node, self.blocks), level=level)
        else:
            self._rubric(node)

    def _subtitle(self, node: Any) -> None:
        self.level += 1
        self.blocks.add_inline("heading", runs_of(node, self.blocks), level=min(6, self.level))

    def _rubric(self, node: Any) -> None:
        inline = InlineText()
        add_runs(node, inline, self.blocks, ("strong",))
        self.blocks.add_inline("paragraph", inline)

    def _topic(self, node: Any) -> None:
        if "contents" not in node["classes"]:
            self.add_all(node)

    def _line_block(self, node: Any) -> None:
        inline = InlineText()
        for line in node.findall(nodes.line):
            add_runs(line, inline, self.blocks)
            inline.add("\n")
        self.blocks.add_inline("paragraph", inline)

    def _literal_block(self, node: Any) -> None:
        language = next((c for c in node["classes"] if c and c not in NO_LANGUAGE), "")
        self.blocks.add("code", node.astext().strip("\n"), language=language)

    def _doctest_block(self, node: Any) -> None:
        self.blocks.add("code", node.astext(), language="pycon")

    def _math_block(self, node: Any) -> None:
        for tex in node.astext().split("\n\n"):
            inline = InlineText()
            inline.add_formula(*read_tex(tex, display=True, macros=self.blocks.macros))
            self.blocks.add_inline("paragraph", inline)

    def _table(self, node: Any) -> None:
        add_table(node, self.blocks)

    def _caption(self, node: Any) -> None:
        self.blocks.add_inline("caption", runs_of(node, self.blocks))

    def _image(self, node: Any) -> None:
        add_picture(node.get("uri", ""), self.blocks, alt=node.get("alt", ""))

    def _raw(self, node: Any) -> None:
        """Within a line it is part of what shows, as a sign or a break: not looked at."""
        if not isinstance(node.parent, nodes.TextElement):
            add_passed_on(node.astext(), node.get("format", "").split(" ")[0], self.blocks)

    def _footnote(self, node: Any) -> None:
        self.blocks.ledger.keep("notes")
        for child in node.children:
            if not isinstance(child, nodes.label):
                self.add(child)

    def _citation(self, node: Any) -> None:
        """An entry of the list of references is not what the text teaches."""
        self.blocks.ledger.leave_out_text("references", node.astext())

    def _comment(self, node: Any) -> None:
        with self.blocks.aside("comments"):
            self.blocks.add("paragraph", node.astext())

    def _system_message(self, node: Any) -> None:
        """Of a warning that quotes the source, that part is not read, except for a title that is there."""
        quotes = any(isinstance(child, nodes.literal_block) for child in node.children)
        level = node.get("level", 0)
        self.odd_places += level >= ERROR or (quotes and "underline" not in node.astext())
