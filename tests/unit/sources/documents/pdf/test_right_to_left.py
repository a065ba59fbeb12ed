"""Pages in Hebrew and Arabic: order of words and signs, columns, and boxes as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.pdf.reader import read_pdf
from praxeo.sources.documents.pdf.reading_order import in_reading_order
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

ALPHABET = "אבגדהוזחטיכלמנסעפצקרשת םן().O219"
WIDTHS = [  # of Helvetica's signs from A on, in thousandths of the font's size
    667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667,
    778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333,
]  # fmt: skip
SIZE = 10.0
LINES = [  # as read, and as drawn from left to right
    ("שלום עולם (O2) 21 ימים ועוד", "דועו םימי 21 (O2) םלוע םולש"),
    ("שנים של מים ושל אור.", ".רוא לשו םימ לש םינש"),
]


def drawn(sheet: Sheet, right: float, y: float, signs: str) -> Sheet:
    """A line set flush right, in codes of the made-up face."""
    places = [ALPHABET.index(sign) for sign in signs]
    width = sum(WIDTHS[place] for place in places) * SIZE / 1000
    codes = "".join(chr(65 + place) for place in places)
    return sheet.text(right - width, y, codes, size=SIZE, font="F6")


def read(folder: Path, sheet: Sheet) -> Extraction:
    return read_pdf(write_pdf(folder, sheet, alphabet=ALPHABET))


def test_lines_are_read_from_the_right_and_numbers_from_the_left(tmp_path: Path) -> None:
    sheet = Sheet()
    for number, (_, signs) in enumerate(LINES):
        drawn(sheet, 500, 100 + 12 * number, signs)
    (block,) = read(tmp_path, sheet).blocks
    assert block.text == " ".join(text for text, _ in LINES)
    left, _, right, _ = block.locator.box or (0, 0, 0, 0)
    assert right == pytest.approx(500, abs=1)
    assert left > 300


def test_the_right_column_is_read_first(tmp_path: Path) -> None:
    sheet = Sheet()
    for number in range(6):
        drawn(sheet, 280, 100 + 12 * number, "םימי םימי םימי לש םינש")
        drawn(sheet, 500, 100 + 12 * number, "רוא רוא רוא לש םינש")
    text = " ".join(block.text for block in read(tmp_path, sheet).blocks)
    assert text.rindex("אור") < text.index("ימים")


def order(signs: str) -> str:
    return "".join(in_reading_order(signs, str, lambda _, text: text))


@pytest.mark.parametrize(
    ("signs", "text"),
    [
        ("םולש", "שלום"),
        (".רוא Python 3.11 לש", "של Python 3.11 אור."),
        ("2025 2024 םינש", "שנים 2024 2025"),
        ("Python (3.11) םע רוא", "אור עם Python (3.11)"),
        ("21 (O2) םימ", "מים (O2) 21"),
        (")O2) םימ", "מים (O2)"),
        ("(O2( םימ", "מים (O2)"),
        ("«םימ»", "«מים»"),
        ("רוא (1", "1) אור"),
    ],
)
def test_signs_of_a_line_are_put_into_the_order_of_reading(signs: str, text: str) -> None:
    assert order(signs) == text


def test_a_page_with_a_few_hebrew_words_is_read_from_the_left(tmp_path: Path) -> None:
    sheet = drawn(Sheet(), 500, 100, "רוא")
    sheet.text(72, 140, "The word for light is short in Hebrew, and so is this sentence.")
    left, _, _, _ = read(tmp_path, sheet).blocks[-1].locator.box or (0, 0, 0, 0)
    assert left == pytest.approx(72, abs=1)
