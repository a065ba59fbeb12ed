"""Headings that lines below them or faces set apart, and what is set apart and is none."""

from __future__ import annotations

from pathlib import Path

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import HEIGHT, Sheet, write_pdf

TEXT = [
    "The Moon pulls on the water of the oceans, and the pull is strongest on the side",
    "that faces it, so that the water there rises into a bulge which the coast passes.",
]


def _headings(path: Path) -> list[str]:
    return [block.text for block in read_pdf(path).blocks if block.kind == "heading"]


def test_lines_in_the_look_of_the_text_are_headings_where_they_are_underlined(
    tmp_path: Path,
) -> None:
    sheet = Sheet().text(72, 60, "Tides of the Sea", size=18)
    for top, name, width in ((100, "What they are", 64), (220, "How they are measured", 106)):
        sheet.text(72, top, name).draw(f"72 {HEIGHT - top - 1.5} {width} 0.5 re f")
        sheet.lines(72, top + 20, TEXT)
    assert _headings(write_pdf(tmp_path, sheet)) == [
        "Tides of the Sea",
        "What they are",
        "How they are measured",
    ]


def test_bold_lines_of_a_program_and_names_of_files_are_no_headings(tmp_path: Path) -> None:
    names = ("Output of a command", ">word 2>&1", "Input of a command", "/dev/stdin", "(operation)")
    sheet = Sheet().text(72, 60, "Redirections", size=18)
    for row, name in enumerate(names):
        sheet.text(72, 100 + 120 * row, name, font="F2").lines(72, 120 + 120 * row, TEXT)
    assert _headings(write_pdf(tmp_path, sheet)) == ["Redirections", *names[0:3:2]]
