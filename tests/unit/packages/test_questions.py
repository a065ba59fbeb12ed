"""Question banks and hand-outs: what is asked and what is right, in signs that mean nothing to the format."""

from __future__ import annotations

import re
from collections.abc import Callable

from praxeo.domain.package_formats import PACKAGE_FORMATS
from praxeo.packages.formats import FORMATS
from praxeo.packages.packing import Packing
from praxeo.packages.questions.gift import gift
from praxeo.packages.questions.handout import markdown, printed
from praxeo.packages.wording import bank_of


def test_the_formats_have_one_row_each() -> None:
    assert tuple(FORMATS) == PACKAGE_FORMATS


def test_gift_asks_each_kind_in_its_own_way(packing: Packing) -> None:
    text = gift(packing).decode()
    assert (
        "An enzyme lowers the {\n=activation energy\n=energy of activation\n} of a reaction."
        in text
    )
    assert "=the substrate" in text
    assert "~the product" in text
    assert "\n=amylase -> starch" in text
    assert "####It fits like a key into its lock." in text
    assert "a catalyst made by a living cell {\n=enzyme\n}" in text
    assert text.count("$CATEGORY:") == 2


def test_what_has_no_place_in_gift_is_told(packing: Packing) -> None:
    left = FORMATS["gift"].left_out(packing.practice)
    assert [(each.title, each.exercises) for each in left] == [
        ("Put the steps in order", 1),
        ("What happened when", 1),
    ]
    assert "Sumner" not in gift(packing).decode()
    assert FORMATS["anki"].left_out(packing.practice) == ()


def test_signs_of_gift_in_words_are_only_words(
    spec_text: str, pack: Callable[..., Packing]
) -> None:
    text = gift(pack(spec_text.replace("starch", "a = {b} ~ c: #1"))).decode()
    assert r"=amylase -> a \= \{b\} \~ c\: \#1" in text


def test_every_question_of_a_hand_out_has_its_key(packing: Packing) -> None:
    text = printed(packing).decode()
    asked, key = text.split('<section class="key">')
    questions = sum(
        1 if group.row.played == "order" else len(group.items) for group in packing.practice.groups
    )
    items = key.count("<li>")
    assert items == questions
    assert "activation energy / energy of activation" in key
    assert re.search(r"[A-C] \(the substrate\)", key)
    assert "_____" in asked


def test_a_hand_out_in_markdown_has_the_same_questions_and_answers(packing: Packing) -> None:
    asked, key = markdown(packing).decode().split("\n---\n")
    assert len(re.findall(r"(?m)^\d+\. ", asked)) == len(re.findall(r"(?m)^\d+\. ", key)) == 20
    assert "- [ ] the substrate" in asked
    assert "(the substrate)" in key


def test_what_is_matched_on_paper_stands_on_it_in_an_order_that_says_nothing(
    packing: Packing,
) -> None:
    sides = [item["right"] for g in packing.practice.groups for item in g.items if "right" in item]
    assert sides
    for made, end in ((markdown(packing), "\n---\n"), (printed(packing), '<section class="key">')):
        asked = made.decode().partition(end)[0]
        assert all(side in asked for side in sides)
    (matched,) = (g for g in packing.practice.groups if g.kind == "matching")
    assert list(bank_of(matched)) != [item["right"] for item in matched.items]


def test_words_of_a_hand_out_are_only_words(spec_text: str, pack: Callable[..., Packing]) -> None:
    packing = pack(spec_text.replace("lipase = fat", "lipase = <b>fat</b>"))
    assert "<b>fat" not in printed(packing).decode()
    assert r"\<b\>fat" in markdown(packing).decode()
