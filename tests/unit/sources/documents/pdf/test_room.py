"""Short lines that had room to go on: each stands by itself, also where space parts them from the text around them."""

from __future__ import annotations

from pathlib import Path

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

TEXT = [
    "The Moon pulls on the water of the oceans, and the pull is strongest on the side",
    "that faces it, so that the water there rises into a bulge which the coast passes.",
]
NEEDED = ["A magnet, D = 10 mm", "A coil, N = 300", "A voltmeter, U = 5 V"]


def _texts(path: Path) -> list[str]:
    return [block.text for block in read_pdf(path).blocks]


def test_items_without_signs_stand_each_by_itself(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, TEXT).text(72, 120, "You need:")
    sheet.lines(72, 134, NEEDED, leading=13).lines(72, 184, TEXT)
    assert _texts(write_pdf(tmp_path, sheet))[1:-1] == ["You need:", *NEEDED]


def test_text_beside_a_picture_goes_on_from_line_to_line(tmp_path: Path) -> None:
    narrow = ["Water in the bay stands", "High where the Moon and", "Sun pull together on it."]
    sheet = Sheet().lines(72, 80, TEXT).lines(72, 130, narrow, leading=13).lines(72, 184, TEXT)
    sheet.text(220, 130, "Drawing of a bay").text(220, 158, "with a gauge")
    assert " ".join(narrow) in _texts(write_pdf(tmp_path, sheet))


def test_entries_in_small_letters_far_apart_stand_each_by_itself(tmp_path: Path) -> None:
    entries = ["ash: fine pieces of rock", "caldera: a large hollow", "crust – the outer layer"]
    sheet = Sheet().lines(72, 80, TEXT).lines(72, 130, entries, leading=26)
    assert _texts(write_pdf(tmp_path, sheet))[1:] == entries
