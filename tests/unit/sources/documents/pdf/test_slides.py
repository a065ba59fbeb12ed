"""Slides and worksheets: titles that recur, steps of one slide, text that OCR or a typewriter set."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import HEIGHT, Sheet, write_pdf

POINTS = [
    "\u2022 Evaporation is the change of water into vapour.",
    "\u2022 Condensation is the change of vapour into drops.",
    "\u2022 Precipitation is the fall of water from clouds.",
]
TYPED = [
    "Enzymes are proteins that speed up the reactions of a cell with-",
    "out being used up in them. Each one binds a substrate at its site.",
]


def slide(title: str, points: list[str]) -> Sheet:
    sheet = Sheet().text(60, 60, title, size=20, font="F2")
    for number, point in enumerate(points):
        sheet.text(72, 120 + 40 * number, point, size=12)
    return sheet.text(500, HEIGHT - 20, "1/3", size=8)


def headings(extraction: Extraction) -> list[str]:
    return [block.text for block in extraction.blocks if block.kind == "heading"]


def items(extraction: Extraction) -> list[str]:
    return [block.text for block in extraction.blocks if block.kind == "list_item"]


def test_a_slide_that_grows_is_read_once_as_it_stands_at_last(tmp_path: Path) -> None:
    steps = [slide("The water cycle", POINTS[:count]) for count in (1, 2, 3)]
    steps += [slide("Rivers", POINTS[:1]), slide("Rivers", [POINTS[0], POINTS[2]])]
    found = read_pdf(write_pdf(tmp_path, *steps))
    assert headings(found) == ["The water cycle", "Rivers"]
    assert len(items(found)) == 5
    assert {block.locator.page for block in found.blocks} == {3, 5}


def test_a_page_that_repeats_some_words_at_other_places_is_kept(tmp_path: Path) -> None:
    found = read_pdf(write_pdf(tmp_path, slide("Rain", POINTS[1:]), slide("Rain", POINTS)))
    assert len(items(found)) == 5


def test_titles_that_recur_or_differ_by_a_number_are_titles(tmp_path: Path) -> None:
    titles = ["Rain", "Rain", "Exercise 1", "Exercise 2", "Exercise 3", "Rivers"]
    sheets = [slide(title, POINTS[n % 3 :]) for n, title in enumerate(titles)]
    assert headings(read_pdf(write_pdf(tmp_path, *sheets))) == titles


def test_a_large_head_on_every_page_is_still_a_running_head(tmp_path: Path) -> None:
    sheets = [slide("Year 8 Geography", POINTS[n:] + POINTS[:n]) for n in range(3)]
    assert headings(read_pdf(write_pdf(tmp_path, *sheets))) == []


def test_a_typewritten_document_is_prose_and_its_broken_words_are_mended(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 100, TYPED, font="F4").lines(72, 160, TYPED, font="F4")
    blocks = read_pdf(write_pdf(tmp_path, sheet)).blocks
    assert [block.kind for block in blocks] == ["paragraph", "paragraph"]
    assert blocks[0].text == " ".join(TYPED).replace("with- out", "without")


def test_a_listing_stays_code_in_a_typewritten_document(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 100, TYPED, font="F4")
    sheet.lines(72, 160, ["if (x == y[i]) {", "    x += f(y);", "}"], font="F4")
    blocks = read_pdf(write_pdf(tmp_path, sheet)).blocks
    assert [block.kind for block in blocks] == ["paragraph", "code"]
    assert blocks[1].text == "if (x == y[i]) {\n    x += f(y);\n}"


def test_the_text_that_tesseract_lays_under_a_scan_is_prose_with_headings(tmp_path: Path) -> None:
    lines = [line.replace(" ", "  ") for line in TYPED]
    sheet = Sheet().text(72, 80, "The enzymes of cells", size=17, font="F5")
    sheet.lines(72, 110, lines, font="F5")
    blocks = read_pdf(write_pdf(tmp_path, sheet, strong_face="GlyphLessFont", pitch=1)).blocks
    assert [block.kind for block in blocks] == ["heading", "paragraph"]
    assert "speed up the reactions of a cell without" in blocks[1].text


def test_titles_of_slides_are_headings_whatever_stands_below_them(tmp_path: Path) -> None:
    titles = ["The water cycle", "Rivers", "Lakes and ponds", "The sea"]
    slides = [
        Sheet(wide=True).text(60, 60, title, size=16).lines(72, 230, ["Rain", "Snow"], size=14)
        for title in titles
    ]
    assert headings(read_pdf(write_pdf(tmp_path, *slides))) == titles
