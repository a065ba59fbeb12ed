"""Exam papers and lessons as schools print them: bare letters, keys in a line, common words among terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.facts import AskedFacts
from praxeo.authors.offline.harvest.answer_keys import answer_keys
from praxeo.authors.offline.harvest.no_labels import tells_what_to_do
from praxeo.authors.offline.harvest.options import bare_lettered
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.giveaways import names_stem
from praxeo.domain.blocks import Block, Locator
from praxeo.domain.spec import Card, Choice, Item, Step, Term
from praxeo.sources.documents.text.markdown import read_markdown_file

PAPER = """# Electric circuits

## Remember

- **Current** – the flow of electric charge around a circuit
- **Voltage** – the energy transferred for each unit of charge
- **Resistance** – how hard it is for charge to flow through a component
- **Series circuit** – a circuit with only one path for the current
- **Parallel circuit** – a circuit with two or more branches for the current

## Section A: Choose the correct answer

1\\. Which instrument measures current?

A Voltmeter

B Ammeter

C Barometer

2\\. Which material conducts best?

A Copper

B Rubber

C Glass

## Section B: True or false?

3\\. In a series circuit the current is the same everywhere. ____

4\\. Adding lamps in series makes every lamp brighter. ____

## Answer key

1 B 2 A

3 True 4 False
"""
PHASES = """# Die Mitose

## Die Phasen der Mitose

1. Prophase: Chromosomen verkürzen sich
2. Metaphase: Chromosomen ordnen sich in der Mitte an
3. Anaphase: Schwesterchromatiden werden zu den Polen gezogen
4. Telophase: Neue Kernhüllen bilden sich

## Kontrollfragen

1. Was geschieht in der Anaphase?
2. Wie viele Chromosomen hat eine Körperzelle?

## Lösungen

1. Die Schwesterchromatiden werden zu den Polen gezogen
2. 46
"""


def items_of(text: str, folder: Path) -> list[Item]:
    source = folder / "source.md"
    source.write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(source), name="source.md")
    return [item for s in spec.sections for a in s.activities for item in a.items]


def blocks(*texts: str) -> list[Block]:
    return [Block(id=f"b{n}", kind="paragraph", text=t, locator=Locator()) for n, t in enumerate(texts)]  # fmt: skip


def test_options_behind_bare_letters_are_those_of_the_question(tmp_path: Path) -> None:
    choices = [i for i in items_of(PAPER, tmp_path) if isinstance(i, Choice)]
    assert [(c.answer, len(c.distractors)) for c in choices] == [("Ammeter", 2), ("Copper", 2)]


def test_a_key_in_a_line_tells_what_is_true(tmp_path: Path) -> None:
    cards = [i for i in items_of(PAPER, tmp_path) if isinstance(i, Card)]
    assert [c.back for c in cards] == ["True", "False"]


def test_everyday_words_are_terms_among_those_of_a_list_of_meanings(tmp_path: Path) -> None:
    terms = {i.term for i in items_of(PAPER, tmp_path) if isinstance(i, Term)}
    assert {"Current", "Resistance", "Series circuit"} <= terms


def test_an_order_has_every_step_although_a_question_asks_about_one(tmp_path: Path) -> None:
    steps = [i.text.split(":")[0] for i in items_of(PHASES, tmp_path) if isinstance(i, Step)]
    assert steps == ["Prophase", "Metaphase", "Anaphase", "Telophase"]


@pytest.mark.parametrize(
    "texts",
    [
        ("A lamp is lit.", "B is off."),  # too few
        ("A lamp is lit.", "A switch is off.", "B is on.", "D is out."),
        ("B Ammeter", "C Barometer", "D Ohmmeter"),
        ("An ammeter", "By a cell", "Coal"),
    ],
)
def test_sentences_that_begin_with_a_letter_are_no_options(texts: tuple[str, ...]) -> None:
    assert not bare_lettered(blocks(*texts))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("8 switch 9 insulator 10 electrons", {"8": "switch", "9": "insulator", "10": "electrons"}),
        ("8 the year 1914 9 insulator", {}),  # a number more than its labels
        ("3 True 5 False", {}),  # one is left out
        ("see 8 switch 9 insulator", {}),
    ],
)
def test_a_line_of_answers_counts_on_without_a_gap(line: str, told: dict[str, str]) -> None:
    placed = [RoledBlock(block=block, index=0, role="key") for block in blocks(line)]
    found = {n: a.text for key in answer_keys(placed) for n, a in key.answers.items()}
    assert found == told


def test_french_du_speaks_to_nobody() -> None:
    assert not tells_what_to_do("point de la surface situé à la verticale du foyer", "fr")
    assert tells_what_to_do("hier kannst du alles sehen", "de")
    assert tells_what_to_do("la clé du coffre est dans votre sac", "fr")


def test_a_meaning_that_has_its_term_in_another_form_gives_it_away() -> None:
    assert names_stem("Schedule", ["when", "a", "job", "will", "be", "scheduled"])
    assert names_stem("Administrator", ["the", "person", "responsible", "for", "administrating"])
    assert not names_stem("Chromatid", ["eine", "von", "zwei", "hälften", "eines", "chromosoms"])
    assert not names_stem("Erosion", ["the", "removal", "of", "soil", "by", "wind"])


LECON = """# Les séismes

## Qu'est-ce qu'un séisme ?

Un séisme est une secousse brutale du sol provoquée par la rupture de roches.

**Foyer** : lieu en profondeur où les roches se rompent.

**Épicentre** : point de la surface situé à la verticale du foyer.

**Sismogramme** : enregistrement obtenu avec un sismographe.

## Se protéger

Pendant un séisme :

1. {first}
2. S'éloigner des fenêtres
3. S'abriter sous une table
"""


def test_bold_terms_of_a_french_lesson_are_practised(tmp_path: Path) -> None:
    items = items_of(LECON.format(first="Fermer le gaz"), tmp_path)
    terms = {i.term for i in items if isinstance(i, Term)}
    assert {"Foyer", "Épicentre", "Sismogramme"} <= terms


def test_advice_with_a_ban_in_it_is_no_order(tmp_path: Path) -> None:
    ordered = items_of(LECON.format(first="Fermer le gaz"), tmp_path)
    assert any(isinstance(item, Step) for item in ordered)
    advice = items_of(LECON.format(first="Ne pas prendre l'ascenseur"), tmp_path)
    assert not any(isinstance(item, Step) for item in advice)


def asked(front: str, back: str, place: str) -> Candidate:
    item = Card(front=front, back=back, evidence=(place,))
    return Candidate(kind="flashcards", item=item, prompt=front, answer=back, quote=back, rule="own_question")  # fmt: skip


def test_one_question_is_asked_once_whatever_its_answers_say() -> None:
    facts = AskedFacts()
    assert facts.admit(asked("Why do farmers prefer loam?", "It neither floods nor dries.", "b1"))
    assert not facts.admit(asked("Why do farmers prefer loam?", "because it drains well", "b2"))
    assert facts.admit(asked("Why do farmers avoid clay?", "It is slow to warm in spring.", "b3"))
