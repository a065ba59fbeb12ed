from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from praxeo.domain.blocks import Block, Extraction
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

XS = (60, 220, 300, 380)
HEAD = ("River", "Length", "Basin", "Flow")
NAMES = [
    "Amur",
    "Congo",
    "Danube",
    "Elbe",
    "Ganges",
    "Indus",
    "Lena",
    "Mekong",
    "Niger",
    "Oder",
    "Po",
    "Rhine",
    "Seine",
    "Tagus",
    "Ural",
    "Volga",
]
ROWS = [
    (name, str(700 + 37 * at), str(90 + 7 * at), f"{2 + at}.5") for at, name in enumerate(NAMES)
]
PROSE = "Rivers carry water from the mountains down to the sea, and soil goes with it all the way."


def write_rows(
    sheet: Sheet,
    y: float,
    rows: Sequence[Sequence[str]],
    *,
    head: Sequence[str] = (),
    shift: int = 0,
) -> None:
    """Rows at even places, under a bold header between rules where there is one."""
    if head:
        for x, text in zip(XS, head, strict=True):
            sheet.text(x + shift, y, text, font="F2")
        for at in (y - 12, y + 5):
            sheet.draw(f"{55 + shift} {842 - at} m {440 + shift} {842 - at} l S")
        y += 18
    for row in rows:
        for x, text in zip(XS, row, strict=True):
            sheet.text(x + shift, y, text)
        y += 14
    sheet.draw(f"{55 + shift} {842 - y + 8} m {440 + shift} {842 - y + 8} l S")


def upper_page(rows: int = 8, *, y: int = 650) -> Sheet:
    sheet = Sheet().lines(60, 80, [PROSE] * 30, leading=14)
    sheet.text(60, y - 25, "Table 1. Rivers of the world")
    write_rows(sheet, y, ROWS[:rows], head=HEAD)
    return sheet.text(60, 815, "Geography of water 17", size=8)


def lower_page(above: str = "", head: Sequence[str] = HEAD, shift: int = 0) -> Sheet:
    sheet = Sheet()
    if above:
        sheet.text(60, 60, above)
    write_rows(sheet, 110 if above else 85, ROWS[8:], head=head, shift=shift)
    sheet.lines(60, 420, [PROSE] * 20, leading=14)
    return sheet.text(60, 815, "Geography of water 18", size=8)


def read(tmp_path: Path, *sheets: Sheet) -> Extraction:
    return read_pdf(write_pdf(tmp_path, *sheets))


def tables(read: Extraction) -> list[Block]:
    return [block for block in read.blocks if block.kind == "table"]


def names(block: Block) -> list[str]:
    return [cell.text for cell in block.cells if cell.column == 0]


@pytest.mark.parametrize("above", ["", "Table 1 (continued)", "Table 1. Rivers of the world"])
def test_a_table_whose_header_repeats_on_the_next_page_is_one(tmp_path: Path, above: str) -> None:
    found = read(tmp_path, upper_page(), lower_page(above))
    (table,) = tables(found)
    assert names(table) == ["River", *NAMES]
    assert len({(cell.row, cell.column) for cell in table.cells}) == len(table.cells) == 4 * 17
    assert table.text.count("River") == 1
    feet = 2 * 4  # "Geography of water 17"
    (words,) = [line for line in found.ledger if line.kind == "words"]
    assert words.left_out == (("page_furniture", feet + len(HEAD) + len(above.split())),)
    assert words.seen == words.kept + words.left_out[0][1]


def test_figures_in_the_last_row_at_the_foot_of_a_page_are_no_page_numbers(tmp_path: Path) -> None:
    (table,) = tables(read(tmp_path, upper_page()))
    assert table.text.splitlines()[-1] == "Mekong | 959 | 139 | 9.5"


@pytest.mark.parametrize("shift", [0, 24])
def test_rows_in_the_same_columns_go_on_without_a_header(tmp_path: Path, shift: int) -> None:
    (table,) = tables(read(tmp_path, upper_page(), lower_page(head=(), shift=shift)))
    assert names(table) == ["River", *NAMES]


def test_a_table_under_another_header_or_caption_is_its_own(tmp_path: Path) -> None:
    other = ("Lake", "Depth", "Width", "Salt")
    assert len(tables(read(tmp_path, upper_page(), lower_page(head=other)))) == 2
    assert len(tables(read(tmp_path, upper_page(), lower_page("Table 2. More rivers")))) == 2


def test_a_table_that_ends_high_on_its_page_or_before_a_text_does_not_go_on(tmp_path: Path) -> None:
    high = Sheet().text(60, 75, "Table 1. Rivers of the world")
    write_rows(high, 100, ROWS[:8], head=HEAD)
    assert len(tables(read(tmp_path, high, lower_page()))) == 2
    text = "What follows are the rivers of the south, which were measured later and by others."
    assert len(tables(read(tmp_path, upper_page(), lower_page(text)))) == 2
