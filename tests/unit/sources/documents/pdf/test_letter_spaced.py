from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

PROSE = "Rivers carry water from the mountains down to the sea, and soil goes with it all the way."


def texts(tmp_path: Path, line: str, *, step: float = 0) -> list[tuple[str, str]]:
    """What is read of a page with this line between two paragraphs, its letters so far apart or as typed."""
    sheet = Sheet().text(60, 80, "Osmosis in plant cells", size=18, font="F2")
    sheet.lines(60, 120, [PROSE] * 6)
    if step:
        for at, letter in enumerate(line):
            sheet.text(60 + at * step, 220, letter)
    else:
        sheet.text(60, 220, line)
    sheet.lines(60, 240, [PROSE] * 8)
    return [(block.kind, block.text) for block in read_pdf(write_pdf(tmp_path, sheet)).blocks]


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("A R T I C L E   I N F O", "ARTICLE INFO"),
        ("A R T I C L E I N F O", "ARTICLE INFO"),
        ("A B S T R A C T", "ABSTRACT"),
        ("Z U S A M M E N F A S S U N G", "ZUSAMMENFASSUNG"),
    ],
)
def test_a_heading_spaced_letter_by_letter_is_read_as_its_words(
    tmp_path: Path, line: str, read: str
) -> None:
    assert ("heading", read) in texts(tmp_path, line)


@pytest.mark.parametrize("line", ["A B C D E F G H", "B A D C A B E A", "N S W O"])
def test_rows_of_letters_that_are_no_word_stay_letters(tmp_path: Path, line: str) -> None:
    assert line in " ".join(text for _, text in texts(tmp_path, line))


def test_letters_as_far_apart_as_columns_stay_letters(tmp_path: Path) -> None:
    found = " ".join(text for _, text in texts(tmp_path, "HINWEIS", step=40))
    assert "HINWEIS" not in found
