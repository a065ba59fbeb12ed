"""Worksheets as teachers lay them out become practice with their keys, which nobody reads before."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.sheets.names import names_of_tasks
from praxeo.compile.answering import add_ways
from praxeo.domain.spec import Card, Choice, Cloze, Item, Pair, SpecDocument, Step, Term
from praxeo.sources.documents.pictures.named import no_files
from praxeo.sources.documents.text.markdown import read_markdown_bytes

BREAD = """# Brot backen

Ein Sauerteig lebt von Hefen und von Bakterien, die den Teig langsam säuern und lockern.

## Aufgabe 1: Ordne zu. (3 P.)

| 1) Mehl | a) treibt den Teig |
| --- | --- |
| 2) Hefe | b) gibt Geschmack |
| 3) Salz | c) gibt Stärke |

## Aufgabe 2: Kreuze an.

a) Was braucht der Teig nach dem Kneten?

☐ Kälte

☐ Ruhe

☐ Licht

b) Woran erkennt man ein fertiges Brot?

☐ an der Farbe allein

☐ am hohlen Klang

☐ am Gewicht

## Aufgabe 3: Richtig oder falsch?

| Aussage | r | f |
| --- | --- | --- |
| Roggen enthält wenig Kleber. | ☐ | ☐ |
| Hefe stirbt bei 20 Grad. | ☐ | ☐ |

## Aufgabe 4: Bringe in die richtige Reihenfolge!

backen – mischen – ruhen lassen – kneten

## Aufgabe 5: Setze ein: Kruste, Krume

Außen hat das Brot eine ________. Innen liegt die weiche ________.

## Lösungsblatt

Aufgabe 1: 1c, 2a, 3b

Aufgabe 2: a) Ruhe b) am hohlen Klang

Aufgabe 3: r, f

Aufgabe 4: mischen, kneten, ruhen lassen, backen

Aufgabe 5: Kruste, Krume
"""
STARS = """# Stars – test

Name: ____________ Date: ________

**Write T or F.**

| Statement | T / F |
| --- | --- |
| 1. The Sun is a star. | |
| 2. The Moon gives light of its own. | |
| 3. Mars is a planet. | |

Key: 2 F, 1 T, 3 T
"""
STARRED = """# Rivers – quiz

1. Which river flows through Cairo?
   a. Congo
   *b. Nile
   c. Niger
2. Which river flows through Vienna?
   *a. Danube
   b. Rhine
   c. Po
"""
BOLD = """# Reading check

### 1. Who finds the map?

- Jim
- **Billy**
- The squire

### 2. Where does the map lie?

- **In a chest**
- On the ship
- At the inn
"""


def made(text: str) -> tuple[SpecDocument, list[Item], str]:
    """The spec of a sheet, its items, and the words that are read."""
    extraction = read_markdown_bytes(text.encode(), no_files)
    spec = write_spec(extraction, name="sheet.md")
    reading = {block for section in spec.sections for block in section.reading}
    read = "\n".join(b.text for b in extraction.blocks if b.id in reading)
    return spec, [i for s in spec.sections for a in s.activities for i in a.items], read


def test_every_task_of_a_german_worksheet_is_practised_as_what_it_is() -> None:
    _, items, read = made(BREAD)
    assert {i.left: i.right for i in items if isinstance(i, Pair)} == {
        "Mehl": "gibt Stärke",
        "Hefe": "treibt den Teig",
        "Salz": "gibt Geschmack",
    }
    assert [(i.answer, len(i.distractors)) for i in items if isinstance(i, Choice)] == [
        ("Ruhe", 2),
        ("am hohlen Klang", 2),
    ]
    assert {i.front.split("? ")[1]: i.back for i in items if isinstance(i, Card)} == {
        "Roggen enthält wenig Kleber.": "Richtig",
        "Hefe stirbt bei 20 Grad.": "Falsch",
    }
    steps = ["mischen", "kneten", "ruhen lassen", "backen"]
    assert [i.text for i in items if isinstance(i, Step)] == steps
    assert [i.answer for i in items if isinstance(i, Cloze)] == ["Kruste", "Krume"]
    assert "Lösungsblatt" not in read
    assert "1c, 2a" not in read


def test_a_key_in_another_order_answers_by_number() -> None:
    _, items, _ = made(STARS)
    assert [i.back for i in items if isinstance(i, Card)] == ["True", "False", "True"]


@pytest.mark.parametrize(("text", "right"), [(STARRED, ["Nile", "Danube"]), (BOLD, ["Billy", "In a chest"])])  # fmt: skip
def test_options_that_the_teacher_marked_are_the_right_ones(text: str, right: list[str]) -> None:
    _, items, _ = made(text)
    assert [i.answer for i in items if isinstance(i, Choice)] == right


@pytest.mark.parametrize(
    "change",
    [("1c, 2a, 3b", "1c, 2a"), ("1c, 2a, 3b", "1c, 2a, 3b, 4d"), ("1c, 2a, 3b", "1c, 2a, 3a"), ("1c, 2a, 3b", "1c, 2a, 3k")],
)  # fmt: skip
def test_a_key_that_does_not_fit_whole_matches_nothing(change: tuple[str, str]) -> None:
    _, items, read = made(BREAD.replace(*change))
    assert not [i for i in items if isinstance(i, Pair)]
    assert change[1] not in read


def test_a_key_of_one_task_is_not_taken_for_another() -> None:
    text = BREAD.replace("Aufgabe 3: r, f", "Aufgabe 6: r, f")
    assert not [i for i in made(text)[1] if isinstance(i, Card)]


def test_commas_within_answers_are_no_row_of_answers() -> None:
    text = (
        "# State\n\nA state has powers that are kept apart.\n\n## I. Short answers\n\n1. What are the powers of a state?\n2. Why are the powers kept apart?\n\n"
        "## Answer key\n\nI. 1. Legislative, executive and judicial\n\n2. So that none grows too strong.\n"
    )
    assert {i.front: i.back for i in made(text)[1] if isinstance(i, Card)} == {
        "What are the powers of a state?": "Legislative, executive and judicial",
        "Why are the powers kept apart?": "So that none grows too strong.",
    }


HANDED = """# Tea

## Leaves: Key terms

1. Oxidation

2. Tannin

## Leaves: Multiple choice

1. Which tea is not oxidised?
   - [ ] Black tea
   - [ ] Green tea
   - [ ] Oolong

## Making: Put the steps in order

1. Put the steps in order
   - [ ] Dry the leaves
   - [ ] Pick the leaves
   - [ ] Roll the leaves

---

# Answers

## Leaves: Key terms

1. the browning of leaves in air

2. a bitter substance in leaves

## Leaves: Multiple choice

1. B (Green tea)

## Making: Put the steps in order

1. B (Pick the leaves), C (Roll the leaves), A (Dry the leaves)
"""


def test_a_hand_out_of_an_app_with_its_key_makes_the_same_practice() -> None:
    _, items, read = made(HANDED)
    assert {i.term: i.definition for i in items if isinstance(i, Term)} == {
        "Oxidation": "the browning of leaves in air",
        "Tannin": "a bitter substance in leaves",
    }
    assert [i.answer for i in items if isinstance(i, Choice)] == ["Green tea"]
    assert [i.text for i in items if isinstance(i, Step)] == ["Pick the leaves", "Roll the leaves", "Dry the leaves"]  # fmt: skip
    assert "Answers" not in read


def test_one_key_answers_all_sections_whose_numbers_count_on() -> None:
    options = "   A. one\n   B. two\n   C. three\n\n"
    asked = [f"{n}. How many moons has planet number {n}?\n\n{options}" for n in range(1, 5)]
    text = f"# Moons\n\nName: ________\n\n## Near\n\n{asked[0]}{asked[1]}## Far\n\n{asked[2]}{asked[3]}## Answer key\n\n1. B 2. A 3. C 4. B\n"
    assert [i.answer for i in made(text)[1] if isinstance(i, Choice)] == ["two", "one", "three", "two"]  # fmt: skip


ORGANS = """# Verdauung

Die Nahrung wird auf ihrem Weg durch den Körper in kleine Teile zerlegt und aufgenommen.

## Aufgabe 1: Verbinde Organ und Aufgabe.

| Magen | A | bildet Gallensaft |
| --- | --- | --- |
| Leber | B | nimmt Nährstoffe auf |
| Dünndarm | C | zersetzt Eiweiße |

## Lösung

Aufgabe 1: {0}
"""


@pytest.mark.parametrize(("told", "pairs"), [("Magen C, Leber A, Dünndarm B", {"Magen": "zersetzt Eiweiße", "Leber": "bildet Gallensaft", "Dünndarm": "nimmt Nährstoffe auf"}), ("Magen C, Leber A", {}), ("Magen C, Leber A, Darm B", {})])  # fmt: skip
def test_what_is_matched_by_name_is_never_a_row_of_answers(told: str, pairs: dict[str, str]) -> None:  # fmt: skip
    _, items, _ = made(ORGANS.format(told))
    assert {i.left: i.right for i in items if isinstance(i, Pair)} == pairs
    assert not [i for i in items if isinstance(i, Card)]


VERDICTS = """# Bienen

Bienen leben in Völkern und sammeln Nektar, aus dem sie Honig machen.

## Aufgabe 1: Kreuze an.

1. Bienen sehen ultraviolettes Licht. ☐ ja ☐ nein

2. Drohnen sammeln Nektar. ☐ ja ☐ nein

3. Überwintern Bienen als Volk? ☐ ja ☐ nein

## Aufgabe 2: Stimmt das? (w/f)

a) Eine Königin legt keine Eier. ____

b) Wachs kommt aus Drüsen am Bauch. ____

## Aufgabe 3: Entscheide.

1. Der Schwänzeltanz zeigt die Richtung.

☐ richtig

☐ falsch

2. Hummeln machen keinen Honig.

☐ richtig

☐ falsch

## Aufgabe 4: Was meinst du?

| Aussage | r | f |
| --- | --- | --- |
| Imker tragen einen Schleier. | ☐ | ☐ |
| Wespen machen Wachs. | ☐ | ☐ |

## Lösungen

Aufgabe 1: 1. ja 2. nein 3. ja

Aufgabe 2: a) f b) w

Aufgabe 3: 1. richtig 2. falsch

Aufgabe 4: r, f
"""


def test_what_is_true_or_not_is_asked_with_both_words_and_without_its_boxes() -> None:
    spec, items, read = made(VERDICTS)
    cards = [i for i in items if isinstance(i, Card)]
    assert {i.front: i.back for i in cards} == {
        "Ja oder nein? Bienen sehen ultraviolettes Licht.": "ja",
        "Ja oder nein? Drohnen sammeln Nektar.": "nein",
        "Ja oder nein? Überwintern Bienen als Volk?": "ja",
        "Richtig oder falsch? Eine Königin legt keine Eier.": "Falsch",
        "Richtig oder falsch? Wachs kommt aus Drüsen am Bauch.": "Richtig",
        "Richtig oder falsch? Der Schwänzeltanz zeigt die Richtung.": "richtig",
        "Richtig oder falsch? Hummeln machen keinen Honig.": "falsch",
        "Richtig oder falsch? Imker tragen einen Schleier.": "Richtig",
        "Richtig oder falsch? Wespen machen Wachs.": "Falsch",
    }
    payload = [[{"items": [{} for _ in a.items]} for a in s.activities] for s in spec.sections]
    add_ways(spec, payload)
    offered = [held.get("options") for s in payload for a in s for held in a["items"]]
    assert len([one for one in offered if one and len(one) == 1]) == len(cards)
    assert "a) f b) w" not in read


@pytest.mark.parametrize(
    ("line", "told", "asked"),
    [
        ("1. T F  Mars is a planet.", "1. T", ("True or false? Mars is a planet.", "True")),
        ("1. Mars is a planet. (T / F)", "1. f", ("True or false? Mars is a planet.", "False")),
        ("1. Mars is a planet. [ ] true [ ] false", "1. true", ("True or false? Mars is a planet.", "true")),
        ("1. Mars is a planet. T F", "1. F", ("True or false? Mars is a planet.", "False")),
        ("1. Mars is a planet. yes / no", "1. no", ("Yes or no? Mars is a planet.", "no")),
    ],
)  # fmt: skip
def test_what_offers_both_is_no_part_of_the_statement(line: str, told: str, asked: tuple[str, str]) -> None:  # fmt: skip
    second = ("2. Pluto is a moon. ____", f"2. {told[3:]}")
    text = f"# Sky\n\nThe sky holds stars and planets that move.\n\n## Part A: True or false?\n\n{line}\n\n{second[0]}\n\n## Answers\n\nPart A: {told} {second[1]}\n"
    cards = {i.front: i.back for i in made(text)[1] if isinstance(i, Card)}
    assert cards.get(asked[0]) == asked[1]


def test_a_statement_that_speaks_of_right_and_wrong_keeps_its_end() -> None:
    text = "# Law\n\nA court weighs what was done.\n\n## Part A: True or false?\n\n1. A court decides what is right or wrong.\n\n2. A court makes laws.\n\n## Answers\n\nPart A: 1. T 2. F\n"
    fronts = [i.front for i in made(text)[1] if isinstance(i, Card)]
    assert "True or false? A court decides what is right or wrong." in fronts


PLANTS = (
    "# AB 7: Pflanzen\n\n"
    + "Pflanzen nehmen Wasser mit den Wurzeln auf und leiten es durch den Stängel bis in die Blätter. "
    * 2
)
GAPS = "\n\n".join(
    f"## {name}: Setze das Wort ein.\n\n{text}"
    for name, text in (
        ("Aufgabe 1", "Das Wasser steigt durch den ________ nach oben."),
        ("Aufgabe 2", "In der Erde hält sich die Pflanze mit der ________ fest."),
        ("Aufgabe 3", "Aus der Blüte wird im Sommer eine reife ________."),
        ("Aufgabe 4", "Das Licht der Sonne fängt das grüne ________ ein."),
    )
)  # fmt: skip
TOLD = "\n\n## Lösungen\n\nAufgabe 1: Stängel\n\nAufgabe 2: Wurzel\n\nAufgabe 3: Frucht\n\nAufgabe 4: Blatt\n"


def test_a_section_of_several_tasks_is_not_called_after_one_of_them() -> None:
    titles = [section.title for section in made(f"{PLANTS}\n\n{GAPS}{TOLD}")[0].sections]
    assert titles[0] == "AB 7: Pflanzen"
    assert not [title for title in titles if title.startswith("Aufgabe ")]
    assert all(title.startswith("Aufgaben ") for title in titles[1:])


@pytest.mark.parametrize(
    ("headings", "called"),
    [
        (["Aufgabe 2: Setze ein.", "Aufgabe 3", "Aufgabe 4: Bringe in Reihenfolge"], "Aufgaben 2–4"),
        (["Exercise A", "Exercise B: Match"], "Exercises A–B"),
        (["Exercice 1 : Relie.", "Corrigé"], ""),
        (["Part 1: Cells", "Part 2: Tissues"], ""),
        (["Aufgabe 1", "Übung 2"], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_tasks_are_called_by_their_first_and_last(headings: list[str], called: str) -> None:
    assert names_of_tasks(headings) == called


def test_the_number_of_a_chapter_is_no_question_of_the_key() -> None:
    text = (
        "# Digestion\n\n## 2. A little history\n\nIn 1752 Réaumur made a kite swallow small tubes filled with meat.\n\n"
        "## Exercises\n\n1. Which organ makes bile?\n2. How long is the small intestine?\n\n## Answers\n\n1. The liver\n\n2. About six metres\n"
    )
    told = {i.front: i.back for i in made(text)[1] if isinstance(i, Card)}
    assert told["How long is the small intestine?"] == "About six metres"
    assert list(told.values()).count("About six metres") == 1


def test_stations_between_blanks_are_put_in_the_order_that_the_key_numbers() -> None:
    text = (
        "# Der Weg des Wassers\n\nWasser verdunstet, steigt auf und fällt als Regen.\n\n## Aufgabe 1: Bringe die Stationen in die richtige Reihenfolge.\n\n"
        "\\_\\_\\_ Wolke \\_\\_\\_ Meer \\_\\_\\_ Regen \\_\\_\\_ Fluss\n\n## Lösungen\n\n1: Meer (1), Wolke (2), Regen (3), Fluss (4)\n"
    )
    _, items, _ = made(text)
    steps = [i for i in items if isinstance(i, Step)]
    assert [i.text for i in steps] == ["Meer", "Wolke", "Regen", "Fluss"]
    assert len(steps[0].evidence) == 2  # where it is asked, and the key
    shuffled = made(text.replace("Regen (3), Fluss (4)", "Fluss (4), Regen (3)"))[1]
    assert [i.text for i in shuffled if isinstance(i, Step)] == ["Meer", "Wolke", "Regen", "Fluss"]


def test_what_is_to_be_sorted_is_no_question_by_itself() -> None:
    text = (
        "# Stoffe\n\nStoffe sind rein oder gemischt.\n\n## Aufgabe 1: Ordne der richtigen Gruppe zu.\n\nGold – Luft – Eisen – Messing – Kupfer\n\n"
        "## Lösungen\n\n1: Reinstoffe: Gold, Eisen, Kupfer; Gemische: Luft, Messing\n"
    )
    assert not [i for i in made(text)[1] if isinstance(i, Card)]
