"""Decks of Anki and Quizlet: every card is read, the first one too; what is no deck stays what it is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.cards.anki import anki_cards
from praxeo.sources.documents.cards.deck import Missing
from praxeo.sources.documents.cards.sign import is_cards
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate


def found(text: str, folder: Path) -> Extraction:
    path = folder / "a"
    path.write_text(text, "utf-8")
    assert validate(path).label == "cards"
    return read("cards", path)


def rows(text: str, folder: Path) -> list[str]:
    tables = [block for block in found(text, folder).blocks if block.kind == "table"]
    assert all(table.text.startswith("Front | Back\n") for table in tables)
    return [row for table in tables for row in table.text.split("\n")[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "osmosis\twater moves\nstoma\tan opening\nxylem\ta vessel\n",
        "osmosis\twater moves;stoma\tan opening;xylem\ta vessel;",
        "osmosis,water moves;stoma,an opening;xylem,a vessel",
        "osmosis,water moves\nstoma,an opening\nxylem,a vessel",
        "osmosis - water moves\nstoma - an opening\nxylem - a vessel",
        "osmosis – water moves\n\nstoma – an opening\n\nxylem – a vessel",
        "osmosis::water moves\nstoma::an opening\nxylem::a vessel",
        "Term\tDefinition\nosmosis\twater moves\nstoma\tan opening\nxylem\ta vessel",
        "\ufeffosmosis\twater\nmoves\nstoma\tan opening\nxylem\ta vessel",
        "#separator:tab\n#html:false\nosmosis\twater moves\nstoma\tan opening\nxylem\ta vessel\n",
        '#separator:Comma\n#columns:Front,Back\nosmosis,"water\nmoves"\nstoma,an opening\nxylem,a vessel',
        "#separator:;\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n"
        "k;Basic;Bio;osmosis;water moves;t\nl;Basic;Bio;stoma;an opening;\nm;Basic;Bio;xylem;a vessel;t u",
    ],
)
def test_every_export_of_a_deck_gives_all_its_cards(text: str, tmp_path: Path) -> None:
    assert rows(text, tmp_path) == [
        "osmosis | water moves",
        "stoma | an opening",
        "xylem | a vessel",
    ]


def test_what_is_marked_up_on_a_card_is_read_and_what_it_plays_is_told(tmp_path: Path) -> None:
    text = (
        "#separator:tab\n#html:true\n#deck:Bio::Cells\n"
        'H<sub>2</sub>O&nbsp;is<br>what?\t"a <b>""liquid""</b> of 10<sup>3</sup> kg [sound:a.mp3]"\n'
        '<img src="cell.png">\ta cell\n'
        "Energy is \\(E = mc^2\\)\tyes\n"
    )
    deck = found(text, tmp_path)
    assert [block.text for block in deck.blocks] == [
        'Front | Back\nH₂O is what? | a "liquid" of 10³ kg\nEnergy is E = mc² | yes'
    ]
    assert deck.metadata.title == "Bio: Cells"
    told = {warning.code: warning.details for warning in deck.warnings}
    assert told == {
        "media_not_in_file": {"names": "a.mp3, cell.png"},
        "cards_left_out": {"cards": 1},
    }


def test_each_number_of_a_gap_is_a_card(tmp_path: Path) -> None:
    text = "#separator:tab\n{{c1::Paris::city}} is in {{c2::France}}, not {{c1::Rome}}\tEurope\n{{c1::a {{c2::b}} c}}\t"
    assert rows(text, tmp_path) == [
        "____ (city) is in France, not ____ | Paris; Rome; Europe",
        "Paris is in ____, not Rome | France; Europe",
        "____ | a b c",
        "a ____ c | b",
    ]


def test_decks_in_one_file_stand_apart_and_a_long_one_in_several_tables(tmp_path: Path) -> None:
    lines = [f"{'AB'[n % 2]}\tterm {n}\tmeaning {n}" for n in range(100)]
    text = "#separator:tab\n#deck column:1\n" + "\n".join(lines)
    deck = found(text, tmp_path)
    assert [(block.kind, len(block.cells)) for block in deck.blocks] == [
        ("heading", 0),
        ("table", 82),
        ("table", 22),
        ("heading", 0),
        ("table", 82),
        ("table", 22),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Country\tPeople\nNorway\t5.5\nSweden\t10.5\nDenmark\t5.9",
        "Introduction\t1\nThe cell\t5\nOsmosis\t9\nIndex\t12",
        "00:01\tHello there.\n00:05\tGood morning.\n00:09\tLet us begin.",
        "ANN\tHello there.\nBEN\tGood morning.\nANN\tLet us begin.\nBEN\tYes.",
        "1.\tBoil water.\n2.\tAdd salt.\n3.\tWait.",
        "\tx = 1\n\ty = 2\n\tz = 3",
        "a\tb\tc\nd\te\tf\ng\th\ti",
        "- osmosis - water moves\n- stoma - opening\n- xylem - vessel",
        "x = f(1);\ny = g(2);\nz = h(3);",
        "Shall I compare thee to a summer's day, or not\nThou art more lovely, and more temperate\nRough winds do shake, the buds",
        "He came - he saw - he won.\nThen he left.\nNobody knew why.",
        "sep=,\nosmosis,water moves\nstoma,an opening\nxylem,a vessel",
        "# osmosis\n\nWater - moves.",
        "libraryFolder = lib\nmode = none\nlevel = high",
        "the\t900\nof\t700\nand\t20",
    ],
)
def test_a_text_that_is_no_deck_is_told_as_what_it_is(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, "utf-8")
    assert validate(tmp_path / "a").label in ("txt", "markdown")


def test_what_only_began_as_a_deck_is_read_as_text(tmp_path: Path) -> None:
    start = "".join(f"term {n}\tmeaning {n}\n" for n in range(900))
    deck = found(f"{start}\n\nBut then, a\ttable\tof\tmany columns. And prose.", tmp_path)
    assert "And prose." in deck.blocks[-1].text


@pytest.mark.parametrize(
    "piece", ["{{c1::", "\\(", "[latex]", "[$]", "<img ", "[sound:", '"', "&#1;", "<b>"]
)
def test_no_side_takes_long(piece: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(f"#separator:tab\n#html:true\nfront\t{piece * 200_000}\n", "utf-8")
    started = time.process_time()
    read("cards", path)
    assert time.process_time() - started < 3


@given(st.text(alphabet='#:{}c1a<b>\\()[]$\t\n;," -=', max_size=150))
def test_no_text_is_too_odd_for_a_deck(text: str) -> None:
    is_cards(text)
    list(anki_cards(f"#html:true\n{text}", Missing())[1])


def test_an_empty_formula_of_a_card_is_no_text(tmp_path: Path) -> None:
    text = "#separator:tab\n[$][/$] tide\trises \\( \\)\nebb\tfalls\nflood\tcomes\n"
    assert rows(text, tmp_path)[0] == "tide | rises"
