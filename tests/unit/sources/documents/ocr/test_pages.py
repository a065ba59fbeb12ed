"""A recognised page is laid out as a reader holds it, however it lay on the glass."""

from __future__ import annotations

import math

import pytest

from praxeo.domain.blocks import Box
from praxeo.sources.documents.ocr.found import OcrPage, found_from_json, found_to_json
from praxeo.sources.documents.ocr.pages import laid_out_pages
from praxeo.sources.documents.ocr.turning import quarter_turns, turned
from praxeo.sources.documents.ocr.words import OcrWord
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.reader import read_recognised_pages

DPI, WIDTH, HEIGHT = 144, 1190, 1684  # pixels of the picture of a page of A4
LINES = (
    (200, 40, "Tides of the sea"),
    (280, 22, "The Moon pulls on the water of the oceans"),
    (308, 22, "and the water rises into a bulge there."),
    (370, 22, "A second bulge stands on the far side of"),
    (398, 22, "the Earth, where the pull is weakest."),
)
TALL, DEEP = "bdfhkltTMAEij", "gjpqy,"


def inked(size: float, left: float, baseline: float, text: str) -> Box:
    """Where the letters of a word leave ink."""
    top = baseline - size * (0.71 if any(c in text for c in TALL) else 0.49)
    bottom = baseline + size * (0.21 if any(c in text for c in DEEP) else 0.0)
    return (left, top, left + 0.5 * size * len(text), bottom)


def upright(confidence: float = 95) -> list[OcrWord]:
    words = []
    for line, (baseline, size, text) in enumerate(LINES):
        left = 150.0
        for word in text.split():
            words.append(OcrWord(word, inked(size, left, baseline, word), confidence, line))
            left += 0.5 * size * (len(word) + 1)
    return words


def page_of(words: list[OcrWord], number: int = 1, turned_by: int = 0) -> OcrPage:
    width, height = (HEIGHT, WIDTH) if turned_by % 2 else (WIDTH, HEIGHT)
    points = 72 / DPI
    return OcrPage(
        number=number, width=width * points, height=height * points, dpi=DPI, words=tuple(words)
    )


def laid_out(words: list[OcrWord], turned_by: int = 0) -> Page:
    return laid_out_pages([page_of(words, turned_by=turned_by)])[1]


def lying(words: list[OcrWord], turns: int) -> list[OcrWord]:
    return [word._replace(box=turned(word.box, turns, WIDTH, HEIGHT)) for word in words]


def slanted(words: list[OcrWord], degrees: float) -> list[OcrWord]:
    angle = math.radians(degrees)
    out = []
    for word in words:
        left, top, right, bottom = word.box
        x, y = (left + right) / 2 - WIDTH / 2, (top + bottom) / 2 - HEIGHT / 2
        dx = x * math.cos(angle) - y * math.sin(angle) - x
        dy = x * math.sin(angle) + y * math.cos(angle) - y
        out.append(word._replace(box=(left + dx, top + dy, right + dx, bottom + dy)))
    return out


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_page_that_lies_on_its_side_or_head_is_turned(turns: int) -> None:
    words = lying(upright(), turns)
    page = laid_out(words, turned_by=turns)
    assert (quarter_turns(words) + turns) % 4 == 0
    straight = laid_out(upright())
    for word, same in zip(page.words, straight.words, strict=True):
        assert word.box == pytest.approx(same.box, abs=0.6)
    shown = page.as_printed(page.words[0].box)
    points = 72 / DPI
    ink = [side * points for side in words[0].box]
    assert shown[0] < ink[2]  # the box on the page as it is shown lies over the ink
    assert shown[2] > ink[0]
    assert shown[1] < ink[3]
    assert shown[3] > ink[1]


@pytest.mark.parametrize("degrees", [-5, -1.5, 0.4, 2, 6])
def test_a_slanted_page_reads_as_if_it_were_level(degrees: float) -> None:
    read = read_recognised_pages([laid_out(slanted(upright(), degrees))], page_count=1)
    assert [(block.kind, block.text) for block in read.blocks] == [
        ("heading", "Tides of the sea"),
        (
            "paragraph",
            "The Moon pulls on the water of the oceans and the water rises into a bulge there.",
        ),
        (
            "paragraph",
            "A second bulge stands on the far side of the Earth, where the pull is weakest.",
        ),
    ]


def test_a_line_has_one_size_whatever_its_letters_and_the_body_one_size_in_all() -> None:
    sizes = {word.size for word in laid_out(upright()).words}
    assert len(sizes) == 2
    body, heading = sorted(sizes)
    assert body == pytest.approx(11, abs=0.5)
    assert heading == pytest.approx(20, abs=1)


def test_a_last_word_alone_on_its_line_stays_in_its_paragraph_however_tall_its_box() -> None:
    left, top, right, bottom = inked(22, 150, 426, "September.")
    tall = OcrWord("September.", (left, top - 10, right, bottom), 95, 9)  # up to the line above
    read = read_recognised_pages([laid_out([*upright(), tall])], page_count=1)
    assert [block.kind for block in read.blocks] == ["heading", "paragraph", "paragraph"]
    assert read.blocks[-1].text.endswith("is weakest. September.")


def test_a_line_that_is_measured_larger_than_its_paragraph_is_not_moved_to_larger_type() -> None:
    def larger(word: OcrWord) -> OcrWord:
        left, top, right, bottom = word.box
        return word._replace(box=(left, top - 0.064 * (bottom - top), right, bottom))

    first = [larger(word) if word.line == 4 else word for word in upright()]
    second = [
        OcrWord("Moonlight", inked(26, 150 + 130 * at, 200 + 40 * row, "Moonlight"), 95, row)
        for row in range(20)
        for at in range(5)
    ]
    page, _ = laid_out_pages([page_of(first), page_of(second, 2)]).values()
    assert len({word.size for word in page.words if word.line}) == 1


def test_sizes_are_evened_out_over_all_pages() -> None:
    larger = [
        word._replace(box=(*word.box[:2], word.box[2], word.box[3] + 1.0)) for word in upright()
    ]
    pages = laid_out_pages([page_of(upright()), page_of(larger, number=2)])
    assert {word.size for word in pages[1].words} == {word.size for word in pages[2].words}


def test_every_block_says_how_sure_it_is_and_the_unsure_are_doubtful() -> None:
    words = [word._replace(confidence=55) if word.line > 2 else word for word in upright()]
    read = read_recognised_pages([laid_out(words)], page_count=1)
    assert [block.ocr_confidence for block in read.blocks] == [95, 95, 55]
    assert [block.is_doubtful for block in read.blocks] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("There are 6.02 × 1023 of them in it.", True),
        ("It takes 3 x 108 m/s there and back.", True),
        ("About 2·10-3 of it is left then.", True),
        ("In 1023 the abbey was built anew.", False),
        ("They count 10 × 10 fields in all.", False),
        ("It holds 3 × 10 litres of the water.", False),
    ],
)
def test_a_power_of_ten_may_have_lost_its_exponent(text: str, doubtful: bool) -> None:
    words, left = [], 150.0
    for word in text.split():
        words.append(OcrWord(word, inked(22, left, 300, word), 96, 0))
        left += 11 * (len(word) + 1)
    (block,) = read_recognised_pages([laid_out(words)], page_count=1).blocks
    assert block.text == text
    assert block.is_doubtful is doubtful


def test_one_unsure_word_of_many_leaves_a_passage_sure_and_every_fifth_makes_it_doubtful() -> None:
    def confidence(unsure: set[int]) -> int | None:
        words = [
            word._replace(confidence=30) if number in unsure else word
            for number, word in enumerate(upright())
            if word.line in (1, 2)
        ]
        (block,) = read_recognised_pages([laid_out(words)], page_count=1).blocks
        return block.ocr_confidence

    first = len(LINES[0][2].split())
    assert (confidence({first}) or 0) > 80
    assert (confidence(set(range(first, first + 17, 5))) or 100) < 70


def test_specks_that_look_large_are_no_heading() -> None:
    words = [word._replace(confidence=45) if word.line == 0 else word for word in upright()]
    read = read_recognised_pages([laid_out(words)], page_count=1)
    assert [block.kind for block in read.blocks] == ["paragraph"] * 3
    assert read.blocks[0].is_doubtful


def test_what_was_found_goes_to_another_process_and_back() -> None:
    pages = [page_of(upright()), page_of([], number=2)]
    assert found_from_json(found_to_json(pages)) == pages
