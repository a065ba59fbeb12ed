"""Small signs that change what a text says: strokes, raised marks, boxes, initials."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import HEIGHT, Sheet, write_pdf


def _line(sheet: Sheet, x0: float, x1: float, y: float, thick: float = 0.7) -> Sheet:
    return sheet.draw(f"{x0} {HEIGHT - y} {x1 - x0} {thick} re f")


def _texts(path: Path) -> list[str]:
    return [block.text for block in read_pdf(path).blocks]


def test_struck_words_are_left_out_and_told(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "The heart has three four chambers.")
    read = read_pdf(write_pdf(tmp_path, _line(sheet, 136.4, 157.5, 97)))
    assert [block.text for block in read.blocks] == ["The heart has four chambers."]
    assert [w.code for w in read.warnings] == ["struck_text_left_out"]


def test_underlined_words_and_words_at_a_rule_stay(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "The heart has four chambers.").text(72, 130, "Each has walls.")
    _line(_line(sheet, 134, 155, 101.5), 40, 500, 127)
    read = read_pdf(write_pdf(tmp_path, sheet))
    assert "The heart has four chambers." in read.blocks[0].text
    assert "Each has walls." in read.blocks[-1].text
    assert not read.warnings


def test_a_sign_behind_a_raised_mark_has_no_space_before_it(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "The water of the sea").text(163.2, 96, "1", size=6)
    sheet.text(166.6, 100, ", which is salt, weighs 10").text(279.6, 96, "23", size=6)
    (text,) = _texts(write_pdf(tmp_path, sheet.text(286.3, 100, ".")))
    assert text.startswith("The water of the sea¹, which is salt")


def test_each_box_begins_an_option_and_stays_in_its_text(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "1. Which is a tide?")
    for row, option in enumerate(("[ ] a wind", "[x] a rise of the sea", "[ ] a stone")):
        sheet.text(72, 112 + 12 * row, option)
    texts = _texts(write_pdf(tmp_path, sheet))
    assert texts == ["Which is a tide?", "[ ] a wind", "[x] a rise of the sea", "[ ] a stone"]


def test_initials_of_people_are_no_items_of_a_list(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "A. Smith and B. Jones wrote on the tides of the old harbour.")
    sheet.lines(
        72,
        130,
        [
            "In the year of the flood a book on the sea was written by Mr.",
            "C. Brown of the harbour, who lived near it.",
        ],
    )
    read = read_pdf(write_pdf(tmp_path, sheet))
    assert [(b.kind, b.text) for b in read.blocks] == [
        ("paragraph", "A. Smith and B. Jones wrote on the tides of the old harbour."),
        ("paragraph", "In the year of the flood a book on the sea was written by Mr. C. Brown of the harbour, who lived near it."),
    ]  # fmt: skip


def test_letters_that_go_on_are_items_of_a_list(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "Which is a tide?")
    sheet.lines(72, 114, ["A. a wind from the sea", "B. a rise of the sea", "C. a stone"])
    items = [b for b in read_pdf(write_pdf(tmp_path, sheet)).blocks if b.kind == "list_item"]
    assert [(b.number, b.text) for b in items] == [
        ("A.", "a wind from the sea"), ("B.", "a rise of the sea"), ("C.", "a stone"),
    ]  # fmt: skip


@pytest.mark.parametrize("foot", ["", "12"])
def test_raised_and_lowered_digits_of_table_cells_are_never_digits_of_the_number(
    tmp_path: Path, foot: str
) -> None:
    sheet = Sheet().text(60, 80, "Sizes of things", size=18, font="F2")
    rows = ["Quantity", "Avogadro", "Light", "Mass", "Time"]
    small = {1: ("23", -4), 2: ("8", -4), 3: ("2", 3)}
    for at, name in enumerate(rows):
        y = 120 + 18 * at
        sheet.text(60, y, name).text(200, y, "10" if at else "Value")
        if at in small:
            sheet.text(211.5, y + small[at][1], small[at][0], size=6)
        sheet.text(320, y, "unit")
    for at in range(6):
        sheet.draw(f"50 {HEIGHT - 108 - 18 * at} m 420 {HEIGHT - 108 - 18 * at} l S")
    for x in (50, 190, 310, 420):
        sheet.draw(f"{x} {HEIGHT - 108} m {x} {HEIGHT - 198} l S")
    sheet.text(290, 820, foot, size=8).lines(60, 300, ["Rivers carry water down to the sea."] * 12)
    (table,) = (b for b in read_pdf(write_pdf(tmp_path, sheet)).blocks if b.kind == "table")
    cells = [cell.text for cell in table.cells if cell.column == 1]
    assert cells == ["Value", "10²³", "10⁸", "10₂", "10"]


def _fraction(sheet: Sheet, x: float, y: float, over: str, under: str, wide: float) -> Sheet:
    """A fraction of small signs on the axis of a line of 10 points at that height."""
    sheet.text(x, y - 4.2, over, size=7).text(x, y + 3.6, under, size=7)
    return sheet.draw(f"{x - 0.5} {HEIGHT - y + 2.3} {wide} 0.4 re f")


def test_a_small_fraction_is_read_in_its_line(tmp_path: Path) -> None:
    sheet = (
        Sheet().text(72, 100, "The energy of a body is").text(189, 100, "of its weight, and R =")
    )
    _fraction(sheet.text(296, 100, "of the wire."), 181, 100, "1", "2", 5)
    _fraction(sheet, 287, 100, "U", "I", 6)
    (text,) = _texts(write_pdf(tmp_path, sheet))
    assert text == "The energy of a body is 1/2 of its weight, and R = U/I of the wire."


def test_parts_of_a_fraction_that_are_more_than_a_sign_stand_in_brackets(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "The mean of the two is")
    _fraction(sheet.text(192, 100, "of all."), 175, 100, "a+b", "2c", 14)
    (text,) = _texts(write_pdf(tmp_path, sheet))
    assert text == "The mean of the two is (a+b)/(2c) of all."


def test_words_under_and_over_a_rule_in_their_own_type_are_no_fraction(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .text(72, 100, "The name of")
        .text(72, 118, "Anna")
        .draw(f"72 {HEIGHT - 107} 30 0.5 re f")
    )
    assert not any(
        "/" in text for text in _texts(write_pdf(tmp_path, sheet.text(110, 112, "is set.")))
    )


def test_a_decimal_comma_with_a_thin_space_behind_it_parts_no_number(tmp_path: Path) -> None:
    sheet = (
        Sheet()
        .text(72, 100, "The cell gives 0,")
        .text(145.9, 100, "9 V, and in 2019, 2020 it gave less.")
    )
    (text,) = _texts(write_pdf(tmp_path, sheet))
    assert "0,9 V" in text
    assert "2019, 2020" in text


def test_signs_drawn_after_the_words_around_them_stand_in_their_gaps(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 100, "Say [p").text(106, 100, "] in this word, and never in that.")
    sheet.text(100.4, 100, "h")
    (text,) = _texts(write_pdf(tmp_path, sheet))
    assert text.startswith("Say [ph] in this word")


def test_lines_of_a_list_with_a_statement_are_no_formula(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 100, ["A magnet, D = 10 mm, L = 10 mm", "DC motor"], leading=19)
    read = read_pdf(write_pdf(tmp_path, sheet))
    assert not any(block.kind == "figure" for block in read.blocks)


def test_a_sign_of_a_taller_face_moves_no_line(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 80, "How tides arise", size=14, font="F2")
    sheet.text(72, 96, "Here the range is").text(153, 96, ">", font="F5").text(162, 96, "2 m.")
    sheet.lines(
        72, 108, ["The Moon pulls on the water of the oceans on the side that faces it."] * 3
    )
    heading, line, _ = read_pdf(write_pdf(tmp_path, sheet)).blocks
    assert (heading.kind, heading.text) == ("heading", "How tides arise")
    assert (line.kind, line.text) == ("paragraph", "Here the range is > 2 m.")
