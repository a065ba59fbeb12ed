"""Lines whose letters the file does not name are shown as pictures, not as signs that mean nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

TEXT = [
    "The Moon pulls on the water of the oceans, and the pull is strongest on the side",
    "that faces it, so that the water there rises into a bulge which the coast passes.",
]
PRIVATE = "".join(map(chr, range(0xE000, 0xE01A)))


@pytest.mark.parametrize("alphabet", [PRIVATE, "\ufffd" * 26], ids=["private", "replaced"])
def test_a_line_that_nobody_can_read_is_a_picture_in_its_place(
    tmp_path: Path, alphabet: str
) -> None:
    sheet = Sheet().lines(72, 80, TEXT * 2).text(72, 150, "ABCDEFGHIJ KLMNO", font="F6")
    sheet.text(72, 162, "PQRS TUV", font="F6").lines(72, 200, TEXT * 2)
    read = read_pdf(write_pdf(tmp_path, sheet, alphabet=alphabet))
    assert [block.kind for block in read.blocks] == ["paragraph", "figure", "paragraph"]
    assert read.blocks[1].picture
    assert read.blocks[1].picture.alt == ""
    assert [warning.code for warning in read.warnings] == ["characters_unreadable"]


def test_a_page_full_of_such_lines_is_left_to_text_recognition(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, TEXT[:1])
    for row in range(6):
        sheet.text(72, 130 + 12 * row, "ABCDEFGHIJ KLMNO PQRS", font="F6")
    read = read_pdf(write_pdf(tmp_path, sheet, alphabet=PRIVATE))
    assert not any(block.picture for block in read.blocks)
