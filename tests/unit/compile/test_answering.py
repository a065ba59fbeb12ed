"""Terms and cards ask for an answer: what can be chosen or typed is, and options are of one kind and wrong."""

from __future__ import annotations

from typing import Any

import pytest

from praxeo.compile.answering import add_ways
from praxeo.compile.app import build_activities
from praxeo.compile.spellings import listed_spellings, spellings_of
from praxeo.domain.spec import Activity, Card, Item, Section, SpecDocument, Term


def ways(*items: Item, language: str = "en") -> list[dict[str, Any]]:
    """How each of these terms or cards is answered."""
    kind = "terms" if isinstance(items[0], Term) else "flashcards"
    section = Section(
        id="s1", title="One", activities=(Activity(kind=kind, title="A", items=items),)
    )  # type: ignore[arg-type]
    doc = SpecDocument(title="T", language=language, source="", author="", sections=(section,))
    made = build_activities(doc)
    add_ways(doc, made)
    names = ("options", "typed", "listed")
    return [{n: item[n] for n in names if n in item} for item in made[0][0]["items"]]


def term(name: str, meaning: str) -> Term:
    return Term(term=name, definition=meaning, evidence=())


def card(front: str, back: str) -> Card:
    return Card(front=front, back=back, evidence=())


@pytest.mark.parametrize(
    ("answer", "typed"),
    [
        ("The barometer.", ("The barometer", "barometer")),
        ("In der Lunge", ("In der Lunge", "Lunge")),
        ("Alternating current (AC)", ("Alternating current", "AC")),
        ("voltage or potential difference", ("voltage", "potential difference")),
        ("46", ("46",)),
        ("57.60 €", ("57.60 €", "57.60")),
        ("Etwa 28 °C", ("Etwa 28 °C", "28 °C", "28")),
        ("9.8 m/s²", ("9.8 m/s²", "9.8")),
        ("20 km/h", ("20 km/h", "20")),
        ("TCP/IP", ("TCP/IP",)),
        ("crust/mantle", ("crust/mantle", "crust", "mantle")),
    ],
)  # fmt: skip
def test_short_answers_may_be_typed_in_each_of_their_spellings(
    answer: str, typed: tuple[str, ...]
) -> None:
    assert spellings_of(answer) == typed


@pytest.mark.parametrize(
    "answer",
    ["It falls.", "printers and ink", "Weil sie den Druck halten", "R = V ÷ I", "a long answer of many words", "?"],
)  # fmt: skip
def test_what_can_be_said_in_many_ways_is_not_typed(answer: str) -> None:
    assert spellings_of(answer) == ()


@pytest.mark.parametrize(
    "answer",
    ["por una o más células", "one or more cells", "ein oder zwei Kerne", "de deux ou trois atomes"],
)  # fmt: skip
def test_an_answer_is_not_cut_in_two_where_one_half_names_nothing(answer: str) -> None:
    assert spellings_of(answer) == ()


def test_each_of_two_names_or_numbers_is_an_answer() -> None:
    assert spellings_of("agua o aire") == ("agua o aire", "agua", "aire")
    assert spellings_of("2 or 3") == ("2 or 3", "2", "3")


def test_the_parts_of_a_list_are_named_one_by_one() -> None:
    found = listed_spellings("Minerals, organic matter, water and air.")
    assert [part[0] for part in found] == ["Minerals", "organic matter", "water", "air"]
    assert listed_spellings("the crust; the mantle")[1] == ("the mantle", "mantle")
    assert listed_spellings("drought; deep ploughing of the whole of the dry plains") == ()
    assert listed_spellings("gas; gas") == ()


def test_a_term_is_typed_by_its_meaning_unless_that_names_it() -> None:
    found = ways(
        term("gnomon", "the rod of a sundial"),
        term("Daemon", "a daemon that waits"),
        term("B cell", "a white blood cell that makes antibodies"),
    )
    assert found == [{"typed": ["gnomon"]}, {}, {"typed": ["B cell"]}]


OFFICERS = (
    term("Prätor", "Beamter, der die Rechtsprechung leitete"),
    term("Ädil", "Beamter, der die Märkte beaufsichtigte"),
    term("Zensor", "Beamter, der alle fünf Jahre die Listen prüfte"),
    term("Quästor", "Beamter, der die Kasse führte"),
)


def test_things_of_one_kind_are_chosen_from_each_other() -> None:
    found = ways(*OFFICERS, language="de")
    assert found[0] == {"options": ["Ädil", "Zensor", "Quästor"], "typed": ["Prätor"]}


def test_of_things_of_several_kinds_nothing_is_to_be_chosen() -> None:
    found = ways(*OFFICERS[:3], term("Forum", "Platz in der Mitte der Stadt"), language="de")
    assert not any("options" in one for one in found)


@pytest.mark.parametrize(
    "other",
    [
        term("Prätor urbanus", "Beamter, der in der Stadt Recht sprach"),
        term("Richter", "Beamter, der die Rechtsprechung leitete und ordnete"),
        term("Schreiber", "Beamter, der dem Prätor half"),
        term("LE", "Beamter, der lange diente"),
    ],
    ids=["its part", "means the same", "names it", "a short name"],
)
def test_no_option_is_right_too_or_names_the_answer(other: Term) -> None:
    found = ways(*OFFICERS[:3], other, language="de")
    assert "options" not in found[0]


def test_a_question_of_either_or_offers_both() -> None:
    found = ways(
        card("True or false? Gold floats.", "False"),
        card("Mitose oder Meiose? Tochterzellen: 4", "Meiose"),
        card("Tea or coffee? Which has more?", "Milk"),
    )
    assert found == [{"options": ["True"]}, {"options": ["Mitose"]}, {}]


def test_the_other_side_is_written_as_the_right_one_is() -> None:
    found = ways(
        card("True or false? Gold floats.", "false"),
        card("Richtig oder falsch? Gold schwimmt.", "Falsch, es sinkt."),
    )
    assert found == [{"options": ["true"]}, {}]


def test_two_parts_are_named_where_two_are_asked_for() -> None:
    found = ways(
        card("Name two metals.", "iron and tin"),
        card("What is it made of?", "sand, silt and clay"),
        card("How much is it?", "about one and a half litres"),
    )
    assert [list(one) for one in found] == [["listed"], ["listed"], []]


def test_reasons_are_thought_of_and_not_typed() -> None:
    found = ways(card("Why does ice float?", "low density"), card("How many legs?", "six"))
    assert found == [{}, {"typed": ["six"]}]


def test_what_holds_formulas_stays_as_it_is() -> None:
    assert ways(term("energy", "$`E = mc^2`$")) == [{}]


def test_of_many_terms_of_one_kind_every_second_is_typed() -> None:
    names = ("Konsul", "Prätor", "Ädil", "Zensor")
    told = ("das Heer führt", "Recht spricht", "Märkte beaufsichtigt", "Bürger zählt")
    offices = [term(n, f"ein Beamter, der {t}") for n, t in zip(names, told, strict=True)]
    found = ways(*offices, language="de")
    assert ["options" in one for one in found] == [True, False, True, False]
    assert all("typed" in one for one in found)
    assert all("options" in one for one in ways(*offices[:4], language="de")[::2])
