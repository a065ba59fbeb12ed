"""Text in DrawingML: the paragraphs of shapes, grouped or not, as blocks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from praxeo.domain.blocks import Cell
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cell_words import words_of_lines
from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.office.graphics import add_graphics
from praxeo.sources.documents.office.numerals import numeral
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.office.pictures import add_pictures
from praxeo.sources.documents.office.word_styles import MONOSPACED
from praxeo.sources.documents.office.word_text import alternative
from praxeo.sources.documents.xml_tree import attribute, child, children, local
from praxeo.sources.formulas.reading import read_omml

SHAPES = {"sp", "cxnSp", "pic", "graphicFrame", "grpSp", "AlternateContent"}
NUMBER_FORMATS = {
    "arabic": "decimal",
    "alphaLc": "lowerLetter",
    "alphaUc": "upperLetter",
    "romanLc": "lowerRoman",
    "romanUc": "upperRoman",
}


def shapes(tree: Any) -> list[Any]:
    """All shapes below an element, out of their groups, in order."""
    found = []
    for node in tree:
        name = local(node)
        if name == "AlternateContent":
            found.extend(shapes(alternative(node)))
        elif name in ("grpSp", "wgp", "wpc"):
            found.extend(shapes(node))
        elif name in SHAPES or name == "wsp":
            found.append(node)
        elif name in ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor"):
            found.extend(shapes(node))
    return found


def add_drawing_part(package: Package, part: str, blocks: BlockList) -> None:
    """Append the pictures, text boxes and charts of a drawing that lies over a sheet."""
    root = package.xml_if_there(part)
    for shape in shapes(root if root is not None else ()):
        add_pictures((shape,), package, part, blocks)
        body = child(shape, "txBody")
        if body is not None:
            add_text_body(body, blocks, bulleted=False)
        if local(shape) == "graphicFrame":
            add_graphics(shape, package, part, blocks)


def add_text_body(body: Any, blocks: BlockList, *, bulleted: bool) -> None:
    """Append the paragraphs of a shape; `bulleted` says whether bullets are its default."""
    counter = _Counter()
    for paragraph in children(body, "p"):
        inline = paragraph_text(paragraph)
        properties = child(paragraph, "pPr")
        if not inline.finish()[0]:
            continue
        level = attribute(properties, "lvl") if properties is not None else ""
        depth = min(5, int(level)) if level.isdigit() else 0
        is_item, number = counter.next(properties, depth, bulleted)
        if is_item:
            blocks.add_inline("list_item", inline, level=depth + 1, number=number)
        else:
            blocks.add_inline("paragraph", inline)


@dataclass(kw_only=True)
class _Counter:
    level: int = -1
    count: int = 0

    def next(self, properties: Any, depth: int, bulleted: bool) -> tuple[bool, str]:
        """Whether the paragraph is a list item, and its number."""
        automatic = child(properties, "buAutoNum")
        if automatic is not None:
            stated = attribute(automatic, "startAt")
            start = int(stated) if stated.isdigit() and len(stated) < 7 else 1
            self.count = self.count + 1 if self.level == depth and self.count else start
            self.level = depth
            kind = attribute(automatic, "type")
            name = next((f for prefix, f in NUMBER_FORMATS.items() if kind.startswith(prefix)), "")
            end = ")" if "Paren" in kind else "." if kind.endswith("Period") else ""
            return True, numeral(self.count, name) + end
        self.count = 0
        if child(properties, "buChar") is not None or child(properties, "buBlip") is not None:
            return True, ""
        if child(properties, "buNone") is not None:
            return False, ""
        return bulleted, ""


def paragraph_text(paragraph: Any) -> InlineText:
    """The runs, fields, line breaks and equations of an a:p element."""
    inline = InlineText()
    _walk(paragraph, inline)
    return inline


def _walk(element: Any, inline: InlineText) -> None:
    for node in element:
        name = local(node)
        if name in ("r", "fld"):
            text = child(node, "t")
            inline.add((text.text or "") if text is not None else "", _marks(child(node, "rPr")))
        elif name == "br":
            inline.add("\n")
        elif name == "AlternateContent":
            _walk(alternative(node), inline)
        elif name == "oMath":
            inline.add_formula(*read_omml(node))
        elif name == "oMathPara":
            for equation in children(node, "oMath"):
                inline.add_formula(*read_omml(equation, display=True))
        elif name == "m":
            _walk(node, inline)


def _marks(properties: Any) -> tuple[RunStyle, ...]:
    if properties is None:
        return ()
    marks: list[RunStyle] = []
    if attribute(properties, "b") in ("1", "true"):
        marks.append("strong")
    if attribute(properties, "i") in ("1", "true"):
        marks.append("emphasis")
    font = child(properties, "latin")
    if font is not None and MONOSPACED.search(attribute(font, "typeface")):
        marks.append("code")
    shift = attribute(properties, "baseline")
    if shift.removeprefix("-").isdigit() and int(shift):
        marks.append("raised" if int(shift) > 0 else "lowered")
    if attribute(properties, "strike") in ("sngStrike", "dblStrike"):
        marks.append("struck")
    return tuple(marks)


def drawing_table_cells(table: Any) -> list[Cell]:
    """The cells of an a:tbl element with their spans."""
    properties = child(table, "tblPr")
    header = properties is not None and attribute(properties, "firstRow") in ("1", "true")
    cells = []
    for row, node in enumerate(children(table, "tr")):
        for column, cell in enumerate(children(node, "tc")):
            if attribute(cell, "hMerge") in ("1", "true") or attribute(cell, "vMerge") in (
                "1",
                "true",
            ):
                continue
            words = words_of_lines(map(paragraph_text, children(child(cell, "txBody"), "p")))
            cells.append(
                Cell(
                    **words._asdict(),
                    row=row,
                    column=column,
                    row_span=_span(cell, "rowSpan"),
                    column_span=_span(cell, "gridSpan"),
                    header=header and row == 0,
                )
            )
    return cells


def _span(cell: Any, name: str) -> int:
    value = attribute(cell, name)
    return max(1, min(1000, int(value))) if value.isdigit() and len(value) < 9 else 1
