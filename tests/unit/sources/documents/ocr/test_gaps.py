"""Gaps of a photographed worksheet stay gaps, and only they."""

from __future__ import annotations

from PIL import Image, ImageDraw

from praxeo.sources.documents.ocr.gap_lines import gap_lines
from praxeo.sources.documents.ocr.gaps import with_gaps
from praxeo.sources.documents.ocr.item_numbers import with_item_numbers
from praxeo.sources.documents.ocr.lighting import evenly_lit
from praxeo.sources.documents.ocr.words import OcrWord
from tests.unit.sources.documents.ocr.scans import DPI, picture, sheet

BASE, HIGH = 120.0, 20.0


def word(text: str, left: float, right: float, line: int = 0) -> OcrWord:
    return OcrWord(text, (left, BASE - HIGH, right, BASE), 95.0, line)


def texts(*words: OcrWord, lines: tuple[tuple[float, float, float, float], ...]) -> list[str]:
    return [word.text for word in with_gaps(words, lines)]


def ruled(left: int, right: int, rise: int = 0, dots: int = 1) -> Image.Image:
    image = picture(sheet())
    draw = ImageDraw.Draw(image)
    for x in range(left, right, dots):
        y = 600 + rise * (x - left) // (right - left)
        draw.rectangle((x, y, x + (3 if dots > 1 else 1), y + 2), fill=0)
    return image


def test_a_line_to_write_on_is_found_level_askew_and_dotted() -> None:
    for rise, dots in ((0, 1), (6, 1), (0, 8)):
        ((left, top, right, bottom),) = gap_lines(ruled(400, 700, rise, dots), DPI)
        assert abs(left - 400) < 20
        assert abs(right - 700) < 25
        assert 590 < top < bottom < 615


def test_letters_pictures_and_what_is_short_are_no_such_lines() -> None:
    page = picture(sheet())
    ImageDraw.Draw(page).rectangle((300, 500, 700, 800), fill=60)
    assert all(bottom - top < 8 for _, top, _, bottom in gap_lines(page, DPI))
    assert gap_lines(picture(sheet()), DPI) == ()
    assert gap_lines(ruled(400, 420), DPI) == ()


def test_a_line_in_a_row_of_words_is_a_gap() -> None:
    words = (word("The", 0, 40), word("rises.", 260, 320))
    assert texts(*words, lines=((60, 121, 240, 124),)) == ["The", "_" * 13, "rises."]
    assert texts(word("forms", 0, 70), word("of", 80, 100), lines=((110, 121, 240, 124),)) == [
        "forms",
        "of",
        "_" * 9,
    ]


def test_what_was_read_from_the_line_itself_gives_way() -> None:
    words = (word("The", 0, 40), word("—", 100, 160), word("rises.", 260, 320))
    assert texts(*words, lines=((60, 121, 240, 124),)) == ["The", "_" * 13, "rises."]
    assert texts(word("eine.........:.---", 0, 200), lines=()) == ["eine______"]
    assert texts(word("Wait.......", 0, 100), lines=()) == ["Wait......."]


def test_underlined_words_and_rules_elsewhere_make_no_gap() -> None:
    words = (word("The", 0, 40), word("underlined", 60, 180), word("end.", 190, 240))
    assert texts(*words, lines=((60, 121, 180, 124),)) == ["The", "underlined", "end."]
    for line in ((60, 180, 240, 183), (60, 60, 240, 63), (400, 121, 600, 124)):
        assert texts(word("The", 0, 40), word("end.", 260, 320), lines=(line,)) == ["The", "end."]


def test_the_rule_under_a_tables_head_takes_none_of_its_words() -> None:
    head = (word("Store", 0, 80), word("Share", 440, 530), word("Residence", 860, 1020))
    below = 1.2 * HIGH  # half a line of type below the words
    rules = tuple(
        (left, BASE + below, right, BASE + below + 3)
        for left, right in ((10, 60), (450, 600), (860, 1080))
    )
    assert texts(*head, lines=rules) == ["Store", "Share", "Residence"]


def test_numbers_of_items_are_mended_beside_their_neighbours_only() -> None:
    rows = (word("2.", 0, 20), word("Rain", 30, 70), word("3,", 0, 20, 1), word("Snow", 30, 70, 1))
    rows = (*rows, word("4.A", 0, 40, 2), word("river", 50, 90, 2), word("5.", 0, 20, 3))
    found = [w.text for w in with_item_numbers(rows)]
    assert found == ["2.", "Rain", "3.", "Snow", "4.", "A", "river", "5."]
    alone = [word("4.A", 0, 40), word("2.5", 0, 40, 1), word("7,", 0, 20, 2)]
    assert [w.text for w in with_item_numbers(alone)] == ["4.A", "2.5", "7,"]


def test_a_shaded_page_is_laid_on_white_and_an_even_one_is_left_as_it_is() -> None:
    page = picture(sheet())
    assert evenly_lit(page, DPI) is page
    shade = Image.linear_gradient("L").resize(page.size).point(lambda light: 100 + light // 2)
    shaded = Image.composite(shade, page.point(lambda light: light // 4), page.point(lambda light: 255 if light > 128 else 0))  # fmt: skip
    lit = evenly_lit(shaded, DPI)
    assert lit.getpixel((5, 5)) > 225
    assert lit.getpixel((page.width // 2, page.height - 5)) > 225
    darkest = min(lit.crop((200, 230, 900, 260)).tobytes())
    assert darkest < 190
