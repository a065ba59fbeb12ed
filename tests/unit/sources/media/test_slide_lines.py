"""Words that were recognised on slides become a title and items; what belongs to the design is left out."""

from __future__ import annotations

import zlib

from PIL import Image, ImageDraw, ImageFont

from praxeo.adapters.sandbox.tesseract import Tesseract, find_tesseract
from praxeo.domain.media import Still
from praxeo.sources.documents.ocr.words import OcrWord
from praxeo.sources.media.slide_lines import (
    confidence_of,
    item_text,
    lines_of,
    title_and_items,
    without_design,
)
from praxeo.sources.media.slide_text import with_text
from praxeo.sources.media.slides import Slide


def words(*lines: tuple[str, float, float], confidence: float = 95) -> list[OcrWord]:
    """Each line as its text, where its baseline runs, and the size of its type."""
    found = []
    for number, (text, bottom, size) in enumerate(lines):
        left = 100.0
        for word in text.split():
            right = left + 0.5 * size * len(word)
            found.append(
                OcrWord(word, (left, bottom - 0.71 * size, right, bottom), confidence, number)
            )
            left = right + 0.3 * size
    return found


def test_the_largest_line_is_the_title_even_where_it_stands_below() -> None:
    lines = lines_of(
        words(("Chapter THREE", 80, 20), ("HEART AND Blood", 160, 48), ("It beats", 300, 20))
    )
    title, items = title_and_items(lines)
    assert title == "HEART AND Blood"
    assert [item_text(item) for item in items] == ["Chapter THREE", "It beats"]


def test_a_title_of_two_lines_is_one() -> None:
    lines = lines_of(
        words(("The Heart and", 80, 40), ("All Its Vessels", 130, 40), ("It beats", 300, 20))
    )
    assert title_and_items(lines)[0] == "The Heart and All Its Vessels"


def test_where_all_type_is_alike_the_topmost_line_is_the_title() -> None:
    lines = lines_of(words(("Hearts", 80, 20), ("They beat", 130, 20), ("They pump", 180, 20)))
    title, items = title_and_items(lines)
    assert (title, len(items)) == ("Hearts", 2)


def test_a_line_that_goes_on_belongs_to_its_item_and_bullets_are_dropped() -> None:
    lines = lines_of(
        words(
            ("Blood", 60, 48),
            ("• Red cells carry oxygen with the help of", 150, 20),
            ("haemoglobin, which holds iron", 180, 20),
            ("• Platelets close wounds", 220, 20),
        )
    )
    _, items = title_and_items(lines)
    assert [item_text(item) for item in items] == [
        "Red cells carry oxygen with the help of haemoglobin, which holds iron",
        "Platelets close wounds",
    ]


def test_what_most_slides_repeat_in_small_type_is_design_and_repeated_titles_are_not() -> None:
    slides = [
        lines_of(
            words(
                ("Blood", 60, 48),
                (f"Fact {letter} holds", 150, 20),
                (f"Biology 101 | {n}", 700, 12),
            )
        )
        for n, letter in enumerate("abcde")
    ]
    for letter, lines in zip("abcde", without_design(slides), strict=True):
        assert [line.text for line in lines] == ["Blood", f"Fact {letter} holds"]


def test_a_face_or_a_pointer_makes_no_words() -> None:
    seen = [
        *words(("Blood flows", 60, 30)),
        OcrWord("ee", (5, 5, 9, 9), 22, 7),
        OcrWord("|", (1, 1, 2, 9), 90, 8),
    ]
    assert [line.text for line in lines_of(seen)] == ["Blood flows"]


def test_an_item_is_as_sure_as_the_least_sure_quarter_of_its_words() -> None:
    sure = words(("all four are", 60, 20))
    lines = lines_of([*sure, OcrWord("here", (300, 40, 340, 60), 45, 0)])
    assert confidence_of(lines) == 45


def test_light_words_in_a_dark_bar_are_read_like_the_dark_ones_below() -> None:
    image = Image.new("RGB", (1280, 720), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 1280, 94), fill="#1a4a7a")
    draw.text((52, 30), "Storm surges", fill="white", font=ImageFont.load_default(44))
    for row, line in enumerate(("A barrage holds back the water", "It needs no dam")):
        draw.text((100, 140 + 50 * row), line, fill="black", font=ImageFont.load_default(26))
    still = Still(width=1280, height=720, points=image.tobytes())
    found = find_tesseract()
    assert found, "tesseract is not installed"
    slide = Slide(start=0, end=9, size=(1280, 720), packed=zlib.compress(still.points))
    (read,) = with_text([slide], Tesseract(found), language="en", progress=lambda share: None)
    assert read.title == "Storm surges"
    assert [block.text for block in read.blocks] == [
        "A barrage holds back the water",
        "It needs no dam",
    ]
