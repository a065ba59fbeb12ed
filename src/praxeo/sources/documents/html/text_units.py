"""Walks an element tree once and cuts it into the text units that become blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from praxeo.sources.documents.block_list import table_text
from praxeo.sources.documents.html.boxes import BOXES, box_of
from praxeo.sources.documents.html.code_listing import code_language, is_gutter
from praxeo.sources.documents.html.definition_tables import as_definition_lists
from praxeo.sources.documents.html.frames import Frame, block_frame, inline_frame
from praxeo.sources.documents.html.hidden import is_hidden, is_transparent, is_unseen_cell, opens
from praxeo.sources.documents.html.inline_styles import is_no_reading
from praxeo.sources.documents.html.one_click_away import one_click_away
from praxeo.sources.documents.html.page_formulas import formula_of, parts_of_text
from praxeo.sources.documents.html.page_styles import PageStyles
from praxeo.sources.documents.html.placed_pictures import PICTURES, PlacedPicture, pictures_of
from praxeo.sources.documents.html.seen_words import is_shadow_root
from praxeo.sources.documents.html.tables import (
    INLINE,
    UNREAD,
    is_data_table,
    table_cells,
    table_notes,
    words_in,
)
from praxeo.sources.documents.html.text_unit import TextUnit, is_term
from praxeo.sources.documents.html.tree import Element, name_of
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.ledger import Ledger

ALONE = frozenset({"br", "input"})
SPACE = re.compile(r"[ \t\n\r\f]+")


@dataclass(kw_only=True)
class TextUnitWalker:
    """Collects the units and pictures of one tree; what is switched off is read if it is known to be `shown` later.
    `hidden_characters` counts text that nobody sees, `struck_characters` what the page strikes out, `deepest` the elements around the most deeply nested one."""

    shown: frozenset[Element] = frozenset()
    units: list[TextUnit] = field(default_factory=list)
    pictures: list[PlacedPicture] = field(default_factory=list)
    hidden_characters: int = 0
    struck_characters: int = 0
    deepest: int = 0
    ledger: Ledger = field(default_factory=Ledger)
    _frames: list[Frame] = field(default_factory=list)
    _styles: PageStyles = field(default_factory=PageStyles)
    _inline: InlineText = field(default_factory=InlineText)
    _linked: int = 0
    _breaks: int = 0
    _in_text: list[Element] = field(
        default_factory=list
    )  # pictures inside the text being collected

    def walk(self, root: Element) -> None:
        """Visit all elements below `root` in order, however deep, without recursion."""
        as_definition_lists(root)
        self._frames = [Frame(name="", owner=root)]
        self._styles = PageStyles.of(root)
        self.shown |= one_click_away(root)
        stack: list[tuple[Element, bool]] = [(root, False)]
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self._leave()
            elif self._enter(element):
                self.deepest = max(self.deepest, len(self._frames))
                stack.append((element, True))
                if element.text:
                    self._text(element.text)
                stack.extend((child, False) for child in reversed(element))
                continue
            if element is not root and element.tail:
                self._text(element.tail)
        self._flush()

    def _enter(self, element: Element) -> bool:
        """Open an element; False if nothing inside is to be walked."""
        name = name_of(element)
        outer = self._frames[-1]
        if not outer.verbatim and (formula := formula_of(element, name)) is not None:
            self.ledger.says_otherwise("".join(element.itertext()))
            self._inline.add_formula(*formula)
            return False
        if name in ALONE or name in PICTURES:
            self._alone(element, name)
            return False
        if not name or (name in UNREAD and not (name == "template" and is_shadow_root(element))):
            return False
        if is_no_reading(element):
            self.ledger.leave_out_text("page_furniture", "".join(element.itertext()))
            return False
        hidden = outer.hidden or is_hidden(element, shown=element in self.shown)
        unseen = outer.unseen or self._hidden_by_rule(element, name)
        inline = name in INLINE or outer.one_text
        if inline:
            if name in INLINE and ((hidden, unseen) != (outer.hidden, outer.unseen)):
                self._hide("".join(element.itertext()).strip())
                return False
            if name not in INLINE or name == "button":
                self._inline.add(" ")
            self._frames.append(inline_frame(element, name, outer))
            return True
        if name == "hr" or is_gutter(element):
            self.ledger.leave_out_text("page_furniture", "".join(element.itertext()))
            return False
        self._flush()
        if name == "table" and not hidden and is_data_table(element):
            self._table(element)
            return False
        frame = block_frame(element, name, outer, hidden=hidden, unseen=unseen)
        if frame.verbatim:
            self._inline = InlineText(verbatim=True)
        self._frames.append(frame)
        return True

    def _alone(self, element: Element, name: str) -> None:
        """Take an element without text: a line break, a box to tick, or a picture, which follows its text."""
        if name == "br":
            self._line_break()
            return
        if name == "input":
            frame = self._frames[-1]
            self._inline.add("" if frame.hidden or frame.unseen else box_of(element), frame.styles)
            return
        hidden_by = next((f.owner for f in self._frames if f.hidden or f.unseen), None)
        for image in pictures_of(element, hidden_by):
            if self._inline.is_empty:
                self.pictures.append(PlacedPicture(image, len(self.units)))
            else:
                self._in_text.append(image)

    def _hide(self, text: str) -> None:
        """Count text that nobody sees; it may be there to deceive, so it is offered to nobody."""
        self.hidden_characters += len(text)
        self.ledger.leave_out_text("unseen", text)

    def _hidden_by_rule(self, element: Element, name: str) -> bool:
        """Hidden by the page's own style sheet or seen through, or shown only where no script runs."""
        switched_off = self._styles.hide(element) or is_transparent(element)
        return name == "noscript" or (switched_off and not opens(element))

    def _leave(self) -> None:
        frame = self._frames[-1]
        outer = self._frames[-2]
        if frame.owner is outer.owner:
            if frame.name not in INLINE or frame.name == "button":
                self._inline.add("\n" if frame.verbatim else " ")
            self._frames.pop()
            return
        self._flush()
        self._frames.pop()

    def _text(self, text: str) -> None:
        frame = self._frames[-1]
        if not frame.verbatim:
            text = SPACE.sub(" ", text)
        if not text:
            return
        if not text.isspace():
            self._breaks = 0
        if frame.verbatim or "code" in frame.styles:
            self._inline.add(text, frame.styles)
        else:
            for part in parts_of_text(text):
                if isinstance(part, str):
                    self._inline.add(part, frame.styles)
                else:
                    self.ledger.says_otherwise(part.formula.tex if part.formula else part.text)
                    self._inline.add_formula(*part)
        if frame.linked:
            self._linked += len(text.strip())

    def _line_break(self) -> None:
        """One break is a new line, two are a new paragraph."""
        self._breaks += 1
        if self._frames[-1].verbatim or self._breaks == 1:
            self._inline.add("\n")
        elif self._frames[-1].kind != "heading":
            self._flush()

    def _flush(self) -> None:
        """End the text that is being collected and keep it as a unit."""
        text, marks = self._inline.finish()
        self.struck_characters += self._inline.struck_characters
        self.ledger.leave_out_text("struck", " ".join(self._inline.struck))
        self.ledger.refuse_formulas(self._inline.formulas_refused)
        frame = self._frames[-1]
        linked, self._linked, self._breaks = self._linked, 0, 0
        self._inline = InlineText()
        in_text, self._in_text = self._in_text, []
        if not text.strip(BOXES):
            self.pictures += [PlacedPicture(image, len(self.units)) for image in in_text]
            return
        unit = TextUnit(
            kind=frame.kind,
            text=text,
            element=frame.owner,
            level=frame.level,
            marks=marks,
            link_characters=min(linked, len(text)),
            hidden=frame.hidden,
            unseen=frame.unseen,
        )
        if frame.kind == "code":
            unit.language, unit.marks = code_language(frame.owner), ()
        elif frame.item is not None and not frame.item.used and frame.kind == "paragraph":
            frame.item.used = True
            unit.kind, unit.level, unit.number = "list_item", frame.item.level, frame.item.number
        self._keep(unit)
        self.pictures += [PlacedPicture(image, len(self.units)) for image in in_text]

    def _keep(self, unit: TextUnit) -> None:
        """Add a unit; the definition of a short term joins the term."""
        if unit.hidden:
            self._hide(unit.text)
        before = self.units[-1] if self.units else None
        if (
            before is not None
            and unit.kind == "list_item"
            and not unit.number
            and is_term(before, unit)
        ):
            before.defined_by(unit)
            return
        self.units.append(unit)

    def _table(self, table: Element) -> None:
        """Keep a data table whole, its caption before it."""
        for child in table:
            if name_of(child) == "caption":
                self._frames.append(Frame(name="caption", owner=child, kind="caption"))
                self._text(" ".join(child.itertext()))
                self._flush()
                self._frames.pop()
        cells = table_cells(table)
        text = table_text(cells)
        place = len(self.units) + bool(text)
        images = [image for node in table.iter(*PICTURES) for image in pictures_of(node, None)]
        self.pictures += [PlacedPicture(image, place) for image in images]
        for node in table.iterdescendants():
            if name_of(node) and is_unseen_cell(node):
                self.ledger.leave_out_text("unseen", "".join(node.itertext()))
            elif formula_of(node, name_of(node)) is not None:
                self.ledger.says_otherwise("".join(node.itertext()))
        if not text:
            return
        links = sum(len("".join(a.itertext()).strip()) for a in table.iter("a"))
        self.units.append(
            TextUnit(
                kind="table",
                text=text,
                element=table,
                cells=cells,
                link_characters=min(links, len(text)),
                unseen=self._frames[-1].unseen or self._hidden_by_rule(table, "table"),
            )
        )
        self._table_notes(table)

    def _table_notes(self, table: Element) -> None:
        """Keep the notes of the table that was kept last as paragraphs behind it."""
        unseen = self.units[-1].unseen
        for cell in table_notes(table):
            note = words_in(cell)
            if note.text:
                unit = TextUnit(kind="paragraph", text=note.text, element=cell, marks=note.marks)
                unit.unseen = unseen
                self.units.append(unit)
