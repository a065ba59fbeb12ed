"""OpenDocument files: texts, presentations and spreadsheets share one body of elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from praxeo.domain.blocks import Block, Extraction, Locator
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.cell_words import CellWords, words_of_blocks
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.office.glossary_paragraphs import join_odf_entries
from praxeo.sources.documents.office.made_by_hand import mend_by_hand
from praxeo.sources.documents.office.odf_charts import add_chart, chart_of
from praxeo.sources.documents.office.odf_formulas import OdfFormulas
from praxeo.sources.documents.office.odf_metadata import odf_metadata
from praxeo.sources.documents.office.odf_pictures import OdfPictures
from praxeo.sources.documents.office.odf_seen import is_hidden, seen_words
from praxeo.sources.documents.office.odf_sheets import add_sheet
from praxeo.sources.documents.office.odf_styles import OdfStyles
from praxeo.sources.documents.office.odf_tables import table_cells
from praxeo.sources.documents.office.odf_text import read_text
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.pictures.captions import NUMBERED
from praxeo.sources.documents.pictures.in_tables import add_table_with_figures
from praxeo.sources.documents.xml_tree import attribute, child, local
from praxeo.sources.documents.zip_files import DAMAGED, open_zip

KINDS = ("text", "presentation", "spreadsheet", "drawing")
WRAPPERS = {
    *("index-body", "table-of-content", "alphabetical-index", "bibliography"),
    *("illustration-index", "table-index", "user-index", "object-index", "index-title"),
    *("g", "text-box", "custom-shape", "rect", "ellipse", "frame", "a", "shape-group", "circle"),
    *("line", "path", "polygon", "polyline", "regular-polygon", "connector", "measure", "caption"),
}
HIDDEN_TEXT = "Text that is hidden in the document was left out."


def read_opendocument(path: Path) -> Extraction:
    """The blocks of an odt, odp or ods file and its stated metadata."""
    with open_zip(path) as archive:
        package = Package.of(archive)
        root = package.xml("content.xml")
        body = child(root, "body")
        content = (
            next((node for node in body if local(node) in KINDS), None)
            if body is not None
            else None
        )
        if content is None:
            raise Refused("damaged", DAMAGED)
        styles = OdfStyles.of(package.xml_if_there("styles.xml"), root)
        reader = OdfReader(
            styles=styles,
            blocks=BlockList(),
            formulas=OdfFormulas(package=package),
            pictures=OdfPictures.of(package, content),
        )
        join_odf_entries(content, styles)
        reader.read(content)
        metadata = odf_metadata(package.xml_if_there("meta.xml"))
    return reader.blocks.extraction(
        metadata,
        seen=seen_words(content),
        blocks=mend_by_hand(tuple(reader.blocks.blocks)),
    )


@dataclass(kw_only=True)
class OdfReader:
    """Walks a body; lists may continue the numbers of an earlier one."""

    styles: OdfStyles
    blocks: BlockList
    formulas: OdfFormulas = field(default_factory=OdfFormulas)
    pictures: OdfPictures
    _notes: list[tuple[Any, str]] = field(default_factory=list)
    _sign: str = ""  # of the note that begins
    _in_table: bool = False
    _counts: Counter[tuple[str, int]] = field(default_factory=Counter)
    _comments: list[Any] = field(default_factory=list)
    _list_style: str = ""
    _code: list[str] = field(default_factory=list)
    _figures: list[list[Block]] = field(
        default_factory=list
    )  # of each cell of the table being read

    def read(self, content: Any) -> None:
        """Append everything in a body, notes at the end."""
        slide = 0
        for node in content:
            name = local(node)
            if name == "page":
                slide += 1
                self.blocks.place = Locator(slide=slide)
                with self._aside_if_hidden(node, "slide", slide):
                    self._slide(node)
            elif name == "table" and local(content) == "spreadsheet":
                with self._aside_if_hidden(node, "sheet", attribute(node, "name")):
                    add_sheet(node, self.blocks, self._plain)
                    for frame in node.iter("{*}frame"):
                        self._picture(frame)
                        self.walk(n for n in frame if local(n) == "object")
                    self._comments += node.iter("{*}annotation")
            else:
                self._node(node, 0)
        self._flush_code()
        for deleted in content.iter("{*}deletion"):
            self.blocks.ledger.leave_out_text("struck", " ".join(deleted.itertext()))
        while self._notes:  # notes may have notes
            self._give_notes(0)
        if told := self.formulas.warning():
            self.blocks.warn(*told)
        self._remarks()

    def _give_notes(self, first: int) -> None:
        """Append the notes that wait from the place `first` on: those of a table stand below it."""
        wanted, self._notes[first:] = self._notes[first:], []
        for note, self._sign in wanted:
            self.blocks.ledger.keep("notes")
            self.walk(note)

    def _remarks(self) -> None:
        """What reviewers remarked waits in a channel of its own."""
        if self._comments:
            self.blocks.warn(*comments_left_out(len(self._comments)))
            self.blocks.ledger.leave_out("comments", "comments", len(self._comments))
        with self.blocks.aside("comments"):
            while self._comments:
                self.walk(self._comments.pop(0))

    @contextmanager
    def _aside_if_hidden(self, node: Any, name: str, value: str | int) -> Iterator[None]:
        """A slide, sheet or section that is not shown waits in a channel, and a person is told."""
        if not is_hidden(node, self.styles):
            yield
            return
        self.blocks.warn(
            "hidden_text_removed",
            f"The hidden {name} {value if name == 'slide' else f'“{value}”'} was left out.",
            details={name: value},
        )
        with self.blocks.aside("hidden"):
            yield

    def walk(self, element: Any, depth: int = 0) -> None:
        """Append everything in an element that holds paragraphs, lists and tables."""
        for node in element:
            self._node(node, depth)
        self._flush_code()

    def _node(self, node: Any, depth: int) -> None:
        name = local(node)
        if name in ("p", "h"):
            self._paragraph(node, depth)
        elif name == "list":
            self._list(node, depth + 1)
        elif name == "table":
            self._table(node)
        elif name == "frame":
            self._picture(node)
            self.walk(node, depth)
        elif name == "object":
            self._object(node)
        elif name == "section":
            with self._aside_if_hidden(node, "section", attribute(node, "name")):
                self.walk(node, depth)
        elif name in WRAPPERS:
            self.walk(node, depth)
        elif name == "annotation":
            self._comments.append(node)
        elif name == "notes":
            with self.blocks.aside("speaker_notes"):
                self.walk([n for n in node if local(n) == "frame"], depth)

    def _table(self, node: Any) -> None:
        self._flush_code()
        outer, self._figures = self._figures, []
        before = len(self._notes)
        cells = table_cells(node, self._cell_text)
        figures, self._figures = self._figures, outer
        add_table_with_figures(cells, figures, self.blocks)
        if not self._in_table:
            self._give_notes(before)

    def _picture(self, frame: Any) -> None:
        """The picture of a frame; that of a formula or a chart only shows it once more."""
        held = child(frame, "object")
        chart = chart_of(self.formulas.object_of(held)) if held is not None else None
        if chart is None and self.formulas.of(frame, display=True) is None:
            self._flush_code()
            self.pictures.add(frame, self.blocks)

    def _object(self, node: Any) -> None:
        """A chart, or a formula that stands alone on a slide."""
        chart = chart_of(self.formulas.object_of(node))
        if chart is not None:
            add_chart(chart, self.blocks, self._table)
        elif formula := self.formulas.of(node, display=True):
            inline = InlineText()
            inline.add_formula(*formula)
            self.blocks.add_inline("paragraph", inline)

    def _slide(self, page: Any) -> None:
        titles = [f for f in page if attribute(f, "class") in ("title", "outline-title")]
        for frame in titles:
            text = " ".join(self._plain(p) for p in frame.iter() if local(p) in ("p", "h"))
            self.blocks.add("heading", text.strip(), level=2)
        self.walk([node for node in page if node not in titles])

    def _paragraph(self, node: Any, depth: int) -> None:
        style = attribute(node, "style-name")
        if self.styles.is_hidden(style):
            self._hidden(self._plain(node))
            return
        code = self.styles.is_code(style)
        sign, self._sign = self._sign, ""
        text = read_text(node, self.styles, style, formulas=self.formulas, verbatim=code, sign=sign)
        self._hidden(" ".join(text.hidden))
        if unseen := "".join(text.unseen).strip():
            self.blocks.warn("hidden_text_removed", HIDDEN_TEXT)
            self.blocks.ledger.leave_out_text("unseen", unseen)
        first = 0
        if code:
            self._code.append(text.inline.finish()[0])
        else:
            self._flush_code()
            # What is anchored in a caption stands above it.
            captions = self.styles.is_caption(style) or NUMBERED.match(text.inline.finish()[0])
            first = len(text.frames) if captions else text.leading
            for frame in text.frames[:first]:
                self.walk((frame,))
            self._add(node, text.inline, style, depth)
        self._notes.extend(text.notes)
        self._comments += text.comments
        for frame in text.frames[first:]:
            self.walk((frame,))

    def _hidden(self, text: str) -> None:
        if text.strip():
            self.blocks.warn("hidden_text_removed", HIDDEN_TEXT)
        with self.blocks.aside("hidden"):
            self.blocks.add("paragraph", text.strip())

    def _add(self, node: Any, inline: InlineText, style: str, depth: int) -> None:
        level = attribute(node, "outline-level") if local(node) == "h" else ""
        heading = self.styles.heading(style)
        if local(node) == "h" or heading:
            number = int(level) if level.isdigit() and len(level) < 3 else heading or 1
            self.blocks.add_inline("heading", inline, level=max(1, min(6, number)))
        elif self.styles.is_caption(style):
            self.blocks.add_inline("caption", inline)
        elif depth:
            number_text = self.styles.number(self._list_style, depth, self._counts)
            self.blocks.add_inline("list_item", inline, level=min(6, depth), number=number_text)
        else:
            self.blocks.add_inline("paragraph", inline)

    def _list(self, node: Any, depth: int) -> None:
        own = attribute(node, "style-name")
        outer, self._list_style = self._list_style, own or self._list_style
        if depth == 1 and attribute(node, "continue-numbering") != "true":
            for key in [key for key in self._counts if key[0] == self._list_style]:
                del self._counts[key]
        for item in node:
            if local(item) not in ("list-item", "list-header"):
                continue
            if local(item) == "list-item":
                self.styles.count(item, self._list_style, depth, self._counts)
            first = True
            for part in item:
                if local(part) == "list":
                    self._list(part, depth + 1)
                else:
                    self._node(part, depth if first else 0)
                    first = False
        self._list_style = outer

    def _flush_code(self) -> None:
        if self._code:
            self.blocks.add("code", "\n".join(self._code).strip("\n"))
            self._code.clear()

    def _plain(self, element: Any) -> str:
        return read_text(element, self.styles, "", formulas=self.formulas).inline.finish()[0]

    def _cell_text(self, cell: Any) -> CellWords:
        blocks = BlockList(place=self.blocks.place, album=self.blocks.album)
        inner = replace(self, blocks=blocks, _in_table=True, _code=[], _figures=[])
        inner.walk(cell)
        self.blocks.take_in(inner.blocks)
        self._figures.append([block for block in blocks.blocks if block.picture])
        return words_of_blocks(blocks.blocks)
