"""Banks of questions in GIFT: every kind is asked as it was written, and nobody reads an answer before."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Card, Choice, Item
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.text_signs import is_gift
from praxeo.sources.documents.validation import validate

BANK = r"""// a bank of a teacher
$CATEGORY: $course$/top/Biology/Cells

::Q1:: Which part makes energy? {
=Mitochondrion # right!
~Nucleus # no, that holds DNA
~Ribosome
####The mitochondrion releases energy.
}

Plant cells have a wall. {T}

::TF2:: [html]<p>Animal cells have <b>chloroplasts</b>.</p>{FALSE#no#yes}

What holds the DNA? {=nucleus =the nucleus}

Match the part with its job. {
=wall -> gives shape
=membrane -> lets things in
}

$CATEGORY: $course$/top/Biology/Numbers

How many chromosomes has a human cell? {#46:0}

The cell {=theory ~wall ~phone} says what living things are made of.

Which are organelles? {~%50%nucleus ~%50%ribosome ~%-100%stone}

What is 2 \{a\} \= b\: c? {=x\~y ~z ~w}

Write about cells. {}

The last ones were hard.
"""
CARDS = {
    "True or false? Plant cells have a wall.": "True",
    "True or false? Animal cells have chloroplasts.": "False",
    "What holds the DNA?": "nucleus / the nucleus",
    "Match the part with its job: wall": "gives shape",
    "Match the part with its job: membrane": "lets things in",
    "How many chromosomes has a human cell?": "46",
    "Which are organelles?": "nucleus; ribosome",
}
CHOICES = {
    "Which part makes energy?": ("Mitochondrion", ("Nucleus", "Ribosome")),
    "The cell ____ says what living things are made of.": ("theory", ("wall", "phone")),
    "What is 2 {a} = b: c?": ("x~y", ("z", "w")),
}


def extraction_of(text: str, folder: Path) -> Extraction:
    path = folder / "bank.gift"
    path.write_text(text, "utf-8")
    assert validate(path).label == "gift"
    return read("gift", path)


def items_of(text: str, folder: Path) -> list[Item]:
    spec = write_spec(extraction_of(text, folder), name="bank.gift")
    return [i for s in spec.sections for a in s.activities for i in a.items]


def test_every_kind_of_question_is_asked(tmp_path: Path) -> None:
    items = items_of(BANK, tmp_path)
    assert {i.front: i.back for i in items if isinstance(i, Card)} == CARDS
    assert {i.question: (i.answer, i.distractors) for i in items if isinstance(i, Choice)} == CHOICES  # fmt: skip


def test_categories_are_sections_and_answers_are_not_read(tmp_path: Path) -> None:
    extraction = extraction_of(BANK, tmp_path)
    spec = write_spec(extraction, name="bank.gift")
    reading = {block for section in spec.sections for block in section.reading}
    read = "\n".join(b.text for b in extraction.blocks if b.id in reading)
    assert [section.title for section in spec.sections] == ["Cells", "Numbers"]
    assert "Write about cells." in read
    assert "Mitochondrion" not in read


def test_feedback_that_is_left_out_is_told(tmp_path: Path) -> None:
    told = {w.code: w.details for w in extraction_of(BANK, tmp_path).warnings}
    assert told["feedback_left_out"] == {"texts": 1}


def test_statements_are_asked_in_the_language_of_the_bank(tmp_path: Path) -> None:
    text = "Der Wald speichert das Wasser und kühlt die Luft. {T}\n\nDie Buche verliert im Herbst ihre Blätter nicht. {F}\n\nWie heißt der Baum mit den Eicheln? {=Eiche ~Buche ~Tanne}\n"
    cards = {i.front: i.back for i in items_of(text, tmp_path) if isinstance(i, Card)}
    assert cards["Richtig oder falsch? Die Buche verliert im Herbst ihre Blätter nicht."] == "Falsch"  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "body { color: red }\np { margin: 0 }\n",
        "int main() { return 0; }\n\nvoid f() {=}\n",
        r"\section{Sets} Let {=} and {~a} be sets. {~b}",
        "Curly { braces } in prose, and {more of them}.",
        '{"a": {"b": 1}}',
    ],
)
def test_other_texts_with_braces_are_no_bank(text: str) -> None:
    assert not is_gift(text)
