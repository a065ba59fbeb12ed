"""Facts that a sentence tells outright: what is asked where a text teaches, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import drafts, write_spec
from praxeo.domain.spec import Card
from praxeo.sources.documents.text.markdown import read_markdown_file


def shown(text: str, folder: Path) -> dict[str, str]:
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    return {item.front: item.back for item in items if isinstance(item, Card)}


def with_drafts(text: str, folder: Path) -> dict[str, str]:
    found = shown(text, folder)
    waiting = [draft.item for draft in drafts(read_markdown_file(folder / "source.md"), name="s")]
    return found | {item.front: item.back for item in waiting if isinstance(item, Card)}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Most hot deserts lie near the tropics because dry air sinks there.", "Why do most hot deserts lie near the tropics?", "because dry air sinks there"),
        ("Water cools down more slowly than land, which is why places at the coast have mild winters.", "Why do places at the coast have mild winters?", "Water cools down more slowly than land"),
        ("The Petrarchan sonnet is divided into an octave of eight lines and a sestet of six.", "What is the Petrarchan sonnet divided into?", "an octave of eight lines and a sestet of six"),
        ("Most coastal towns have mild winters due to the slow cooling of the water.", "Why do most coastal towns have mild winters?", "due to the slow cooling of the water"),
    ],
)  # fmt: skip
def test_a_lesson_is_asked_what_its_sentences_tell_outright(
    sentence: str, question: str, answer: str, tmp_path: Path
) -> None:
    assert shown(f"# A lesson\n\nHere is what there is to know. {sentence}\n", tmp_path) == {question: answer}  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("Die Zellmembran besteht aus einer doppelten Schicht von Lipiden.", "Woraus besteht die Zellmembran?", "aus einer doppelten Schicht von Lipiden"),
        ("Die Wand der Arterie setzt sich aus drei Schichten zusammen: innen, mitten und außen.", "Ergänze aus dem Gedächtnis: „Die Wand der Arterie setzt sich aus drei Schichten zusammen …“", "innen; mitten; außen"),
        ("La membrane cellulaire se compose d’une double couche de lipides.", "De quoi est-ce que la membrane cellulaire se compose ?", "d’une double couche de lipides"),
        ("Todos los seres vivos están formados por una o más células.", "¿De qué están formados todos los seres vivos?", "una o más células"),
        ("La membrana celular se compone de una doble capa de lípidos.", "¿De qué se compone la membrana celular?", "de una doble capa de lípidos"),
    ],
)  # fmt: skip
def test_what_a_thing_consists_of_is_asked_in_four_languages(
    sentence: str, question: str | None, answer: str, tmp_path: Path
) -> None:
    title = "Die Zellmembran" if sentence.startswith("Die") else sentence.split(" se ")[0]
    found = shown(f"# {title}\n\n{sentence}\n", tmp_path)
    assert found == ({question: answer} if question else {})


@pytest.mark.parametrize(
    "sentence",
    [
        "It consists of an octave of eight lines and a sestet of six.",
        "The temple was built by Ramesses because the old one had burnt down.",
        "The system consists of several parts.",
        "The layer depends on the layer below it.",
        "This score is used to assess how well a classifier is calibrated.",
        "In 1052 the official measured the stars, leaving a lot of data.",
        "The army might consist of three legions and their horses.",
    ],
)
def test_what_needs_the_sentence_before_is_not_asked(sentence: str, tmp_path: Path) -> None:
    assert with_drafts(f"# A lesson\n\nHere is what there is to know. {sentence}\n", tmp_path) == {}


def test_two_sentences_that_answer_one_question_leave_it_unasked(tmp_path: Path) -> None:
    text = (
        "# The thorax\n\nThe thorax consists of three parts, each with a pair of legs. A beetle is an insect.\n\n"
        "## The thorax of spiders\n\nThe thorax consists of one plate and the head that has grown into it.\n"
    )
    assert not any("thorax consist" in question for question in with_drafts(text, tmp_path))


def test_a_text_about_a_program_is_not_asked_so(tmp_path: Path) -> None:
    manual = "\n\n".join(f"Click the button {n} of the menu to open the file." for n in range(9))
    text = f"# Manual\n\nThe Brier score is used to assess how well a classifier is calibrated.\n\n{manual}\n"
    assert shown(text, tmp_path) == {}


@pytest.mark.parametrize(
    ("sentence", "question", "answer"),
    [
        ("In 107 BC Gaius Marius opened the army to citizens without property.", "What did Gaius Marius do in 107 BC?", "opened the army to citizens without property"),
        ("The Brier score is used to assess how well a classifier is calibrated.", "What is the Brier score used for?", "to assess how well a classifier is calibrated"),
        ("The capital of Peru is Lima.", "What is the capital of Peru?", "Lima"),
        ("The Suez Canal was opened in 1869.", "When was the Suez Canal opened?", "1869"),
        ("Ben Bella was overthrown by Houari Boumediene.", "By whom was Ben Bella overthrown?", "Houari Boumediene"),
        ("Helen Sharman became the first British woman in space.", "Who became the first British woman in space?", "Helen Sharman"),
        ("In dry valleys, the saguaro is admired for its height because it stores rain for years.", "In dry valleys, why is the saguaro admired for its height?", "because it stores rain for years"),
    ],
)  # fmt: skip
def test_what_was_not_measured_to_hold_waits_as_a_draft(
    sentence: str, question: str, answer: str, tmp_path: Path
) -> None:
    text = f"# A lesson on the saguaro\n\nHere is what there is to know. {sentence}\n"
    assert with_drafts(text, tmp_path)[question] == answer


@pytest.mark.parametrize(
    "sentence",
    [
        "The people left the valley because of the ankle injury.",
        "The Egyptian followed the stones as they were handed from father to son.",
        "The richest member is known for the ceremony because the island has no other.",
        "Most winners have met the king recently because he lives nearby.",
    ],
)
def test_nothing_is_asked_that_only_the_lines_before_explain(sentence: str, tmp_path: Path) -> None:
    assert not shown(f"# A tale\n\n{sentence}\n", tmp_path)


def test_it_is_what_the_text_is_about_and_both_sentences_are_the_evidence(tmp_path: Path) -> None:
    text = "# The saguaro\n\nThe saguaro is common in Arizona. It grows slowly because the desert has little rain.\n"
    (tmp_path / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    cards = [i for s in spec.sections for a in s.activities for i in a.items if isinstance(i, Card)]
    assert [(c.front, c.evidence) for c in cards] == [("Why does the saguaro grow slowly?", ("b2.1", "b2.2"))]  # fmt: skip


def test_it_is_not_what_only_a_part_of_the_topic_s_name_opens(tmp_path: Path) -> None:
    text = "# Amphibian\n\nAmphibian brains are small. They are smooth because the skull is flat.\n"
    assert not any("mphibian smooth" in front for front in shown(text, tmp_path))
