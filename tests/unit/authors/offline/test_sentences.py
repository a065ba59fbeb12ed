"""Sentences: the numbers in evidence references hang on these rules."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.blocks import Block
from praxeo.domain.sentences import evidence_text, sentence, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "parts",
    [
        ["Cells divide.", "Each has a nucleus."],
        ["Is it alive?", "Yes!", "It grows."],
        ["Dr. Smith met Mrs. Jones at 5 p.m. on Monday.", "They spoke."],
        ["See Fig. 2 and Eq. 3 for details.", "The rest is simple."],
        ["It weighs 3.5 kg.", "That is much."],
        ["Smith et al. (2010) showed it.", "Others agreed."],
        ["It was shown by Smith et al.", "The cells died."],
        ["J. R. R. Tolkien wrote it.", "He was English."],
        ["We need vitamin C.", "It is found in fruit."],
        ["Fruit, nuts, e.g. Brazil nuts, are good.", "Eat them."],
        ["He said “Stop.”", "Then he left."],
        ['"Are you there?" he asked.', "No answer came."],
        ["The cells died.[12]", "They were old."],
        ["The cells died.12", "They were old."],
        ["Version 2.1 is out.", "Use it."],
        ["The U.S. Congress passed it.", "It became law."],
        ["She lives in the U.S.", "The climate is mild."],
        ["1. Mix the powder.", "2. Add water."],
        ["细胞会分裂。", "每个细胞都有核！", "对吗？"],
        ["¿Qué es?", "Es una célula."],
        ["Das gilt z.B. Hier nicht.", "Der Rest gilt."],
        ["Am 9. November 1918 endete der Krieg.", "Am 28. Juni 1919 kam der Vertrag."],
        ["Im 19. Jahrhundert wuchs die Stadt.", "Das blieb so."],
        ["Güter, die sich ergänzen, z. B. Auto und Benzin.", "Das ist alles."],
        ["Sie ist in der 2. Normalform, d. h. alle Werte sind atomar.", "Mehr braucht es nicht."],
        ["Sie hatte u. a. Bücher dabei.", "Er wohnt im Haus am 3.", "Die Frau ging."],
        ["I am 9.", "The dog is 12.", "May I come?"],
        ["Use apples, pears etc.", "Then cook them."],
        ["The answer is no.", "Then we stop."],
        ["Paper No. 5 was read.", "It was short."],
        ["The pH falls.", "mRNA is made."],
        ["Call example.com for 3.141 reasons.", "Done."],
        ["Wait ... and see.", "Good."],
    ],
)
def test_a_text_falls_into_its_sentences(parts: list[str]) -> None:
    joined = "".join(parts) if parts[0].endswith("。") else " ".join(parts)
    assert sentences(joined) == parts


def test_a_blank_line_ends_a_sentence_without_a_stop() -> None:
    assert sentences("A title\n\nThe text.") == ["A title", "The text."]


def test_a_single_line_break_does_not_end_a_sentence() -> None:
    assert sentences("The cell\ndivides. It grows.") == ["The cell\ndivides.", "It grows."]


@given(st.text(alphabet=st.sampled_from("aB1 .!?。\n\"”)['’ée"), max_size=60))
def test_every_visible_character_lies_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    assert list(spans) == sorted(spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(st.text(max_size=80))
def test_any_text_at_all_is_split_without_an_error(text: str) -> None:
    assert all(text[start:end].strip() for start, end in split_sentences(text))


def test_a_sentence_is_counted_from_one() -> None:
    assert sentence("One. Two.", 2) == "Two."
    assert sentence("One. Two.", 3) is None
    assert sentence("One. Two.", 0) is None


def test_evidence_of_text_is_a_sentence_of_a_table_a_row_and_of_code_a_line() -> None:
    text = Block(id="b1", kind="paragraph", text="One. Two.")
    table = Block(id="b2", kind="table", text="Metal | Melts at\nTin | 232 °C")
    code = Block(id="b3", kind="code", text="a = 1\nprint(a)")
    assert evidence_text(text, 2) == "Two."
    assert evidence_text(table, 2) == "Tin | 232 °C"
    assert evidence_text(code, 2) == "print(a)"
    assert evidence_text(code) == "a = 1\nprint(a)"
    assert evidence_text(table, 3) is None
