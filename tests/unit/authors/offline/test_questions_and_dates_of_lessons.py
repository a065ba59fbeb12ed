"""What lessons in German, French and Spanish ask in bold and answer, date in short sentences, and explain by when one says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.domain.spec import Card, Event, Item, Pair, Term
from tests.unit.authors.offline.lessons import HEAD, shown


def cards(items: list[Item]) -> dict[str, str]:
    return {i.front: i.back for i in items if isinstance(i, Card)}


ASKED = [
    ("de", "## Fragen zum Kapitel\n\n**1. Welches Organ filtert das Blut?**\nDie Niere\n\n**2. Wie viele Kammern hat das Herz?**\n4\n",
     {"Welches Organ filtert das Blut?": "Die Niere", "Wie viele Kammern hat das Herz?": "4"}),
    ("fr", "## Quiz rapide\n\n**Quel gaz les plantes absorbent-elles ?**\n\nLe dioxyde de carbone\n\n**Où se trouve la chlorophylle ?**\n\nDans les chloroplastes (feuilles)\n",
     {"Quel gaz les plantes absorbent-elles ?": "Le dioxyde de carbone", "Où se trouve la chlorophylle ?": "Dans les chloroplastes (feuilles)"}),
    ("es", "## Preguntas de repaso\n\n**¿Qué río pasa por Sevilla?**\nEl Guadalquivir\n\n**¿En qué mar desemboca el Ebro?**\nEn el Mediterráneo\n",
     {"¿Qué río pasa por Sevilla?": "El Guadalquivir", "¿En qué mar desemboca el Ebro?": "En el Mediterráneo"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ASKED)
def test_bold_questions_of_a_quiz_are_cards_with_the_answers_that_stand_with_them(
    language: str, text: str, expected: dict[str, str], tmp_path: Path
) -> None:
    assert cards(shown(HEAD[language] + text, tmp_path)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "## Fragen\n\n**Welches Organ filtert das Blut?**\n\n**Wie viele Kammern hat das Herz?**\n\n**Wo liegt die Milz?**\n",
        "## Fragen\n\n**Wie findest du das Herz?**\nToll\n\n**Was hast du gelernt?**\nViel\n",
        "## Fragen\n\n**Welches Organ filtert das Blut?**\n__________\n\n**Wie viele Kammern hat das Herz?**\n__________\n",
        "## Häufig gestellte Fragen\n\n**Was kostet der Kurs?**\n40 Euro\n\n**Wo findet er statt?**\nIn Köln\n",
    ],
)
def test_bold_questions_without_an_answer_that_can_be_known_are_no_cards(
    text: str, tmp_path: Path
) -> None:
    assert cards(shown(HEAD["de"] + text, tmp_path)) == {}


def test_a_short_german_sentence_with_a_date_is_asked(tmp_path: Path) -> None:
    text = HEAD["de"] + (
        "Bremen wurde 1358 Mitglied. Der Streit endete 1868. Fontanes Roman „Effi Briest“ erschien 1895. Sie starb 1901.\n"
    )
    assert cards(shown(text, tmp_path)) == {
        "Wann wurde Bremen Mitglied?": "1358",
        "Wann erschien Fontanes Roman „Effi Briest“?": "1895",
    }


def test_a_german_date_below_a_heading_of_dates_is_asked_unless_a_timeline_holds_it(
    tmp_path: Path,
) -> None:
    told = "Im Jahr 1806 besiegte Napoleon die preußische Armee bei Jena. Ulm wurde 1810 württembergisch.\n"
    assert len(cards(shown(HEAD["de"] + "## Wichtige Jahreszahlen\n\n" + told, tmp_path))) == 2
    listed = (
        "- 1806: Schlacht bei Jena\n- 1813: Völkerschlacht bei Leipzig\n- 1815: Wiener Kongress\n"
    )
    items = shown(HEAD["de"] + "## Wichtige Jahreszahlen\n\n" + listed, tmp_path)
    assert cards(items) == {}
    assert len([i for i in items if isinstance(i, Event)]) == 3


def test_what_one_speaks_of_when_something_is_so_is_a_bold_term(tmp_path: Path) -> None:
    text = HEAD["de"] + (
        "Von einer **Dürre** spricht man, wenn über Monate zu wenig Regen fällt. Von **Wetter** spricht man gern.\n"
    )
    told = {i.term: i.definition for i in shown(text, tmp_path) if isinstance(i, Term)}
    assert told == {"Dürre": "wenn über Monate zu wenig Regen fällt"}


def pairs(items: list[Item]) -> list[tuple[str, str]]:
    return [(i.left, i.right) for i in items if isinstance(i, Pair)]


def test_of_a_table_of_three_columns_both_that_tell_are_matched(tmp_path: Path) -> None:
    text = HEAD["fr"] + (
        "## Les instruments\n\n| Famille | Son produit par | Instrument |\n| --- | --- | --- |\n| cordes | vibration d'une corde | le violon |\n"
        "| vents | souffle dans un tube | la flûte |\n| percussions | choc sur une peau | le tambour |\n"
    )
    assert pairs(shown(text, tmp_path)) == [
        ("cordes", "vibration d'une corde"),
        ("vents", "souffle dans un tube"),
        ("percussions", "choc sur une peau"),
        ("cordes", "le violon"),
        ("vents", "la flûte"),
        ("percussions", "le tambour"),
    ]


def numbered_table(head: str, numbers: tuple[int, int, int]) -> str:
    names = ("Flughafen", "Messe", "Altstadt")
    rows = "".join(f"| {n} | {name} |\n" for n, name in zip(numbers, names, strict=True))
    return HEAD["de"] + f"## Netz\n\n| {head} | Ziel |\n| --- | --- |\n{rows}"


def test_numbers_that_name_things_are_matched_with_them(tmp_path: Path) -> None:
    assert pairs(shown(numbered_table("Linie", (16, 4, 121)), tmp_path)) == [
        ("16", "Flughafen"),
        ("4", "Messe"),
        ("121", "Altstadt"),
    ]


@pytest.mark.parametrize(
    ("head", "numbers"),
    [("Linie", (1, 2, 3)), ("Seite", (7, 19, 42)), ("Punkte", (10, 20, 50)), ("Bau", (1887, 1904, 1960))],
)  # fmt: skip
def test_numbers_that_count_rows_pages_points_or_years_are_not_matched(
    head: str, numbers: tuple[int, int, int], tmp_path: Path
) -> None:
    assert pairs(shown(numbered_table(head, numbers), tmp_path)) == []
