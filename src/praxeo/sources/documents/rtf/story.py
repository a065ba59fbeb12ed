"""A part of an RTF file that has paragraphs of its own: the body, a note, a text box, a remark."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from praxeo.domain.blocks import Block, BlockKind
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.office.text_flow import FlowParagraph, TextFlow
from praxeo.sources.documents.office.word_styles import PROSE
from praxeo.sources.documents.rtf.look import Look, Setting
from praxeo.sources.documents.rtf.rows import RowDefinition
from praxeo.sources.documents.rtf.style_table import StyleTable
from praxeo.sources.documents.symbol_font import symbol_text
from praxeo.sources.formulas.reading import Read

HIDDEN_TEXT = "Text that is hidden in the document was left out."
BULLETS = ("o", "§", "q", "Ø", "v")  # letters of the fonts that bullets are drawn with


class Run(NamedTuple):
    """Text that is set in one way, or a formula."""

    text: str
    look: Look
    typewriter: bool = False
    formula: Read | None = None


@dataclass(kw_only=True)
class Story:
    """Grows paragraph by paragraph into `blocks`; its boxes and pictures follow the paragraph they stand in."""

    blocks: BlockList
    styles: StyleTable
    number: str | None = None  # as it is printed before an item
    row: RowDefinition = field(default_factory=RowDefinition)
    inner_row: RowDefinition = field(default_factory=RowDefinition)
    whites: frozenset[int] = frozenset()
    floats: list[BlockList] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _hidden: list[str] = field(default_factory=list)
    _figures: list[Block] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._flow = TextFlow(blocks=self.blocks)

    def add(self, text: str, look: Look, font: str, *, typewriter: bool) -> None:
        """Append text that is set so to the paragraph."""
        shown = symbol_text(text, font)
        if shown != text:
            self.blocks.ledger.says_otherwise(text)
        if look.deleted:
            self.blocks.ledger.leave_out_text("struck", text)
        elif look.hidden:
            self._hidden.append(shown)
        elif look.unseen:
            self.blocks.ledger.leave_out_text("unseen", text)
        else:
            self._runs.append(Run(shown, look, typewriter))

    def add_formula(self, read: Read) -> None:
        """Append a formula to the paragraph."""
        self._runs.append(Run(read.text, Look(), formula=read))

    def end_paragraph(self, setting: Setting) -> None:
        """What was added since the paragraph before is one."""
        runs, self._runs = self._seen(self._runs, setting), []
        number, self.number = self.number, None
        self._tell_hidden()
        self._add_figures(setting)
        heading = self.styles.heading(setting)
        is_code = self._is_code(runs, setting) and not heading
        inline = InlineText(verbatim=is_code)
        for run in runs:
            marks = run.look.styles(in_heading=bool(heading))
            if run.formula:
                inline.add_formula(*run.formula)
            else:
                inline.add(run.text, (*marks, "code") if run.typewriter and not is_code else marks)
        text, _ = inline.finish()
        is_item = (number is not None or setting.in_list) and not heading and not is_code
        kind: BlockKind = "paragraph"
        if is_code:
            kind = "code"
        elif self.styles.is_caption(setting):
            kind = "caption"
        if text or is_code:
            self._flow.add(
                FlowParagraph(
                    inline=inline,
                    heading=heading,
                    item=setting.level + 1 if is_item and kind == "paragraph" else 0,
                    number=_printed(number or ""),
                    kind=kind,
                ),
                setting.depth,
            )
        elif inline.struck_characters:
            self.blocks.tell_struck(inline)
        self._add_floats(setting.depth)

    def _seen(self, runs: list[Run], setting: Setting) -> list[Run]:
        """The runs without what is white on white."""
        if setting.depth or setting.on_ground:
            return runs
        white = [r for r in runs if r.look.colour in self.whites and not r.look.on_ground]
        text = "".join(run.text for run in white)
        if text.strip():
            self.blocks.warn("hidden_text_removed", HIDDEN_TEXT)
            self.blocks.ledger.leave_out_text("unseen", text)
        return [run for run in runs if run not in white]

    def end_cell(self, setting: Setting, depth: int) -> None:
        """The paragraphs since the cell before are one cell of the table at that depth."""
        if self._runs or self.floats or self._hidden:
            self.end_paragraph(setting)
        self._flow.end_cell(depth)

    def end_row(self, depth: int) -> None:
        """The cells since the row before are one row."""
        self._flow.end_row(depth, (self.row if depth == 1 else self.inner_row).shape())

    def finish(self, setting: Setting) -> None:
        """Append what is still open."""
        self.end_paragraph(setting)
        self._add_figures(Setting())
        self._flow.finish()

    def _is_code(self, runs: list[Run], setting: Setting) -> bool:
        if self.styles.is_code(setting):
            return True
        solid = [run for run in runs if run.text.strip()]
        if not solid or not all(run.typewriter for run in solid):
            return False
        return not PROSE.fullmatch("".join(run.text for run in solid).strip())

    def _tell_hidden(self) -> None:
        hidden, self._hidden = "".join(self._hidden).strip(), []
        if hidden:
            self.blocks.warn("hidden_text_removed", HIDDEN_TEXT)
            with self.blocks.aside("hidden"):
                self.blocks.add("paragraph", hidden)

    def _add_floats(self, depth: int) -> None:
        floats, self.floats = self.floats, []
        for inner in floats:
            self.blocks.take_in(inner)
            for block in inner.blocks:
                if depth and block.picture:
                    self._figures.append(block)
                else:
                    self._flow.add_block(block, depth)

    def _add_figures(self, setting: Setting) -> None:
        """Pictures of a table's cells stand below it."""
        if not setting.depth:
            figures, self._figures = self._figures, []
            for block in figures:
                self._flow.add_block(block)


def _printed(number: str) -> str:
    """The number of an item; "" for a bullet."""
    shown = number.strip()
    return "" if shown in BULLETS or not any(sign.isalnum() for sign in shown) else shown
