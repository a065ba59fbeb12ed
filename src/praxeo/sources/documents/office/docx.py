"""Word documents: everything that a reader of the page sees, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from praxeo.domain.blocks import Block, Extraction, Locator
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.cell_words import CellWords, words_of_blocks
from praxeo.sources.documents.office.embedded_chunk import add_chunk
from praxeo.sources.documents.office.glossary_paragraphs import join_word_entries
from praxeo.sources.documents.office.graphics import add_graphics
from praxeo.sources.documents.office.made_by_hand import is_bold, mend_by_hand
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.office.pictures import add_pictures
from praxeo.sources.documents.office.seen_words import referred_notes, seen_words
from praxeo.sources.documents.office.unread_parts import add_unread_parts, tell_subdocuments
from praxeo.sources.documents.office.word_notes import (
    COMMENTS,
    NO_SIGNS,
    NOTES,
    NoteSigns,
    WantedNotes,
    note_signs,
    notes_by_id,
)
from praxeo.sources.documents.office.word_styles import (
    LIST_NAME,
    PROSE,
    Numbering,
    Style,
    Styles,
    heading_of,
    numbering_of,
)
from praxeo.sources.documents.office.word_tables import table_cells
from praxeo.sources.documents.office.word_text import (
    Paragraph,
    alternative,
    outermost,
    read_paragraph,
)
from praxeo.sources.documents.pictures.captions import NUMBERED
from praxeo.sources.documents.pictures.in_tables import add_table_with_figures
from praxeo.sources.documents.xml_tree import attribute, child, local
from praxeo.sources.documents.zip_files import open_zip

WRAPPERS = {"sdtContent", "ins", "moveTo", "customXml", "smartTag", "txbxContent"}
BOX_NESTING_LIMIT = 8
# As Word, LibreOffice and Pandoc call the style of captions.
CAPTION_NAME = re.compile(
    r"(?:(?:image|table|figure) )?caption|figure|illustration|drawing|abbildung", re.I
)
FOR_READERS = {element: kind for element, kind in NOTES.items() if kind != COMMENTS}
HIDDEN_TEXT = "Text that is hidden in the document was left out."


def read_docx(path: Path) -> Extraction:
    """The blocks of a Word document (docx, docm, dotx) and its stated metadata."""
    with open_zip(path) as archive:
        package = Package.of(archive)
        part = package.main_part(fallback="word/document.xml")
        data = package.xml(part)
        reader = WordReader(
            package=package,
            part=part,
            styles=Styles.of(_related(package, part, "styles")),
            numbering=Numbering.of(_related(package, part, "numbering")),
            notes={kind: notes_by_id(_related(package, part, kind)) for kind in NOTES.values()},
            signs=note_signs(data),
            blocks=BlockList(),
        )
        if next(data.iter("{*}lastRenderedPageBreak"), None) is not None:
            reader.blocks.place = Locator(page=1)
        body = child(data, "body")
        join_word_entries(data, reader.styles)
        reader.add_all(data if body is None else body)
        reader.add_notes()
        metadata = package.metadata()
        add_unread_parts(package, part, reader.blocks)
        tell_subdocuments(data, reader.blocks)
        seen = seen_words(data, *referred_notes(data, reader.notes, FOR_READERS))
    pages = reader.blocks.place.page
    return reader.blocks.extraction(
        replace(metadata, page_count=pages),
        seen=seen,
        blocks=mend_by_hand(tuple(reader.blocks.blocks)),
    )


def _related(package: Package, part: str, kind: str) -> Any:
    parts = package.related(part, kind)
    return package.xml_if_there(parts[0]) if parts else None


@dataclass(kw_only=True)
class WordReader:
    """Walks body, cells, boxes and notes, all of which hold the same kinds of things."""

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    blocks: BlockList
    notes: dict[str, dict[str, Any]] = field(default_factory=dict)
    signs: NoteSigns = NO_SIGNS
    depth: int = 0
    _wanted: WantedNotes = field(default_factory=WantedNotes)
    _in_table: bool = False
    _code: list[str] = field(default_factory=list)
    _figures: list[list[Block]] = field(
        default_factory=list
    )  # of each cell of the table being read

    def add_all(self, element: Any) -> None:
        """Append everything in an element that holds paragraphs and tables."""
        self._walk(element)
        self._flush_code()

    def _walk(self, element: Any) -> None:
        for node in element:
            name = local(node)
            if name == "p":
                self._paragraph(node)
            elif name == "tbl":
                self._flush_code()
                self._table(node)
            elif name == "sdt":
                content = child(node, "sdtContent")
                self._walk(content if content is not None else ())
            elif name == "AlternateContent":
                self._walk(alternative(node))
            elif name in WRAPPERS:
                self._walk(node)
            elif name == "altChunk":
                self._flush_code()
                add_chunk(self.package, self.part, node, self.blocks)
            elif name in ("oMathPara", "oMath"):
                self._loose_equation(node)

    def _loose_equation(self, node: Any) -> None:
        paragraph = read_paragraph((node,), self.styles, self.styles.default)
        self.blocks.add_inline("paragraph", paragraph.inline)

    def _paragraph(self, node: Any) -> None:
        properties = child(node, "pPr")
        named = child(properties, "pStyle")
        style = (
            self.styles.get(attribute(named, "val")) if named is not None else self.styles.default
        )
        paragraph = read_paragraph(
            node, self.styles, style, verbatim=style.is_code, signs=self.signs
        )
        by_font = paragraph.is_monospaced and not style.is_code and not style.heading
        if by_font and not PROSE.fullmatch(paragraph.inline.finish()[0]):
            paragraph = read_paragraph(node, self.styles, style, verbatim=True, signs=self.signs)
        self._turn_pages(paragraph.pages_before)
        before = paragraph.leading
        if paragraph.floats and (
            _is_caption(paragraph, style) or NUMBERED.match(paragraph.inline.finish()[0])
        ):
            before = len(paragraph.floats)  # what is anchored in a caption stands above it
        for drawing in paragraph.floats[:before]:
            self._float(drawing)
        self._add(paragraph, properties, style)
        self._hidden("".join(paragraph.hidden), "".join(paragraph.unseen))
        self.blocks.ledger.leave_out_text("struck", "".join(paragraph.deleted))
        self._turn_pages(paragraph.pages_after)
        self._wanted.add(paragraph.notes)
        for drawing in paragraph.floats[before:]:
            self._float(drawing)

    def _hidden(self, hidden: str, unseen: str) -> None:
        """Text that its writer hid is offered; text too small to be seen is not."""
        if hidden.strip() or unseen.strip():
            self.blocks.warn("hidden_text_removed", HIDDEN_TEXT)
        with self.blocks.aside("hidden"):
            self.blocks.add("paragraph", hidden.strip())
        self.blocks.ledger.leave_out_text("unseen", unseen)

    def _add(self, paragraph: Paragraph, properties: Any, style: Style) -> None:
        if paragraph.inline.verbatim:
            self._code.append(paragraph.inline.finish()[0])
            return
        self._flush_code()
        if not paragraph.characters:
            return
        own = heading_of(properties)
        heading = style.heading if own is None else own
        if heading:
            self._count(properties, style)
            self.blocks.add_inline("heading", paragraph.inline, level=heading)
        elif _is_caption(paragraph, style):
            self.blocks.add_inline("caption", paragraph.inline)
        else:
            is_item, number, level = self._count(properties, style)
            if is_item:
                self.blocks.add_inline("list_item", paragraph.inline, level=level, number=number)
            else:
                self.blocks.add_inline("paragraph", paragraph.inline)

    def _count(self, properties: Any, style: Style) -> tuple[bool, str, int]:
        """Whether it is a list item, its printed number and its level (from 1)."""
        number_id, level = numbering_of(properties)
        if number_id is None:
            number_id, level = style.number_id, style.number_level if level is None else level
        is_item, number = self.numbering.next(number_id, level or 0)
        depth = level or 0
        by_name = LIST_NAME.match(style.name)
        if not is_item and by_name and by_name.group(1) and number_id != "0":
            is_item, depth = True, int(by_name.group(2) or 1) - 1
        return is_item, number, min(6, max(0, depth) + 1)

    def _turn_pages(self, count: int) -> None:
        page = self.blocks.place.page
        if count and page is not None:
            self.blocks.place = replace(self.blocks.place, page=page + count)

    def _flush_code(self) -> None:
        if self._code:
            self.blocks.add("code", "\n".join(self._code).strip("\n"))
            self._code.clear()

    def _float(self, drawing: Any) -> None:
        """Pictures, text boxes, charts and diagrams follow the paragraph that they are anchored in."""
        if self.depth >= BOX_NESTING_LIMIT:
            return
        self._flush_code()
        add_pictures((drawing,), self.package, self.part, self.blocks)
        if local(drawing) == "pict":  # as Word drew its ornamental letters before 2010
            for letters in drawing.iter("{*}textpath"):
                self.blocks.add("paragraph", attribute(letters, "string"))
        for box in outermost(drawing, "txbxContent"):
            inner = replace(self, depth=self.depth + 1, _code=[])
            inner.add_all(box)
        add_graphics(drawing, self.package, self.part, self.blocks)

    def _table(self, node: Any) -> None:
        outer, self._figures = self._figures, []
        before = len(self._wanted.waiting)
        cells, layout = table_cells(node, self._cell_text)
        figures, self._figures = self._figures, outer
        if layout is not None:
            for cell in layout:
                self.add_all(cell)
            return
        add_table_with_figures(cells, figures, self.blocks)
        if not self._in_table:
            self._give_notes(before)

    def _cell_text(self, cell: Any) -> tuple[CellWords, bool]:
        """The words of a table cell, and whether all of it is bold."""
        blocks = BlockList(place=self.blocks.place, album=self.blocks.album)
        inner = replace(
            self, blocks=blocks, depth=self.depth + 1, _in_table=True, _code=[], _figures=[]
        )
        inner.add_all(cell)
        self.blocks.place = inner.blocks.place
        self.blocks.take_in(inner.blocks)
        self._figures.append([block for block in inner.blocks.blocks if block.picture])
        found = [block for block in inner.blocks.blocks if not block.picture]
        return words_of_blocks(found), bool(found) and all(is_bold(block) for block in found)

    def add_notes(self) -> None:
        """Append the notes that no table has given out, footnotes first, each in the order in which the text
        refers to them; what reviewers remarked is not meant for readers.
        """
        self._give_notes(0)
        known = self.notes.get(COMMENTS, {})
        self._remarks([known[n] for _, n in self._wanted.waiting if n in known])

    def _give_notes(self, first: int) -> None:
        """Append the notes that wait from the place `first` on: those of a table stand below it."""
        wanted = self._wanted.give(first)
        for kind in FOR_READERS.values():
            known = self.notes.get(kind, {})
            for number in [n for of, n in wanted if of == kind and n in known]:
                self.blocks.ledger.keep("notes")
                self.signs = replace(self.signs, own=self.signs.of((kind, number)))
                self.add_all(known[number])

    def _remarks(self, notes: list[Any]) -> None:
        if notes:
            self.blocks.warn(*comments_left_out(len(notes)))
            self.blocks.ledger.leave_out("comments", "comments", len(notes))
        with self.blocks.aside("comments"):
            for note in notes:
                self.add_all(note)


def _is_caption(paragraph: Paragraph, style: Style) -> bool:
    """By its style, or because Word counts its number."""
    if CAPTION_NAME.fullmatch(style.name):
        return True
    return paragraph.numbers_caption and not style.heading
