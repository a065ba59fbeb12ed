"""The title of a PDF: short ones above long subtitles, logos, running heads, chapters with numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, write_pdf

BODY = [
    "Photosynthesis is the process by which plants turn the energy of light into sugar.",
    "In plants photosynthesis takes place in the chloroplasts of the leaves, and it needs",
    "water, light and carbon dioxide. Without photosynthesis there would be no oxygen to",
    "breathe, and the memory of a green planet would be all that is left of the plants.",
    "A ladder is safe where both its feet stand on firm ground; ladders of wood are checked",
    "each year. Memory of a fall from a ladder stays, and memory is a poor ladder.",
]


def page(y: float = 400) -> Sheet:
    return Sheet().lines(72, y, BODY).lines(72, y + 100, BODY).lines(72, y + 200, BODY)


def one_word_above_a_subtitle() -> list[Sheet]:
    sheet = page().text(72, 120, "Photosynthesis", size=32, font="F2")
    return [sheet.text(72, 150, "How the plants of this world turn light into sugar", size=20)]


def one_word_above_text_and_a_long_subheading() -> list[Sheet]:
    sheet = Sheet().text(72, 100, "Photosynthesis", size=24, font="F2").lines(72, 130, BODY)
    sheet.text(72, 240, "Where in a leaf the light of the sun is caught", size=16, font="F2")
    return [sheet.lines(72, 260, BODY)]


def two_words_beside_headings_of_one_look() -> list[Sheet]:
    heads = (
        "How light is caught by the leaf",
        "How the sugar is made at night",
        "What the roots do",
    )
    sheet = Sheet().text(72, 90, "Green Leaves", size=22, font="F2")
    for number, head in enumerate(heads):
        sheet.text(72, 130 + 130 * number, head, size=15, font="F2")
        sheet.lines(72, 150 + 130 * number, BODY)
    return [sheet]


def a_cover_with_a_logo() -> list[Sheet]:
    cover = Sheet().text(72, 90, "ACME", size=48, font="F2")
    cover.text(72, 380, "Safe Work with Ladders", size=28, font="F2")
    return [cover.text(72, 700, "Edition of 2024"), page(100)]


def a_masthead_above_the_title() -> list[Sheet]:
    sheet = page().text(72, 80, "Botanica", size=26, font="F2").text(72, 100, "Vol. 12, pages 1-9")
    return [sheet.text(72, 180, "Effects of light on the growth of moss", size=18, font="F2")]


def under_a_running_head() -> list[Sheet]:
    sheets = [
        page(200).text(72, 40, "Handbook of Plants", size=14, font="F2") for _ in range(3)
    ]  # fmt: skip
    sheets[0].text(72, 120, "Photosynthesis", size=24, font="F2")
    return sheets


def a_chapter_with_its_number() -> list[Sheet]:
    sheet = Sheet().text(72, 100, "3 Memory", size=28, font="F2").lines(72, 150, BODY)
    sheet.text(72, 260, "How the brain keeps what it has seen", size=15, font="F2")
    return [sheet.lines(72, 280, BODY)]


def a_chapter_below_its_label() -> list[Sheet]:
    sheet = page(300).text(72, 100, "Chapter 3", size=28, font="F2")
    return [sheet.text(72, 170, "Memory", size=28, font="F2")]


@pytest.mark.parametrize(
    ("sheets", "title"),
    [
        (one_word_above_a_subtitle, "Photosynthesis"),
        (one_word_above_text_and_a_long_subheading, "Photosynthesis"),
        (two_words_beside_headings_of_one_look, "Green Leaves"),
        (a_cover_with_a_logo, "Safe Work with Ladders"),
        (a_masthead_above_the_title, "Effects of light on the growth of moss"),
        (under_a_running_head, "Photosynthesis"),
        (a_chapter_with_its_number, "3 Memory"),
        (a_chapter_below_its_label, "Memory"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_the_title_is_what_a_reader_would_call_it(sheets: object, title: str, tmp_path: Path) -> None:  # fmt: skip
    made = read_pdf(write_pdf(tmp_path, *sheets()))  # type: ignore[operator]
    assert (heading_of(made), made.metadata.title) == (title, title)


def test_a_title_that_the_file_states_is_found_on_the_page(tmp_path: Path) -> None:
    sheet = page().text(72, 80, "Leaf Letters Monthly Online", size=26, font="F2")
    sheet.text(72, 180, "Moss", size=22, font="F2")
    assert heading_of(read_pdf(write_pdf(tmp_path, sheet, info="/Title (Moss)"))) == "Moss"
    false = "/Title (Microsoft Word - moss_final2.doc)"
    unknown = read_pdf(write_pdf(tmp_path, page().text(72, 80, "Moss", size=22), info=false))
    assert (heading_of(unknown), unknown.metadata.title) == ("Moss", "Moss")


def heading_of(extraction: Extraction) -> str:
    return next((b.text for b in extraction.blocks if b.kind == "heading" and b.level == 1), "")


def test_headings_without_numbers_stand_below_the_numbered_ones_that_are_larger(
    tmp_path: Path,
) -> None:
    sheet = Sheet()
    y = 80
    for number in (7, 8):
        sheet.text(60, y, f"2.{number} Waves on the shore {number}", size=15, font="F2")
        for name in ("Observation", "Procedure"):
            sheet.text(60, y + 30, name, size=12, font="F2")
            sheet.lines(
                60,
                y + 50,
                ["Waves run up the shore and take the sand with them on their way back."] * 4,
            )
            y += 100
        y += 60
    levels = {
        b.text: b.level for b in read_pdf(write_pdf(tmp_path, sheet)).blocks if b.kind == "heading"
    }
    assert {levels["Observation"], levels["Procedure"]} == {levels["2.7 Waves on the shore 7"] + 1}
