"""Excel workbooks: each sheet's filled areas as tables, in the order of the tabs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.office.cell_formats import CellFormats
from praxeo.sources.documents.office.drawing_text import add_drawing_part
from praxeo.sources.documents.office.hidden_cells import HiddenColumns, part_missing, rows_left_out
from praxeo.sources.documents.office.package import Package, relation_id
from praxeo.sources.documents.office.seen_words import seen_words, texts_of
from praxeo.sources.documents.office.sheet_areas import Grid, add_areas
from praxeo.sources.documents.office.unread_parts import add_unread_parts
from praxeo.sources.documents.word_count import Words, words_of
from praxeo.sources.documents.xml_parsing import parse_xml_rows
from praxeo.sources.documents.xml_tree import attribute, child, children, local
from praxeo.sources.documents.zip_files import open_zip

SHEET_LIMIT_BYTES = 96 * 2**20
CELL_LIMIT = 200_000
MERGE_LIMIT = 10_000
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
PLAIN_SHEET_NAME = re.compile(
    r"^(sheet|tabelle|feuil|hoja|foglio|blad|planilha|лист|工作表)\s*\d*$", re.I
)


def read_xlsx(path: Path) -> Extraction:
    """The blocks of a workbook (xlsx, xlsm, xltx) and its stated metadata."""
    with open_zip(path) as archive:
        package = Package.of(archive)
        part = package.main_part(fallback="xl/workbook.xml")
        reader = _Workbook(
            package=package,
            part=part,
            strings=_shared_strings(package, part),
            formats=CellFormats.of(_first(package, part, "styles")),
            blocks=BlockList(),
        )
        reader.read(package.xml(part))
        metadata = package.metadata()
    return reader.blocks.extraction(metadata, seen=reader.seen)


def _first(package: Package, part: str, kind: str) -> Any:
    parts = package.related(part, kind)
    return package.xml_if_there(parts[0]) if parts else None


def _shared_strings(package: Package, part: str) -> list[str]:
    strings = []
    for name in package.related(part, "sharedStrings")[:1]:
        for item in parse_xml_rows(package.read(name, SHEET_LIMIT_BYTES), ("si",)):
            strings.append(rich_text(item))
            item.clear()
    return strings


def rich_text(item: Any) -> str:
    """The runs of a string; phonetic readings are no part of it."""
    parts = []
    for node in item:
        name = local(node)
        if name == "t":
            parts.append(node.text or "")
        elif name == "r":
            parts.extend(text.text or "" for text in children(node, "t"))
    return "".join(parts)


@dataclass(kw_only=True)
class _Workbook:
    package: Package
    part: str
    strings: list[str]
    formats: CellFormats
    blocks: BlockList
    cells: int = 0
    not_calculated: int = 0
    comments: int = 0
    hidden_rows: int = 0
    seen: Words = field(default_factory=Counter)

    def read(self, root: Any) -> None:
        relations = self.package.relations(self.part)
        for sheet in children(child(root, "sheets"), "sheet"):
            found = relations.get(relation_id(sheet))
            name = attribute(sheet, "name")
            if not found or found[1] not in self.package.names:
                self.blocks.warn(*part_missing(name))
                self.blocks.ledger.leave_out("parts", "missing")
            elif attribute(sheet, "state") in ("hidden", "veryHidden"):
                self.blocks.warn(
                    "hidden_text_removed",
                    f"The hidden sheet “{name}” was left out.",
                    details={"sheet": name},
                )
                with self.blocks.aside("hidden"):
                    self._named_sheet(name, found[1])
            else:
                self._named_sheet(name, found[1])
        self._tell()

    def _named_sheet(self, name: str, part: str) -> None:
        if not PLAIN_SHEET_NAME.match(name):
            self.seen += words_of((name,))
            self.blocks.add("heading", name, level=1)
        self._sheet(part)
        add_unread_parts(self.package, part, self.blocks)

    def _tell(self) -> None:
        """Warn of what was left out of all sheets."""
        if self.comments:
            self.blocks.warn(*comments_left_out(self.comments))
            self.blocks.ledger.leave_out("comments", "comments", self.comments)
        if self.hidden_rows:
            self.blocks.warn(*rows_left_out(self.hidden_rows))
        if self.not_calculated:
            self.blocks.ledger.leave_out("formulas", "missing", self.not_calculated)
            self.blocks.warn(
                "formulas_not_calculated",
                f"{self.not_calculated} cells hold formulas whose results are not stored; the formulas are shown. "
                "Open the workbook in its own program and save it anew to have the results.",
                details={"cells": self.not_calculated},
            )

    def _sheet(self, part: str) -> None:
        if part.rpartition("/")[2].startswith("chart") or "/chartsheets/" in part:
            self._attached(part)
            return
        grid, hidden, columns = Grid(), Grid(), HiddenColumns()
        data = self.package.read(part, SHEET_LIMIT_BYTES)
        row_number = 0
        for node in parse_xml_rows(data, ("col", "row", "mergeCell")):
            if local(node) == "col":
                columns.add(node)
            elif local(node) == "row":
                stated = attribute(node, "r")
                row_number = int(stated) if stated.isdigit() and len(stated) < 9 else row_number + 1
                self._row(node, row_number, grid, hidden)
            elif len(grid.merges) < MERGE_LIMIT:
                self._merge(attribute(node, "ref"), grid)
            node.clear()
        columns.move(grid, hidden)
        add_areas(grid, self.blocks)
        self._hidden(hidden)
        self._attached(part)

    def _hidden(self, grid: Grid) -> None:
        """Rows and columns that are not shown are offered in a channel of their own."""
        self.hidden_rows += len({row for row, _ in grid.texts})
        with self.blocks.aside("hidden"):
            add_areas(grid, self.blocks)

    def _row(self, row: Any, number: int, shown: Grid, hidden: Grid) -> None:
        grid = hidden if attribute(row, "hidden") in ("1", "true") else shown
        column = 0
        for cell in row:
            if local(cell) != "c":
                continue
            match = REFERENCE.match(attribute(cell, "r"))
            column = column_number(match.group(1)) if match else column + 1
            text, is_number = self._value(cell)
            self._see(cell)
            if not text.strip():
                continue
            self.cells += 1
            if self.cells > CELL_LIMIT:
                self.blocks.warn(
                    "cut_off",
                    f"Only the first {CELL_LIMIT:,} filled cells were read.",
                    details={"limit": CELL_LIMIT},
                )
                return
            grid.put(number, column, text, is_number)

    def _see(self, cell: Any) -> None:
        """Count the words of a cell by what it holds alone; numbers are shown in many ways."""
        kind, value = attribute(cell, "t"), child(cell, "v")
        text = (value.text or "") if value is not None else ""
        if kind == "inlineStr":
            self.seen += seen_words(cell)
        elif kind == "str":
            self.seen += words_of((text,))
        elif kind == "s" and text.isdigit() and len(text) < 9:
            self.seen += words_of(self.strings[int(text) : int(text) + 1])

    def _value(self, cell: Any) -> tuple[str, bool]:
        """The shown text of a cell, and whether it is a number."""
        kind = attribute(cell, "t")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return (rich_text(inline) if inline is not None else ""), False
        node = child(cell, "v")
        value = (node.text or "") if node is not None else ""
        formula = child(cell, "f")
        if not value and formula is not None and (formula.text or "").strip():
            self.not_calculated += 1
            return f"={(formula.text or '').strip()}", False
        if kind == "s":
            index = int(value) if value.isdigit() and len(value) < 9 else -1
            return (self.strings[index] if 0 <= index < len(self.strings) else ""), False
        if kind == "b":
            return ("TRUE" if value == "1" else "FALSE"), False
        if kind in ("str", "e", "d"):
            return value, False
        return self.formats.shown(value, attribute(cell, "s")), True

    @staticmethod
    def _merge(reference: str, grid: Grid) -> None:
        ends = [REFERENCE.fullmatch(part) for part in reference.split(":")]
        if len(ends) == 2 and ends[0] and ends[1]:
            (left, top), (right, bottom) = (end.groups() for end in ends if end)
            grid.merges[int(top), column_number(left)] = (int(bottom), column_number(right))

    def _attached(self, part: str) -> None:
        """Charts and text boxes of a sheet; comments are counted, they are not meant for readers."""
        for drawing in self.package.related(part, "drawing"):
            add_drawing_part(self.package, drawing, self.blocks)
        for comments in self.package.related(part, "comments"):
            root = self.package.xml_if_there(comments)
            found = children(child(root, "commentList"), "comment")
            self.comments += len(found)
            with self.blocks.aside("comments"):
                for comment in found:
                    self.blocks.add("paragraph", " ".join(texts_of(comment)).strip())


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
