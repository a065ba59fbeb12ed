"""Entries that only a bold term begins are blocks of their own, and keep the bold."""

from __future__ import annotations

from pathlib import Path

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf

BODY = [
    "Soil lies on rock and is made from it by rain, roots and frost in a very long time.",
    "It feeds what we eat, and it is lost fast where nothing grows on it in the winter.",
]
ENTRIES = {
    "bedrock": ["solid rock under the soil"],
    "cover crop": ["a crop that is grown to keep the soil from being washed away in a wet", "winter"],
    "humus": ["what is left of leaves"],
    "leaching": ["the loss of what water carries down"],
    "loam": ["a soil of sand, silt and clay"],
}  # fmt: skip


def _read(tmp_path: Path, sheet: Sheet) -> list[tuple[str, list[str]]]:
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf([sheet]))
    return [
        (block.text, [block.text[m.start : m.end] for m in block.marks if m.style == "strong"])
        for block in read_pdf(path).blocks
    ]


def test_entries_that_begin_in_bold_are_blocks_of_their_own(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, BODY)
    y = 130
    for term, (first, *rest) in ENTRIES.items():
        sheet.text(72, y, term, font="F2").text(72 + 6 * len(term) + 6, y, first)
        sheet.lines(72, y + 12, rest)
        y += 12 + 12 * len(rest)
    read = _read(tmp_path, sheet)
    assert read[1:] == [(f"{term} {' '.join(lines)}", [term]) for term, lines in ENTRIES.items()]


def test_an_emphasis_at_the_beginning_of_a_full_line_begins_nothing(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(5):
        sheet.text(72, 80 + 12 * row, "Rain", font="F2")
        sheet.text(
            97, 80 + 12 * row, "wears the rock down and the roots hold what is left of it, and"
        )
    assert len(_read(tmp_path, sheet)) == 1
