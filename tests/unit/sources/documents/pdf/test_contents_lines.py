"""A table of contents is no row of headings with lone numbers between them."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Block
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf

BODY = [
    "Lakes fill slowly with what the brooks bring down from the hills around them",
    "and with the leaves that fall into them; the larger ones last much longer.",
]
ENTRIES = [
    ("1 Lakes", 3),
    ("2 Brooks", 5),
    ("3 Rivers and seas", 9),
    ("4 Wells", 14),
    ("5 Rain", 21),
]


def _read(tmp_path: Path, *sheets: Sheet) -> list[Block]:
    path = tmp_path / "a.pdf"
    path.write_bytes(build_pdf(sheets))
    return list(read_pdf(path).blocks)


def _chapter(title: str) -> Sheet:
    return Sheet().text(72, 100, title, size=14, font="F2").lines(72, 125, BODY * 6)


def test_entries_with_their_pages_are_lines_and_no_headings(tmp_path: Path) -> None:
    contents = Sheet().text(72, 100, "Contents", size=14, font="F2")
    for row, (title, page) in enumerate(ENTRIES):
        contents.text(72, 130 + 20 * row, title, size=11, font="F2")
        contents.text(500 - 6 * len(str(page)), 130 + 20 * row, str(page), size=11, font="F2")
    read = _read(tmp_path, contents, _chapter("1 Lakes"), _chapter("2 Brooks"))
    assert [b.text for b in read if b.kind == "heading"] == ["Contents", "1 Lakes", "2 Brooks"]
    texts = [b.text for b in read]
    assert all(f"{title} {page}" in texts for title, page in ENTRIES)


def test_figures_at_the_right_that_do_not_rise_are_left_where_they_stand(tmp_path: Path) -> None:
    sheet = Sheet().lines(72, 80, BODY)
    for row, (title, page) in enumerate([("Lakes", 9), ("Brooks", 3), ("Seas", 7), ("Wells", 1)]):
        sheet.text(72, 150 + 30 * row, title).text(500, 150 + 30 * row, str(page))
    texts = [b.text for b in _read(tmp_path, sheet)]
    assert "Lakes 9" not in texts


def test_what_stands_in_brackets_alone_is_no_heading(tmp_path: Path) -> None:
    sheet = Sheet()
    for row in range(3):
        sheet.text(72, 100 + 90 * row, "[5 points]", size=12, font="F2")
        sheet.lines(72, 120 + 90 * row, BODY)
    assert not [b for b in _read(tmp_path, sheet) if b.kind == "heading"]


def test_the_name_of_a_section_beside_the_page_number_is_a_running_head(tmp_path: Path) -> None:
    sheets = [_chapter(f"{at} Lakes") for at in (1, 2, 3)]
    for at, sheet in enumerate(sheets, 1):
        sheet.text(72, 60, f"{at}.{at} Of lakes and {'ponds' * at}").text(480, 60, str(10 + at))
    read = _read(tmp_path, *sheets)
    assert not [b for b in read if "Of lakes" in b.text]
