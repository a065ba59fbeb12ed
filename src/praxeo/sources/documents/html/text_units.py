"""Walks an element tree once and cuts it into pieces: the text units that become blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from praxeo.domain.blocks import BlockKind, Cell, Mark
from praxeo.sources.documents.block_list import table_text
from praxeo.sources.documents.html.code_listing import code_language, is_gutter
from praxeo.sources.documents.html.hidden import is_hidden
from praxeo.sources.documents.html.inline_styles import is_page_number, run_styles
from praxeo.sources.documents.html.lists import ListCounter
from praxeo.sources.documents.html.tables import INLINE, UNREAD, is_data_table, table_cells
from praxeo.sources.documents.html.tree import Element, first_number, name_of
from praxeo.sources.documents.inline import InlineText, RunStyle

SPACE = re.compile(r"[ \t\n\r\f]+")
HEADING = re.compile(r"h[1-6]$")
# These hold one text even where the page puts block elements inside.
BREAKING = {"p", "ul", "ol", "dl", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
LONGEST_TERM_CHARACTERS = 80


@dataclass(kw_only=True, slots=True)
class Piece:
    """One text unit with the element that holds it; `link_characters` of its text are links."""

    kind: BlockKind
    text: str
    element: Element
    level: int = 0
    number: str = ""
    language: str = ""
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    link_characters: int = 0
    hidden: bool = False
    defined: bool = False


@dataclass(kw_only=True, slots=True)
class _Item:
    """A list item: its first text is the item, what follows are paragraphs."""

    level: int
    number: str
    used: bool = False


@dataclass(kw_only=True, slots=True)
class _Frame:
    """What holds for the text inside an open element."""

    name: str
    owner: Element
    kind: BlockKind = "paragraph"
    level: int = 0
    styles: tuple[RunStyle, ...] = ()
    linked: bool = False
    hidden: bool = False
    one_text: bool = False
    verbatim: bool = False
    item: _Item | None = None
    lists: tuple[ListCounter, ...] = ()


@dataclass(kw_only=True)
class PieceWalker:
    """Collects the pieces of one tree; `hidden_characters` counts text that nobody sees,
    `struck_characters` what the page strikes out, `deepest` the elements around the most deeply nested one."""

    pieces: list[Piece] = field(default_factory=list)
    hidden_characters: int = 0
    struck_characters: int = 0
    deepest: int = 0
    _frames: list[_Frame] = field(default_factory=list)
    _inline: InlineText = field(default_factory=InlineText)
    _linked: int = 0
    _breaks: int = 0

    def walk(self, root: Element) -> None:
        """Visit all elements below `root` in order, however deep, without recursion."""
        self._frames = [_Frame(name="", owner=root)]
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
        if not name or name in UNREAD or is_page_number(element):
            return False
        if name == "br":
            self._line_break()
            return False
        outer = self._frames[-1]
        hidden = outer.hidden or is_hidden(element)
        inline = name in INLINE or outer.one_text
        if inline:
            if hidden and not outer.hidden and name in INLINE:
                self.hidden_characters += len("".join(element.itertext()).strip())
                return False
            if name not in INLINE:
                self._inline.add(" ")
            self._frames.append(self._inline_frame(element, name, outer))
            return True
        if name in {"hr", "img", "input"} or is_gutter(element):
            return False
        self._flush()
        if name == "table" and not hidden and is_data_table(element):
            self._table(element)
            return False
        self._frames.append(self._block_frame(element, name, outer, hidden))
        return True

    def _inline_frame(self, element: Element, name: str, outer: _Frame) -> _Frame:
        styles = outer.styles if outer.verbatim else run_styles(element, name, outer.styles)
        return _Frame(
            name=name,
            owner=outer.owner,
            kind=outer.kind,
            level=outer.level,
            styles=styles,
            linked=outer.linked or (name == "a" and "href" in element.attrib),
            hidden=outer.hidden,
            one_text=outer.one_text,
            verbatim=outer.verbatim,
            item=outer.item,
            lists=outer.lists,
        )

    def _block_frame(self, element: Element, name: str, outer: _Frame, hidden: bool) -> _Frame:
        frame = _Frame(
            name=name,
            owner=element,
            styles=outer.styles if name != "dd" else (),
            linked=outer.linked,
            hidden=hidden,
            item=outer.item,
            lists=outer.lists,
        )
        role = element.get("role", "").lower()
        if HEADING.match(name) or role == "heading":
            frame.kind, frame.one_text = "heading", _holds_one_text(element)
            stated = element.get("aria-level") if role == "heading" else name[1:]
            frame.level = first_number(stated, default=2, least=1, most=6)
            frame.item = None
        elif name in {"ul", "ol", "menu", "dir", "dl"}:
            frame.lists = (*outer.lists, ListCounter.of(element, name))
            frame.item = None
        elif name == "li":
            counter = outer.lists[-1] if outer.lists else None
            number = counter.next_number(element) if counter else ""
            frame.item = _Item(level=max(1, len(outer.lists)), number=number)
        elif name in {"dt", "dd"}:
            frame.item = _Item(level=max(1, len(outer.lists)), number="")
            frame.one_text = name == "dt" and _holds_one_text(element)
            frame.styles = ("strong",) if name == "dt" else ()
        elif name in {"figcaption", "caption"}:
            frame.kind, frame.one_text, frame.item = "caption", _holds_one_text(element), None
        elif name in {"pre", "listing", "xmp", "plaintext"}:
            frame.kind, frame.one_text, frame.verbatim = "code", True, True
            self._inline = InlineText(verbatim=True)
        elif name in {"p", "summary"}:
            frame.one_text = _holds_one_text(element)
        return frame

    def _leave(self) -> None:
        frame = self._frames[-1]
        outer = self._frames[-2]
        if frame.owner is outer.owner:
            if frame.name not in INLINE:
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
        self._inline.add(text, frame.styles)
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
        """End the text that is being collected and keep it as a piece."""
        text, marks = self._inline.finish()
        self.struck_characters += self._inline.struck_characters
        frame = self._frames[-1]
        linked, self._linked, self._breaks = self._linked, 0, 0
        self._inline = InlineText()
        if not text.strip():
            return
        piece = Piece(
            kind=frame.kind,
            text=text,
            element=frame.owner,
            level=frame.level,
            marks=marks,
            link_characters=min(linked, len(text)),
            hidden=frame.hidden,
        )
        if frame.kind == "code":
            piece.language, piece.marks = code_language(frame.owner), ()
        elif frame.item is not None and not frame.item.used and frame.kind == "paragraph":
            frame.item.used = True
            piece.kind, piece.level, piece.number = "list_item", frame.item.level, frame.item.number
        self._keep(piece)

    def _keep(self, piece: Piece) -> None:
        """Add a piece; the definition of a short term joins the term."""
        if piece.hidden:
            self.hidden_characters += len(piece.text)
        before = self.pieces[-1] if self.pieces else None
        if (
            before is not None
            and piece.kind == "list_item"
            and not piece.number
            and _is_term(before, piece)
        ):
            joint = " " if before.text.endswith(":") else ": "
            shift = len(before.text) + len(joint)
            before.defined = True
            before.text += joint + piece.text
            before.marks += tuple(
                Mark(start=m.start + shift, end=m.end + shift, style=m.style) for m in piece.marks
            )
            before.link_characters += piece.link_characters
            return
        self.pieces.append(piece)

    def _table(self, table: Element) -> None:
        """Keep a data table whole, its caption before it."""
        for child in table:
            if name_of(child) == "caption":
                self._frames.append(_Frame(name="caption", owner=child, kind="caption"))
                self._text(" ".join(child.itertext()))
                self._flush()
                self._frames.pop()
        cells = table_cells(table)
        text = table_text(cells)
        if not text:
            return
        links = sum(len("".join(a.itertext()).strip()) for a in table.iter("a"))
        self.pieces.append(
            Piece(
                kind="table",
                text=text,
                element=table,
                cells=cells,
                link_characters=min(links, len(text)),
            )
        )


def _is_term(before: Piece, definition: Piece) -> bool:
    """Whether `before` is the short term that the dd of `definition` explains."""
    inside: Element | None = definition.element
    while inside is not None and name_of(inside) not in {"dd", "dl", "li"}:
        inside = inside.getparent()
    return (
        not before.defined
        and name_of(before.element) == "dt"
        and inside is not None
        and name_of(inside) == "dd"
        and inside.getparent() is before.element.getparent()
        and before.hidden == definition.hidden
        and len(before.text) <= LONGEST_TERM_CHARACTERS
        and not before.text.endswith("?")
    )


def _holds_one_text(element: Element) -> bool:
    """False where an unclosed heading or the like has swallowed whole paragraphs."""
    return not any(name_of(inner) in BREAKING for inner in element.iterdescendants())
