"""Ink in which no word was found is noticed: what an engine passes over is not lost without a word."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from praxeo.domain.blocks import Box
from praxeo.sources.documents.ocr.ink import ink_map, unread_share
from praxeo.sources.documents.ocr.words import OcrWord
from tests.unit.sources.documents.ocr.scans import DPI, picture, sheet
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet


def share(image: Image.Image, *boxes: Box) -> float:
    words = [OcrWord("word", box, 95, number) for number, box in enumerate(boxes)]
    return unread_share(ink_map(image, DPI), words, DPI)


def inches(left: float, top: float, right: float, bottom: float) -> Box:
    return (left * DPI, top * DPI, right * DPI, bottom * DPI)


EVERYWHERE = inches(0, 0, 9, 12)


def test_a_page_whose_words_were_found_has_no_ink_left() -> None:
    assert share(picture(sheet()), EVERYWHERE) == 0


def test_a_paragraph_that_was_passed_over_is_noticed() -> None:
    heading_only = inches(0.9, 0.9, 5, 1.4)
    assert 0.005 < share(picture(sheet()), heading_only) < 0.1


def test_a_photograph_on_the_page_is_noticed() -> None:
    page = picture(sheet())
    page.paste(Image.effect_noise((600, 400), 60), (400, 1200))
    text = inches(0.9, 0.9, 7, 3)
    assert share(page, text) == pytest.approx(600 * 400 / (page.width * page.height), rel=0.4)


@pytest.mark.parametrize("points", [0.5, 1])
def test_the_rules_of_a_table_are_no_lost_text(points: float) -> None:
    table = Sheet()
    for row in range(12):
        table.draw(f"{points} w 72 {700 - row * 24} m 520 {700 - row * 24} l S")
    for column in range(5):
        table.draw(f"{points} w {72 + column * 112} 700 m {72 + column * 112} 436 l S")
    assert share(picture(table)) == 0


def test_specks_and_the_shadows_at_the_edges_are_no_lost_text() -> None:
    page = Image.new("L", (1654, 2339), 255)
    draw = ImageDraw.Draw(page)
    for number in range(200):
        x, y = 100 + 70 * (number % 20), 100 + 200 * (number // 20)
        draw.rectangle((x, y, x + 12, y + 12), fill=0)
    draw.rectangle((0, 0, 40, 2339), fill=0)
    assert share(page) == 0


def test_a_page_of_any_size_has_a_map() -> None:
    for size in ((1, 1), (30, 4000), (4000, 30)):
        assert share(Image.new("L", size, 255)) == 0
