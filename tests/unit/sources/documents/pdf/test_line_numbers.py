"""The numbers of lines, and running heads deep on their pages: what a manuscript prints besides its text."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

SENTENCE = [
    "The Moon pulls on the water of the oceans, and the pull is strongest on the",
    "side that faces it, so that the water there rises into a bulge, which every",
    "coast of the turning Earth passes twice a day and which comes back later by",
    "some fifty minutes than on the day before.",
]


def _text(extraction: Extraction) -> str:
    return " ".join(block.text for block in extraction.blocks)


def test_the_numbers_of_lines_are_left_out_and_told(tmp_path: Path) -> None:
    sheet = Sheet().lines(90, 100, SENTENCE * 4)
    for at in range(16):
        sheet.text(60, 100 + 12 * at, str(at + 33), size=7)
    found = read_pdf(write_pdf(tmp_path, sheet))
    assert not any(character.isdigit() for character in _text(found))
    assert _text(found).count(" ".join(SENTENCE)) == 4


def test_the_numbers_of_items_stay(tmp_path: Path) -> None:
    sheet = Sheet()
    for at in range(12):
        sheet.text(60, 100 + 14 * at, str(at + 1)).text(
            90, 100 + 14 * at, f"Question {chr(65 + at)}"
        )
    found = read_pdf(write_pdf(tmp_path, sheet))
    everything = _text(found) + " ".join(c.text for b in found.blocks for c in b.cells)
    assert all(str(at + 1) in everything for at in range(12))


def test_a_running_head_deep_on_its_pages_is_left_out(tmp_path: Path) -> None:
    sheets = [
        Sheet().text(240, 125, "A STUDY OF TIDES", size=8).lines(90, 160 + 2 * at, SENTENCE * 6)
        for at in range(3)
    ]
    assert "STUDY" not in _text(read_pdf(write_pdf(tmp_path, *sheets)))
