"""Lines of notes with a label each stay apart; running text and listings stay as they are."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.text.labelled_lines import lines_apart


def test_lines_with_a_label_each_are_paragraphs() -> None:
    text = "Biotop: Lebensraum\n**Biozönose:** Gemeinschaft\n\nEnde."
    assert lines_apart(text) == "Biotop: Lebensraum\n\n**Biozönose:** Gemeinschaft\n\n\nEnde."


@pytest.mark.parametrize(
    "text",
    [
        "It has two parts: one\nand another: two",
        "Biotop: Lebensraum",
        "```\nname: a\nother: b\n```",
        "```\n\nname: a\nother: b\n\n```",
        "Term: osmosis\nMeaning: movement of water",
        "see https://a.example\nhttp://b.example",
        "| a: b | c |\n| d: e | f |",
    ],
)
def test_everything_else_is_left_as_it_is(text: str) -> None:
    assert lines_apart(text) == text
