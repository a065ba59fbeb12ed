"""Lines of code and of what programs print stay whole, however far their words stand apart."""

from __future__ import annotations

from pathlib import Path

from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf

PROSE = [
    "Lakes fill slowly with what the brooks bring down from the hills around them",
    "and with the leaves that fall into them; the larger ones last much longer than",
    "the small ones do, and the deepest of them all will outlast the hills as well.",
]
HALF = [
    "Lakes fill slowly with what brooks",
    "bring down from the hills, and with",
    "leaves that fall.",
]


def _printed(sheet: Sheet, top: float) -> Sheet:
    for row, (name, depth, area) in enumerate(
        [("lake", "depth", "area"), ("a", "12", "3.5"), ("b", "7", "0.4")]
    ):
        y = top + 12 * row
        sheet.text(72, y, name, font="F4").text(220, y, depth, font="F4").text(
            340, y, area, font="F4"
        )
    return sheet


def test_what_a_program_prints_in_columns_keeps_its_lines(tmp_path: Path) -> None:
    sheet = _printed(Sheet().lines(72, 100, PROSE), 170).lines(72, 230, PROSE)
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf([sheet]))
    (code,) = [block.text for block in read_pdf(path).blocks if block.kind == "code"]
    assert [line.split() for line in code.split("\n")] == [
        ["lake", "depth", "area"],
        ["a", "12", "3.5"],
        ["b", "7", "0.4"],
    ]


def test_code_in_two_columns_of_a_page_stays_in_its_columns(tmp_path: Path) -> None:
    sheet = Sheet()
    for x in (72, 320):
        sheet.lines(x, 100, HALF * 3).lines(x, 220, HALF * 3)
        sheet.lines(x, 340, [f"left = {x}", "right = left"], font="F4")
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf([sheet]))
    code = [block.text for block in read_pdf(path).blocks if "right" in block.text]
    assert [text.split("\n") for text in code] == [
        ["left = 72", "right = left"],
        ["left = 320", "right = left"],
    ]


def test_a_lone_line_of_code_is_code_and_one_of_words_is_none(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 100, PROSE).text(72, 170, "plot(lakes)", font="F4")
    sheet.lines(72, 200, PROSE).text(72, 270, "lakes of the north", font="F4").lines(72, 300, PROSE)
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf([sheet]))
    code = [block.text for block in read_pdf(path).blocks if block.kind == "code"]
    assert code == ["plot(lakes)"]
