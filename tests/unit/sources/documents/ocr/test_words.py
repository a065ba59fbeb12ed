"""The engine's table is read row by row; what makes no sense is passed over and never stops a page."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.ocr.glued import parted_articles
from praxeo.sources.documents.ocr.words import OcrWord, mean_confidence, read_words

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def row(text: str, *, line: int = 1, left: int = 10, confidence: float = 96.5) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{left}\t20\t30\t12\t{confidence}\t{text}\n"


def test_words_have_their_boxes_lines_and_confidence() -> None:
    words = read_words(
        HEAD + "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n" + row("The") + row("sea", line=2)
    )
    assert [(word.text, word.line) for word in words] == [("The", 0), ("sea", 1)]
    assert words[0].box == (10, 20, 40, 32)
    assert words[0].confidence == 96.5


@pytest.mark.parametrize("text", ['"quoted', '"', "it's", "a,b", "\\t"])
def test_nothing_in_the_table_is_quoted(text: str) -> None:
    assert [word.text for word in read_words(HEAD + row(text) + row("next"))] == [text, "next"]


@pytest.mark.parametrize(
    "bad",
    [
        "5\t1\t1\n",
        "5\t1\t1\t1\t1\t1\tx\t20\t30\t12\t96\tword\n",
        "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\tnan\tword\n",
        "5\t1\t1\t1\t1\t1\t10\t20\t-3\t12\t96\tword\n",
        "5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t96\t  \n",
        "\0\n",
        row("word") * 0 + "5" * 100_000 + "\n",
    ],
)
def test_a_row_that_makes_no_sense_is_passed_over(bad: str) -> None:
    assert [word.text for word in read_words(HEAD + bad + row("sea"))] == ["sea"]


def test_specks_go_and_unsure_words_stay() -> None:
    found = read_words(
        HEAD + row("|", confidence=20) + row("—", confidence=90) + row("a", confidence=5)
    )
    assert [word.text for word in found] == ["—", "a"]


def test_a_page_of_a_million_rows_is_cut_short() -> None:
    assert len(read_words(row("a") * 30_000)) <= 20_000


def test_confidence_is_weighted_by_length_and_nothing_is_not_sure() -> None:
    words = read_words(row("nine char", confidence=90) + row("a", confidence=0))
    assert mean_confidence(words) == pytest.approx(81)
    assert mean_confidence([]) == 0


def test_an_article_that_was_glued_to_the_word_before_it_is_parted_from_it() -> None:
    glued = [
        OcrWord(text, (0, 0, 30, 10), 95, 0) for text in ("movement", "ofa", "sofa", "Isa", "isa")
    ]
    assert [w.text for w in parted_articles(glued)] == [
        "movement",
        "of",
        "a",
        "sofa",
        "Isa",
        "is",
        "a",
    ]
    of, a = list(parted_articles(glued))[1:3]
    assert of.box == (0, 0, 20, 10)
    assert a.box == (20, 0, 30, 10)
