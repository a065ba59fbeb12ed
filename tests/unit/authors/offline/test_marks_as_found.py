"""Marks in the layouts of worksheets, slides and lessons of other makers, each with what it must not become."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Choice, Event, Item, Pair, Step, Term
from praxeo.sources.documents.text.markdown import read_markdown_file


def items_of(text: str, folder: Path) -> list[Item]:
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    return [item for s in spec.sections for a in s.activities for item in a.items]


def cards(items: list[Item]) -> dict[str, str]:
    return {item.front: item.back for item in items if isinstance(item, Card)}


def pairs(items: list[Item]) -> dict[str, str]:
    return {item.left: item.right for item in items if isinstance(item, Pair)}


def meanings(items: list[Item]) -> dict[str, str]:
    return {item.term: item.definition for item in items if isinstance(item, Term)}


VERDICTS = {
    "de": ("## Lernkontrolle\n\n1. Wie nennt man das Innere des Brotes?\n2. Richtig oder falsch: Roggenmehl braucht keine Säure.\n3. Was gibt man zuletzt dazu?\n\nLösungen: 1. Krume 2. falsch 3. Salz\n",
           "Richtig oder falsch? Roggenmehl braucht keine Säure.", "falsch"),
    "fr": ("## Je vérifie\n\n1. Quel gaz la plante libère-t-elle ?\n\n2. Vrai ou faux : les animaux sont autotrophes.\n\n3. Que capte la feuille ?\n\n## Corrigé\n\n1. Le dioxygène.\n\n2. Faux, ils sont hétérotrophes.\n\n3. La lumière.\n",
           "Vrai ou faux ? Les animaux sont autotrophes.", "Faux, ils sont hétérotrophes."),
}  # fmt: skip


@pytest.mark.parametrize(("text", "front", "back"), VERDICTS.values(), ids=VERDICTS.keys())
def test_a_short_statement_with_its_verdict_in_the_key_is_asked(
    text: str, front: str, back: str, tmp_path: Path
) -> None:
    assert cards(items_of(f"# Test\n\n{text}", tmp_path))[front] == back


WORKSHEET = "# Fractions\n\n1. Match: 1/4 – 25 %, 1/5 – 20 %, 3/4 – 75 %\n2. What is one half in percent?\n3. Work out the power of a lens with f = 0.5 m.\n\n## Answer key\n\n1. {0}\n2. 50\n3. 2 dioptres\n"


def test_a_key_that_writes_its_pairs_out_gives_a_matching(tmp_path: Path) -> None:
    items = items_of(WORKSHEET.format("1/4 = 25 %, 1/5 = 20 %, 3/4 = 75 %"), tmp_path)
    assert pairs(items) == {"1/4": "25 %", "1/5": "20 %", "3/4": "75 %"}
    assert cards(items)["Work out the power of a lens with f = 0.5 m."] == "2 dioptres"


def test_a_key_with_a_pair_that_is_not_in_the_question_gives_none(tmp_path: Path) -> None:
    assert not pairs(items_of(WORKSHEET.format("1/4 = 25 %, 1/5 = 22 %, 3/4 = 75 %"), tmp_path))


def test_short_answers_are_questions_and_no_key(tmp_path: Path) -> None:
    text = "# Machines\n\n## Short answers\n\n1. Where is the fulcrum of a wheelbarrow?\n2. What does oil reduce?\n\n## Answer key\n\n1. At the wheel\n2. Friction\n"
    assert cards(items_of(text, tmp_path)) == {
        "Where is the fulcrum of a wheelbarrow?": "At the wheel",
        "What does oil reduce?": "Friction",
    }


def test_a_step_to_the_left_atrium_is_a_step(tmp_path: Path) -> None:
    steps = ["Blood enters the right atrium.", "It is pumped to the lungs.", "Blood returns to the left atrium.", "It leaves through the aorta."]  # fmt: skip
    text = "# The heart\n\nThe steps are:\n\n" + "\n".join(f"{n}. {s}" for n, s in enumerate(steps, 1))  # fmt: skip
    assert [i.text for i in items_of(text, tmp_path) if isinstance(i, Step)] == [s.rstrip(".") for s in steps]  # fmt: skip


def test_what_stands_to_the_left_on_the_page_is_no_step(tmp_path: Path) -> None:
    text = "# The heart\n\nThe steps are:\n\n1. Open the valve shown.\n2. Look at the picture to the left of it.\n3. Close the valve.\n"  # fmt: skip
    assert not [item for item in items_of(text, tmp_path) if isinstance(item, Step)]


PLATES = "# Plate tectonics\n\n## Layers of the Earth\n\n- Crust: the thin solid outer shell\n- Mantle: hot rock that flows very slowly\n- Outer core: liquid iron and nickel\n- Inner core: solid iron and nickel\n\n## Margins\n\n| Margin | Hazard | Example |\n|---|---|---|\n| Constructive | gentle eruptions | Iceland |\n| Destructive | violent eruptions and earthquakes | Chile |\n| Conservative | earthquakes only | San Andreas Fault |\n| Collision | earthquakes | Himalayas |\n"


def test_in_a_list_of_meanings_a_short_one_is_a_meaning_too(tmp_path: Path) -> None:
    found = meanings(items_of(PLATES, tmp_path))
    assert found["Outer core"] == "liquid iron and nickel"
    assert found.keys() == {"Crust", "Mantle", "Outer core", "Inner core"}


def test_a_table_is_matched_by_a_column_whose_cells_are_told_apart(tmp_path: Path) -> None:
    assert pairs(items_of(PLATES, tmp_path))["Collision"] == "Himalayas"


BOLD = {
    "de": ("**Brechung** nennt man die Richtungsänderung des Lichts beim Übergang in einen anderen Stoff. **Magma** ist Gestein, das unter der Erde geschmolzen ist.",
           {"Brechung": "die Richtungsänderung", "Magma": "Gestein, das"}),
    "fr": ("Le **magma** est de la roche fondue qui se trouve sous la surface de la Terre.", {"magma": "de la roche fondue qui"}),
    "es": ("El **magma** es roca fundida que se encuentra bajo la superficie de la Tierra.", {"magma": "roca fundida que"}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), BOLD.values(), ids=BOLD.keys())
def test_a_bold_term_is_asked_though_no_article_begins_its_meaning(
    text: str, wanted: dict[str, str], tmp_path: Path
) -> None:
    found = meanings(items_of(f"# Geo\n\n## Lección\n\n{text}\n", tmp_path))
    assert {term: found[term].startswith(start) for term, start in wanted.items()} == dict.fromkeys(wanted, True)  # fmt: skip


@pytest.mark.parametrize("text", [text.replace("**", "") for text, _ in list(BOLD.values())[1:]])
def test_the_same_without_a_mark_waits_at_the_desk(text: str, tmp_path: Path) -> None:
    assert not meanings(items_of(f"# Geo\n\n## Lección\n\n{text}\n", tmp_path))


def test_phases_of_a_german_compound_are_put_in_order(tmp_path: Path) -> None:
    text = "# Sauerteig\n\n## Dreistufenführung\n\n1. Anfrischsauer: Das Anstellgut wird bei 26 °C vermehrt.\n2. Grundsauer: Fester Teig bei 28 °C.\n3. Vollsauer: Weicher Teig bei 30 °C.\n"
    assert len([item for item in items_of(text, tmp_path) if isinstance(item, Step)]) == 3


def test_an_answer_that_has_to_be_shown_first_names_the_option(tmp_path: Path) -> None:
    ask = "## Question {0}\n\n{1}\n\n- A) {2}\n- B) {3}\n- C) {4}\n\nClick to reveal the correct answer\n\nThe correct answer is {5}\n\n"
    text = "# Cells\n\n" + ask.format(1, "What is the powerhouse of the cell?", "Nucleus", "Mitochondria", "Ribosome", "B) Mitochondria")  # fmt: skip
    text += ask.format(2, "Which gas do plants take from the air?", "Oxygen", "Nitrogen", "Carbon dioxide", "C) Carbon dioxide")  # fmt: skip
    items = [item for item in items_of(text, tmp_path) if isinstance(item, Choice)]
    assert [item.answer for item in items] == ["Mitochondria", "Carbon dioxide"]


CHECKLIST = "# Cell division\n\n## Key Terminology Checklist\n\n- [ ] **Somatic Cell**: Any body cell with two sets of chromosomes.\n- [ ] **Centromere**: The region where sister chromatids are attached.\n- [ ] **Genome**: The complete set of genetic information in an organism.\n\n## Concept check\n\n*   **Question**: How do prokaryotes replicate?\n*   **Key Answer**: By binary fission.\n"


def test_the_terms_of_a_checklist_stand_without_their_boxes(tmp_path: Path) -> None:
    assert meanings(items_of(CHECKLIST, tmp_path)).keys() == {"Somatic Cell", "Centromere", "Genome"}  # fmt: skip


def test_a_question_and_its_answer_that_are_points_of_a_list_are_asked(tmp_path: Path) -> None:
    assert cards(items_of(CHECKLIST, tmp_path)) == {"How do prokaryotes replicate?": "By binary fission."}  # fmt: skip


SLIDES = "# Plates\n\n## Goals\n\n- You can tell margins apart.\n\n## Margins\n\n- Constructive margin – plates move apart and new crust forms\n- Destructive margin – oceanic crust sinks beneath continental crust\n- Conservative margin – plates slide past each other\n"


def test_labels_that_tell_what_happens_are_matched(tmp_path: Path) -> None:
    found = pairs(items_of(SLIDES, tmp_path))
    assert found["Conservative margin"] == "plates slide past each other"
    assert len(found) == 3


def test_labels_whose_texts_hold_each_other_are_not_matched(tmp_path: Path) -> None:
    alike = SLIDES.replace("oceanic crust sinks beneath continental crust", "plates slide past each other slowly")  # fmt: skip
    assert not pairs(items_of(alike, tmp_path))


def test_what_a_pronoun_says_of_its_label_is_matched(tmp_path: Path) -> None:
    text = "# Les sols\n\n## Objectifs\n\nDistinguer les habitants.\n\n## Les habitants\n\n- Bactérie : elle transforme les feuilles mortes en sels\n- Champignon : il décompose le bois tombé au sol\n- Taupe : elle remonte la terre à la surface\n"
    assert pairs(items_of(text, tmp_path))["Taupe"] == "elle remonte la terre à la surface"


FAQ = "# Brot\n\n## Lernziele\n\nDu kannst Brot backen.\n\n## Häufige Fragen\n\n**Warum riecht mein Teig nach Essig?**\n{0}\n\n**Wie lange hält sich Anstellgut?**\nIm Kühlschrank etwa eine Woche.\n"


def test_whoever_asks_often_may_ask_for_oneself(tmp_path: Path) -> None:
    found = cards(items_of(FAQ.format("Er wurde zu kühl geführt."), tmp_path))
    assert found["Warum riecht mein Teig nach Essig?"] == "Er wurde zu kühl geführt."


def test_an_answer_that_speaks_for_its_writer_is_not_asked(tmp_path: Path) -> None:
    found = cards(items_of(FAQ.format("Wir haben unseren Teig zu kühl geführt."), tmp_path))
    assert list(found) == ["Wie lange hält sich Anstellgut?"]


def test_a_bold_term_that_its_entry_goes_on_about_with_is_has_the_phrase_as_meaning(
    tmp_path: Path,
) -> None:
    text = "# Wald\n\n## Begriffe\n\n**Totholz** ist Holz, das abgestorben ist und Käfern als Wohnung dient.\n\n**Humus** ist eine dunkle Schicht aus zersetzten Pflanzen.\n"
    found = meanings(items_of(text, tmp_path))
    assert found["Totholz"].startswith("Holz, das")
    assert found["Humus"].startswith("eine dunkle Schicht")


EXAM = "# Simple machines\n\n## A. Multiple choice\n\n1. Which machine is a ramp?\n   - A) lever\n   - B) inclined plane\n   - C) pulley\n\n## B. True or false\n\n2. Oil increases friction. ____\n\n## C. Short answers\n\n{0}. What does a lever turn on?\n{1}. Name a machine with a wheel.\n\nAnswer key\n\n1. B\n2. False\n3. Its fulcrum\n4. The wheelbarrow\n"


def test_one_key_behind_the_last_section_answers_questions_that_count_on(tmp_path: Path) -> None:
    items = items_of(EXAM.format(3, 4), tmp_path)
    assert [item.answer for item in items if isinstance(item, Choice)] == ["inclined plane"]
    assert cards(items) == {
        "True or false? Oil increases friction.": "False",
        "What does a lever turn on?": "Its fulcrum",
        "Name a machine with a wheel.": "The wheelbarrow",
    }


def test_a_key_behind_a_section_that_counts_anew_answers_no_other_one(tmp_path: Path) -> None:
    items = items_of(EXAM.format(1, 2), tmp_path)
    assert not [item for item in items if isinstance(item, Choice)]
    assert "True or false? Oil increases friction." not in cards(items)


def test_answers_whose_numbers_count_on_answer_their_questions(tmp_path: Path) -> None:
    """As a word processor numbers the second of two lists in one style."""
    asked = "## Review questions\n\n1. What is molten rock called below the surface?\n2. Why are shield volcanoes flat?\n"
    found = cards(items_of(f"# Volcanoes\n\nMagma rises.\n\n{asked}\n## Answers\n\n3. It is called magma.\n4. Their lava is thin.\n", tmp_path))  # fmt: skip
    assert found["Why are shield volcanoes flat?"] == "Their lava is thin."
    other = cards(items_of(f"# Volcanoes\n\nMagma rises.\n\n{asked}\n## Answers\n\n4. It is called magma.\n5. Their lava is thin.\n", tmp_path))  # fmt: skip
    assert not other


def test_a_year_of_two_digits_stands_in_its_timeline(tmp_path: Path) -> None:
    listed = "- 79 – Vesuvius buries Pompeii.\n- 1815 – Tambora erupts.\n- 1883 – Krakatoa explodes.\n- 1980 – Mount St. Helens loses its top.\n"
    found = items_of(f"# Volcanoes\n\n## Famous eruptions\n\n{listed}", tmp_path)
    assert [item.when for item in found if isinstance(item, Event)] == ["79", "1815", "1883", "1980"]  # fmt: skip


def test_small_numbers_are_no_years(tmp_path: Path) -> None:
    listed = "- 12 – Months that a year has.\n- 24 – Hours that a day has.\n- 60 – Minutes of an hour.\n- 365 – Days that a year has.\n"
    assert not [i for i in items_of(f"# Numbers\n\n{listed}", tmp_path) if isinstance(i, Event)]


def test_a_list_of_what_things_do_is_matched_whole(tmp_path: Path) -> None:
    told = {"Nucleus": "holds the DNA and controls the cell", "Mitochondria": "release energy from sugar",
            "Cell membrane": "lets substances in and out", "Ribosome": "builds proteins"}  # fmt: skip
    listed = "\n".join(f"- {name}: {does}" for name, does in told.items())
    source = f"# The cell\n\n## Goals\n\n- You can name four parts of a cell\n\n## Parts of a cell\n\n{listed}\n"
    assert pairs(items_of(source, tmp_path)) == told


def test_steps_below_a_bold_line_are_no_goals(tmp_path: Path) -> None:
    text = "# Diodes\n\n**Goals**\n\n- Know what a diode does\n\n**Procedure**\n\n- Connect A1 to the source\n- Read the voltage of A1\n"
    (tmp_path / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    assert [goal.text for goal in spec.goals] == ["Know what a diode does"]


def test_questions_behind_a_glossary_have_a_section_of_their_own(tmp_path: Path) -> None:
    terms = "".join(
        f"- **{t}**: {m}\n"
        for t, m in {
            "bedrock": "solid rock that lies beneath the soil",
            "leaching": "the washing of minerals down through the soil",
        }.items()
    )
    text = f"# Soil\n\n## Rock\n\n{'Rock falls apart in frost and rain. ' * 70}\n\n## Glossary\n\n{terms}\n## Review questions\n\n1. What lies beneath the soil?\n2. What is soil made of?\n\n## Answers\n\n1. Solid rock.\n2. Rock and humus.\n"
    (tmp_path / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    asked = {s.title: [a.kind for a in s.activities] for s in spec.sections}
    assert asked["Glossary"] == ["terms"]
    assert asked["Review questions"] == ["flashcards"]
