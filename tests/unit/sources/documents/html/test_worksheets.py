"""Exercises of web pages: options, answers and boxes to tick are short, and they are what is practised."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.html.blocks import blocks_from_html
from praxeo.sources.documents.html.reader import read_html

QUESTIONS = (
    ("Which gas do plants take in from the air?", ["Oxygen", "Carbon dioxide", "Nitrogen"]),
    ("Which organ pumps blood through the body?", ["Liver", "Heart", "Lung"]),
    ("What is the boiling point of water at sea level?", ["90 °C", "100 °C", "110 °C"]),
)
LIST = "".join(
    f"<li>{asked}<ol type=a>{''.join(f'<li>{option}</li>' for option in options)}</ol></li>"
    for asked, options in QUESTIONS
)
BOXES = "<li><input type=checkbox checked> Saturn</li><li><input type=checkbox> Mars</li>"
PAGE = (
    "<!doctype html><html><head><title>Worksheet: plants - School</title></head><body><header><nav><a href=/>Home</a> "
    "<a href=/a>All worksheets</a></nav></header><{0}><h1>Worksheet: plants</h1><p>Photosynthesis is the process by "
    "which plants turn light, water and carbon dioxide into sugar and oxygen. It takes place in the chloroplasts of "
    "the leaves.</p><h2>Exercises</h2><ol>{1}</ol><h2>Tick the planets with rings</h2><ul>{2}</ul><h2>{3}</h2>"
    "<p>1b, 2b, 3b</p></{0}><footer><ul><li><a href=/i>Imprint</a></li><li><a href=/p>Privacy</a></li></ul></footer></body></html>"
)


@pytest.mark.parametrize("around", ["main", "article", "div"])
@pytest.mark.parametrize("answers", ["Lösungen", "Answer key", "3. Solutions", "Corrigé"])
def test_a_worksheet_keeps_its_options_boxes_and_answers(around: str, answers: str) -> None:
    read = read_html(PAGE.format(around, LIST, BOXES, answers).encode()).blocks
    shown = [f"{block.number} {block.text}".strip() for block in read]
    for asked, options in QUESTIONS:
        at = next(i for i, text in enumerate(shown) if asked in text)
        assert shown[at + 1 : at + 4] == [f"{n}. {o}" for n, o in zip("abc", options, strict=True)]
    assert shown[-4:] == ["☑ Saturn", "☐ Mars", answers, "1b, 2b, 3b"]
    assert "Imprint" not in " ".join(shown)


def test_a_box_to_tick_stands_before_its_words_and_never_alone() -> None:
    html = (
        "<form><p><input type=radio name=q> Saturn</p><p><label><input type=radio name=q checked> Mars</label></p>"
        "<input type=checkbox id=menu><div>More</div><input type=text value=word><p hidden><input type=checkbox> Gone</p></form>"
    )
    assert [b.text for b in blocks_from_html(html)] == ["☐ Saturn", "☑ Mars", "More"]


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("list-style-type: lower-alpha", ["a.", "b."]),
        ("margin:0; LIST-STYLE: Upper-Roman outside", ["I.", "II."]),
        ("list-style: none", ["1.", "2."]),
    ],
)
def test_options_bear_the_letters_that_their_list_s_style_shows(
    style: str, numbers: list[str]
) -> None:
    blocks = blocks_from_html(f"<ol style='{style}'><li>Liver</li><li>Heart</li></ol>")
    assert [b.number for b in blocks] == numbers


def test_a_list_of_links_below_the_text_is_not_kept_with_it() -> None:
    page = PAGE.format("main", LIST, "<li><a href=/x>More sheets</a></li>" * 3, "Related")
    assert "More sheets" not in " ".join(b.text for b in read_html(page.encode()).blocks)
