"""Exercises of several parts become practice with the key that belongs to them, and with no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Choice, Cloze, Item, Pair
from praxeo.sources.documents.text.markdown import read_markdown_file

FRACTIONS = {"Simplify: 6/8": "3/4", "Simplify: 10/15": "2/3"}
CLIMATE = {"Womit misst man die Temperatur?": "Thermometer", "Womit misst man den Luftdruck?": "Barometer"}  # fmt: skip
VOLCANOES = {"Vrai ou faux ? La lave est chaude.": "vrai", "Vrai ou faux ? Le magma est froid.": "faux"}  # fmt: skip
DIGESTION = {"¿Verdadero o falso? El esófago absorbe el agua.": "falso", "¿Verdadero o falso? La saliva humedece los alimentos.": "verdadero"}  # fmt: skip
CARDS = {
    "a heading each, the key in a list": (
        "# Fractions\n\n## Exercise 1: Simplify.\n\na) 6/8\nb) 10/15\n\n## Solutions\n\n1. a) 3/4 b) 2/3\n",
        FRACTIONS,
    ),
    "parts on lines of their own, the key, too": (
        "# Fractions\n\n## Exercise 1\n\nSimplify.\n\na) 6/8\n\nb) 10/15\n\n## Solutions\n\n### Exercise 1\n\na) 3/4\n\nb) 2/3\n",
        FRACTIONS,
    ),
    "a key that names the exercise": (
        "# Wetter\n\n## Aufgabe 1: Beantworte die Fragen.\n\na) Womit misst man die Temperatur?\nb) Womit misst man den Luftdruck?\n\n"
        "## Lösungen\n\nAufgabe 1: a) Thermometer b) Barometer\n",
        CLIMATE,
    ),
    "letters without an exercise, the key in one line": (
        "# Wetter\n\n## Fragen zum Text\n\na) Womit misst man die Temperatur?\nb) Womit misst man den Luftdruck?\n\nAntworten: a) Thermometer, b) Barometer\n",
        CLIMATE,
    ),
    "numbers without a mark behind them": (
        "# Wetter\n\n## Prüfe dich\n\n1. Womit misst man die Temperatur?\n2. Womit misst man den Luftdruck?\n\nLösungen: 1 Thermometer, 2 Barometer\n",
        CLIMATE,
    ),
    "statements below a point of a list": (
        "# Les volcans\n\n## Exercices\n\n1. Comment s'appelle la roche fondue ?\n\n2. Vrai ou faux ?\na) La lave est chaude.\nb) Le magma est froid.\n\n"
        "## Corrigé\n\n1. le magma\n2. a) vrai b) faux\n",
        {"Comment s'appelle la roche fondue ?": "le magma"} | VOLCANOES,
    ),
    "statements that each say what to do": (
        "# La digestión\n\n## Actividades\n\n1. Di si es verdadero o falso: El esófago absorbe el agua.\n"
        "2. Di si es verdadero o falso: La saliva humedece los alimentos.\n\n## Soluciones\n\n1. falso\n2. verdadero\n",
        DIGESTION,
    ),
    "keys of every kind in one line": (
        "# Wetter\n\n## Aufgaben\n\n1. Womit misst man die Temperatur?\na) Barometer\nb) Thermometer\nc) Lineal\n\n2. Richtig oder falsch: Föhn ist kalt.\n\n"
        "Lösungen: 1b, 2 falsch\n",
        {"Richtig oder falsch? Föhn ist kalt.": "falsch"},
    ),
    "answers in brackets behind the questions": (
        "# Fractions\n\n## Quiz\n\n1. How many halves make a whole? (two)\n2. What stands above the line? (the numerator)\n3. A third is larger than a half. (T/F) F\n",
        {
            "How many halves make a whole?": "two",
            "What stands above the line?": "the numerator",
            "True or false? A third is larger than a half.": "False",
        },
    ),
    "letters for true and false": (
        "# Fractions\n\n## Questions\n\n1. (T/F) Four quarters are a whole.\n2. (T/F) The denominator stands above the line.\n\n## Answers\n\n1. T\n2. F\n",
        {"True or false? Four quarters are a whole.": "True", "True or false? The denominator stands above the line.": "False"},
    ),
    "questions about one situation": (
        "# Sums\n\n## Exercise 1: The jacket\n\nA jacket costs 80 € and becomes 20 % cheaper.\n\na) What does it cost then?\nb) How much is saved?\n\n"
        "## Solutions\n\n1. a) 64 € b) 16 €\n",
        {
            "A jacket costs 80 € and becomes 20 % cheaper. What does it cost then?": "64 €",
            "A jacket costs 80 € and becomes 20 % cheaper. How much is saved?": "16 €",
        },
    ),
}  # fmt: skip
READ = "Here is some text to be read before the exercises, so that the page has enough words.\n\n"
GERMAN = (
    "Das Wetter ändert sich an vielen Orten jeden Tag, und wer es misst, kann es vorhersagen.\n\n"
)
SPANISH = "La digestión transforma los alimentos en sustancias que la sangre transporta a todo el cuerpo.\n\n"


def items_of(text: str, folder: Path) -> list[Item]:
    title, _, rest = text.partition("\n\n")
    read = {"# La digestión": SPANISH, "# Wetter": GERMAN}.get(title, READ)
    (folder / "source.md").write_text(f"{title}\n\n{read}{rest}", "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    return [item for s in spec.sections for a in s.activities for item in a.items]


def sides(items: list[Item]) -> dict[str, str]:
    """What is asked, with what counts as right."""
    cards = {i.front: i.back for i in items if isinstance(i, Card)}
    return cards | {i.left: i.right for i in items if isinstance(i, Pair)}


@pytest.mark.parametrize(("text", "asked"), CARDS.values(), ids=CARDS.keys())
def test_every_part_is_asked_with_its_own_answer(
    text: str, asked: dict[str, str], tmp_path: Path
) -> None:
    assert sides(items_of(text, tmp_path)) == asked


MATCHED = {"Passat": "Wind zum Äquator", "Monsun": "Wind mit der Jahreszeit", "Föhn": "Wind von den Bergen"}  # fmt: skip
LETTERED = "a) Wind von den Bergen\nb) Wind mit der Jahreszeit\nc) Wind zum Äquator\n"
MATCHINGS = {
    "columns below each other": f"## Aufgabe 1: Ordne zu.\n\n1. Passat\n2. Monsun\n3. Föhn\n\n{LETTERED}\n## Lösungen\n\nAufgabe 1: 1c 2b 3a\n",
    "all in one line": (
        "## Aufgaben\n\n1. Ordne zu: 1. Passat 2. Monsun 3. Föhn — a. Wind von den Bergen b. Wind mit der Jahreszeit c. Wind zum Äquator\n\n"
        "## Lösungen\n\n1. 1c 2b 3a\n"
    ),
    "a key that names its heading": f"## Zuordnung\n\n1. Passat\n2. Monsun\n3. Föhn\n\n{LETTERED}\n## Lösungen\n\nZuordnung: 1–c, 2–b, 3–a\n",
}  # fmt: skip


@pytest.mark.parametrize("text", MATCHINGS.values(), ids=MATCHINGS.keys())
def test_what_is_to_be_matched_is_matched_and_never_a_choice(text: str, tmp_path: Path) -> None:
    items = items_of(f"# Winde\n\n{text}", tmp_path)
    assert sides(items) == MATCHED
    assert not any(isinstance(item, Choice | Card) for item in items)


def test_gaps_are_filled_with_the_words_of_their_key(tmp_path: Path) -> None:
    items = items_of(
        "# Wasser\n\n## Aufgabe 1: Setze ein: Sonne, Meer\n\na) Die ____ erwärmt das Wasser.\nb) Über dem ____ verdunstet das Wasser.\n\n"
        "## Lösungen\n\nAufgabe 1: a) Sonne b) Meer\n",
        tmp_path,
    )
    gaps = [item for item in items if isinstance(item, Cloze)]
    assert [(gap.before, gap.answer) for gap in gaps] == [("Die ", "Sonne"), ("Über dem ", "Meer")]


DOUBTFUL = {
    "a key with a part more": "## Exercise 1: Simplify.\n\na) 6/8\nb) 10/15\n\n## Solutions\n\n1. a) 3/4 b) 2/3 c) 1/2\n",
    "a key of another exercise": "## Exercise 1: Simplify.\n\na) 6/8\nb) 10/15\n\n## Solutions\n\n2. a) 3/4 b) 2/3\n",
    "two exercises of one number and one key far from the first": (
        "## Exercise 1: Simplify.\n\na) 6/8\nb) 10/15\n\n## Exercise 1: Expand.\n\na) 1/2\nb) 1/3\nc) 1/4\n\n## Solutions\n\n1. a) 3/4 b) 2/3\n"
    ),
    "a key for the questions of another heading": (
        '## Before you read\n\n1. What is a whole?\n2. What is a half?\n\n## Quiz\n\n1. What stands above the line of a fraction?\n2. What stands below the line of a fraction?\n\n'
        '## Answers to "Long division"\n\n1. numerator\n2. denominator\n\n## Long division\n\nIt is long.\n'
    ),
    "answers to the parts of another exercise": (
        "## Exercise 1: Name the underlined part.\n\na) 6/8\nb) 10/15\n\n## Exercise 2: Tick.\n\nThe upper number is the\n\n☐ numerator ☐ denominator ☐ whole ☐ line\n\n"
        "## Solutions\n\nExercise 1: a) denominator of the first b) numerator of the second, of course\n"
    ),
    "hints in brackets": "## Quiz\n\n1. What stands above the line? (2 words)\n2. What stands below it? (see page 4)\n",
    "words that are underlined": "## Exercise 1: Name the underlined part.\n\na) 6/8\nb) 10/15\n\n## Solutions\n\n1. a) numerator b) denominator\n",
    "letters for other things than those asked": (
        "## Exercise 1: Match.\n\n1. half\n2. third\n3. quarter\n\na. 1/2\nb. 1/3\n\n## Solutions\n\n1. 1a 2b 3c\n"
    ),
    "questions often asked, answered below, and a key of other questions": (
        "## Frequently asked questions\n\n### Why are fractions hard to learn?\n\nNobody knows.\n\n## Check yourself\n\nAnswers: 1 numerator, 2 denominator\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_without_a_key_that_fits_whole_nothing_is_asked(text: str, tmp_path: Path) -> None:
    items = items_of(f"# Fractions\n\n{text}", tmp_path)
    assert not sides(items)
    assert not any(isinstance(item, Choice) for item in items)


def test_no_heading_of_an_exercise_or_its_key_is_left_alone(tmp_path: Path) -> None:
    text, _ = CARDS["a heading each, the key in a list"]
    (tmp_path / "source.md").write_text(text.replace("\n\n", f"\n\n{READ}", 1), "utf-8")
    extraction = read_markdown_file(tmp_path / "source.md")
    spec = write_spec(extraction, name="source.md")
    read = {block for section in spec.sections for block in section.reading}
    left = [b.text for b in extraction.blocks if b.id in read and b.kind == "heading"]
    assert left == ["Fractions"]
