"""Goes through a parsed LaTeX text: collects paragraphs run by run, and gives what is more to those who know it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from pylatexenc.latex2text import LatexNodes2Text

from praxeo.domain.blocks import BlockKind
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.markup.latex.labels import Numbers
from praxeo.sources.documents.markup.latex.lifting import Listing
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.formulas.reading import read_tex

PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
SPECIALS = {
    "~": " ",
    "--": "–",
    "---": "—",
    "``": "“",
    "''": "”",
    "!`": "¡",
    "?`": "¿",
    "&": " ",
    "#": "",
}
DECLARED: dict[str, RunStyle] = {
    **dict.fromkeys(("bf", "bfseries"), "strong"),
    **dict.fromkeys(("em", "it", "itshape", "sl", "slshape"), "emphasis"),
    **dict.fromkeys(("tt", "ttfamily"), "code"),
}
Styles = tuple[RunStyle, ...]


@dataclass(kw_only=True)
class Walk:
    """What is open: the block that grows, the lists and notes around it, and what is known of the document."""

    blocks: BlockList
    numbers: Numbers
    listings: list[Listing]
    outside: OutsideParts
    parse: Callable[[str], list[Any]]
    read_macro: Callable[[Walk, Any, Styles], None]
    read_environment: Callable[[Walk, Any, Styles], None]
    inline: InlineText = field(default_factory=InlineText)
    kind: BlockKind = "paragraph"
    item_number: str = ""
    lists: list[int] = field(default_factory=list)  # the items so far of each open list
    notes: list[Any] = field(default_factory=list)
    note_count: int = 0
    expanded_characters: int = 0
    endless: set[str] = field(default_factory=set)  # macros that only grow
    top: int = 1  # the level of the first sections

    def run(self, nodes: Iterable[Any], styles: Styles = ()) -> None:
        """Read nodes; what declares a style holds to the end of the group."""
        for node in nodes:
            kind = type(node).__name__
            if kind == "LatexCharsNode":
                self._characters(node.chars, styles)
            elif kind == "LatexGroupNode":
                self.run(node.nodelist, styles)
            elif kind == "LatexSpecialsNode":
                self._special(node.specials_chars, styles)
            elif kind == "LatexMathNode":
                self.formula(node.latex_verbatim(), display=node.displaytype == "display")
            elif kind == "LatexEnvironmentNode":
                self.read_environment(self, node, styles)
            elif kind == "LatexMacroNode":
                if node.macroname in DECLARED:
                    styles = (*styles, DECLARED[node.macroname])
                else:
                    self.read_macro(self, node, styles)

    def _characters(self, text: str, styles: Styles) -> None:
        for number, part in enumerate(PARAGRAPH.split(text)):
            if number:
                self.flush()
            self.inline.add(part.replace("\n", " "), styles)

    def _special(self, sign: str, styles: Styles) -> None:
        if sign.strip():
            self.inline.add(SPECIALS.get(sign, sign), styles)
        else:
            self.flush()

    def formula(self, tex: str, *, display: bool = False) -> None:
        """Append a formula; one that stands apart is a paragraph of its own."""
        if display:
            self.flush()
        for opening, closing in (("$$", "$$"), ("\\[", "\\]"), ("$", "$"), ("\\(", "\\)")):
            if tex.startswith(opening) and tex.endswith(closing) and len(tex) >= 2 * len(opening):
                tex = tex[len(opening) : -len(closing)]
                break
        self.inline.add_formula(*read_tex(tex, display=display, macros=self.blocks.macros))
        if display:
            self.flush()

    def symbol(self, node: Any, styles: Styles) -> None:
        """Append the sign that a macro stands for, such as an accented letter."""
        self.inline.add(
            LatexNodes2Text(math_mode="verbatim").nodelist_to_text([node]).strip("\n"), styles
        )

    def flush(self) -> None:
        """End the block that grows; the notes of it follow."""
        inline, self.inline = self.inline, InlineText()
        level = min(6, len(self.lists)) if self.kind == "list_item" else 0
        number = self.item_number if self.kind == "list_item" else ""
        self.blocks.add_inline(self.kind, inline, level=level, number=number)
        self.kind, self.item_number = "paragraph", ""
        notes, self.notes = self.notes, []
        for note in notes:
            self.blocks.ledger.keep("notes")
            self.run([note])
            self.flush()

    def heading(self, title: Any, level: int) -> None:
        """Append a heading."""
        self.flush()
        self.run([title])
        inline, self.inline = self.inline, InlineText()
        self.blocks.add_inline("heading", inline, level=max(1, min(6, level)))

    def apart(self, nodes: Iterable[Any]) -> InlineText:
        """The text of some nodes by itself, such as that of a cell."""
        outer = self.inline, self.kind, self.notes
        self.inline, self.kind, self.notes = InlineText(), "paragraph", []
        self.run(nodes)
        found = self.inline
        self.inline, self.kind, notes = outer[0], outer[1], self.notes
        self.notes = [*outer[2], *notes]
        return found
