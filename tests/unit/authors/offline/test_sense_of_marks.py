"""Sense: no item gives itself away, asks what another asks, or has a term that only its sentence's grammar made."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.harvest.english_definitions import cut_meaning
from praxeo.domain.spec import Card, Choice, Event, Item, Step, Term
from praxeo.sources.documents.text.markdown import read_markdown_file


def items(text: str, folder: Path) -> list[Item]:
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    return [item for s in spec.sections for a in s.activities for item in a.items]


def terms(text: str, folder: Path) -> dict[str, str]:
    return {i.term: i.definition for i in items(text, folder) if isinstance(i, Term)}


def test_a_row_that_names_one_of_the_compared_is_not_asked(tmp_path: Path) -> None:
    text = (
        "# Fibres\n\nSlow-twitch fibres and fast-twitch fibres work side by side.\n\n| Feature | Slow-twitch fibre | Fast-twitch fibre |\n|---|---|---|\n"
        "| Speed | slow | quick |\n| Colour | dark red | pale |\n| Tires | hardly at all | within a minute |\n"
    )
    asked = [item.front for item in items(text, tmp_path) if isinstance(item, Card)]
    assert len(asked) == 2
    assert not any("Speed" in front for front in asked)


def test_a_question_for_the_next_step_is_not_asked_beside_the_steps_in_order(tmp_path: Path) -> None:  # fmt: skip
    text = (
        "# Totholz\n\nEin toter Baum lebt weiter.\n\n## Die Phasen\n\nDie Zersetzung verläuft in drei Schritten:\n\n1. In der Besiedlungsphase dringen Käfer unter die Rinde.\n"
        "2. In der Zersetzungsphase fällt die Rinde ab.\n3. In der Humusphase zerfällt das Holz zu Mulm.\n\n## Aufgaben\n\n"
        "1. Welche Phase folgt auf die Besiedlungsphase?\n2. Wer dringt unter die Rinde?\n\n## Lösungen\n\n1. Die Zersetzungsphase.\n2. Die Käfer.\n"
    )
    found = items(text, tmp_path)
    assert len([item for item in found if isinstance(item, Step)]) == 3
    assert [i.front for i in found if isinstance(i, Card)] == ["Wer dringt unter die Rinde?"]


def test_quotation_marks_around_a_meaning_are_no_part_of_it(tmp_path: Path) -> None:
    text = (
        '# Percentages\n\nShares are compared in hundredths.\n\n## Glossary\n\nPercent: "out of a hundred"\n\nRate: the share, as a percentage\n\n'
        "Base value: the whole that the share is taken of\n"
    )
    assert terms(text, tmp_path)["Percent"] == "out of a hundred"


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("Der gelbe Fleck ist die Stelle der Netzhaut, an der das Sehen am schärfsten ist.", "gelber Fleck"),
        ("Das vegetative Nervensystem ist der Teil der Steuerung, auf den der Wille nicht wirkt.", "vegetatives Nervensystem"),
        ("Die feste Hülle ist die Schicht der Kugel, die das Innere vor Stößen schützt.", "feste Hülle"),
        ("Das kalte Licht ist die Strahlung eines Körpers, der dabei nicht heiß wird.", "kaltes Licht"),
    ],
)  # fmt: skip
def test_a_german_term_stands_in_its_base_form(sentence: str, term: str, tmp_path: Path) -> None:  # fmt: skip
    found = terms(f"# Vom Sehen\n\n{sentence} Davon handelt dieses Kapitel.\n", tmp_path)
    assert list(found) == [term]


def test_what_is_named_by_its_place_alone_is_no_term(tmp_path: Path) -> None:
    text = "# Wald\n\nDas oberste Stockwerk ist die Baumschicht, deren Kronen das Dach des Waldes bilden. Darunter wachsen Sträucher.\n"
    assert terms(text, tmp_path) == {}


def test_a_meaning_is_shown_with_the_sentence_that_tells_it(tmp_path: Path) -> None:
    text = "# Currents\n\nCharges move.\n\n## Glossary\n\n* **Insulator.** Material that does not let a current pass.\n* **Conductor.** Material that lets a current pass.\n"
    (found,) = [i for i in items(text, tmp_path) if isinstance(i, Term) and i.term == "Insulator"]
    assert [reference.partition(".")[2] for reference in found.evidence] == ["1", "2"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Die riesige Konstruktion wurde 1924 gebaut.",
        "Im Jahr 1924 wurde die riesige Konstruktion gebaut.",
    ],
)
def test_when_something_was_done_to_any_of_a_kind_is_not_asked(sentence: str, tmp_path: Path) -> None:  # fmt: skip
    assert items(f"# Mumbai\n\nIn der Stadt steht ein Tor am Hafen. {sentence}\n", tmp_path) == []


def test_a_meaning_is_not_cut_within_its_relative_clause() -> None:
    whole = "a set of stones which are connected along the lines, and are of one colour"
    assert cut_meaning(whole) == whole
    assert cut_meaning("a long ridge of loose stones, and is found in valleys") == "a long ridge of loose stones"  # fmt: skip


def test_what_a_question_adds_in_brackets_is_no_answer(tmp_path: Path) -> None:
    text = "# Fonts\n\nLetters have names.\n\n## Questions\n\n1. Why is there no letter named mu? (or Delta, or Omega)\n2. How many letters are there? (or signs)\n"
    assert not [i for i in items(text, tmp_path) if isinstance(i, Card | Choice)]


def test_the_year_of_a_subordinate_clause_is_not_the_events(tmp_path: Path) -> None:
    text = (
        "# The war\n\nBritain declared war because troops had invaded Belgium, whose neutrality it had guaranteed in 1839. Germany began to build a battle fleet in 1898. "
        "Britain launched HMS Dreadnought in 1906. France signed a treaty with Russia in 1894.\n"
    )
    assert {i.when for i in items(text, tmp_path) if isinstance(i, Event)} == {"1898", "1906", "1894"}  # fmt: skip


def test_half_a_sentence_before_a_name_is_not_its_meaning(tmp_path: Path) -> None:
    text = (
        "# Clouds\n\n**Condensation** is the change of water vapour into liquid droplets. The droplets form around tiny particles of dust, salt or smoke, "
        "which are called **condensation nuclei**. **Precipitation** is water that falls from clouds to the ground.\n"
    )
    found = terms(text, tmp_path)
    assert "Condensation" in found
    assert "condensation nuclei" not in found
