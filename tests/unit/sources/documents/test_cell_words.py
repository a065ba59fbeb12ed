"""Table cells keep formulas, marks and lines, whatever the format, from reader to app."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.compile.html import table_rows
from praxeo.domain.blocks import Block, Cell, Extraction
from praxeo.sources.documents.cell_words import words_of_blocks, words_of_inline
from praxeo.sources.documents.extraction_json import from_json, to_json
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.markdown_out import render_markdown
from praxeo.sources.documents.readers import read
from tests.hostile.builders import office_files as office

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
HALF = f"<m:oMath {M}><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
BOLD = "<w:r><w:rPr><w:b/></w:rPr><w:t>all</w:t></w:r>"
WORD = f"<w:tc><w:p><w:r><w:t>Half</w:t></w:r></w:p></w:tc><w:tc><w:p>{HALF}<w:r><w:t> of </w:t></w:r>{BOLD}</w:p><w:p><w:r><w:t>next</w:t></w:r></w:p></w:tc>"
MATHML = "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"

FILES = {
    "markdown": "| A | B |\n|---|---|\n| Half | $\\frac{1}{2}$ of **all**<br>next |\n",
    "html": f"<html><body><p>Of halves and of wholes.</p><table><tr><th>A</th><th>B</th></tr><tr><td>Half</td><td>{MATHML} of <b>all</b><br>next</td></tr></table></body></html>",
    "rst": ".. list-table::\n   :header-rows: 1\n\n   * - A\n     - B\n   * - Half\n     - :math:`\\frac{1}{2}` of **all**\n\n       next\n",
    "org": "| A | B |\n|---+---|\n| Half | $\\frac{1}{2}$ of *all* |\n",
    "asciidoc": "[options=header]\n|===\n|A |B\n\n|Half |latexmath:[\\frac{1}{2}] of *all* +\nnext\n|===\n",
    "latex": "\\begin{document}\\begin{tabular}{ll}\\hline A & B \\\\ \\hline Half & $\\frac{1}{2}$ of \\textbf{all}\\newline next \\\\ \\end{tabular}\\end{document}",
    "jats": f'<article><body><sec><title>T</title><table-wrap><table><tr><th>A</th><th>B</th></tr><tr><td>Half</td><td><inline-formula>{MATHML}</inline-formula> of <bold>all</bold></td></tr></table></table-wrap></sec></body></article>',
    "docx": office.docx(f"<w:tbl><w:tr>{WORD}</w:tr><w:tr>{WORD}</w:tr></w:tbl>"),
}  # fmt: skip


def found(label: str, folder: Path) -> tuple[Extraction, Block]:
    path = folder / "file"
    given = FILES[label]
    path.write_bytes(given.encode() if isinstance(given, str) else given)
    extraction = read(label, path)
    return extraction, next(block for block in extraction.blocks if block.kind == "table")


@pytest.mark.parametrize("label", FILES)
def test_a_cell_keeps_its_formula_its_marks_and_its_lines(label: str, tmp_path: Path) -> None:
    extraction, table = found(label, tmp_path)
    cell = next(cell for cell in table.cells if cell.row == 1 and cell.column == 1)
    assert cell.text.startswith(("1/2 of all", "½ of all"))
    assert cell.text.endswith("all\nnext") or label in ("jats", "org")
    styles = [(mark.style, cell.text[mark.start : mark.end]) for mark in cell.marks]
    assert styles == [("formula", cell.text.split(" ")[0]), ("strong", "all")]
    assert "<mfrac>" in cell.marks[0].formula.mathml
    assert next(line for line in extraction.ledger if line.kind == "formulas").kept >= 1


def test_what_a_cell_holds_outlives_storage_and_is_shown_in_apps_and_markdown(
    tmp_path: Path,
) -> None:
    extraction, table = found("markdown", tmp_path)
    assert from_json(to_json(extraction)) == extraction
    shown = table_rows(table)[1]
    assert "html" not in shown[0]
    assert str(shown[1]["html"]).startswith("<math>")
    assert str(shown[1]["html"]).endswith(" of <strong>all</strong><br>next")
    assert "| Half | $\\frac{1}{2}$ of **all**<br>next |" in render_markdown(extraction)


def test_struck_text_and_refused_formulas_of_cells_are_told(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("| A | B |\n|---|---|\n| ~~old~~ | $\\undefinedcommand{x}$ |\n")
    extraction = read("markdown", path)
    assert [w.code for w in extraction.warnings] == ["struck_text_left_out"]
    line = next(line for line in extraction.ledger if line.kind == "formulas")
    assert (line.seen, line.kept) == (1, 0)


def test_marks_stay_at_their_words_when_spaces_go() -> None:
    inline = InlineText()
    inline.add("One \n")
    inline.add("\n two", ("strong",))
    text, marks = words_of_inline(inline)
    assert text == "One\ntwo"
    assert [text[mark.start : mark.end] for mark in marks] == ["two"]


def test_items_in_a_cell_keep_their_numbers_and_marks() -> None:
    inline = InlineText()
    inline.add("first", ("emphasis",))
    text, marks = inline.finish()
    blocks = [
        Block(id="b1", kind="list_item", text=text, number="1.", marks=marks),
        Block(id="b2", kind="paragraph", text="then"),
    ]
    words = words_of_blocks(blocks)
    assert words.text == "1. first\nthen"
    assert [words.text[mark.start : mark.end] for mark in words.marks] == ["first"]


def test_a_cell_of_plain_words_needs_no_markup() -> None:
    table = Block(id="b1", kind="table", text="a", cells=(Cell(text="a", row=0, column=0),))
    assert table_rows(table) == [[{"text": "a", "header": False, "row_span": 1, "column_span": 1}]]
