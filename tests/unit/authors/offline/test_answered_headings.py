"""Questions over a short paragraph become cards, in four languages; what only looks like an answer does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.sources.documents.text.plain import read_text_file

ANSWERED = {
    "en": ("Why does the dough not rise?", "Most often the starter is too young. Feed it twice a day for a week."),
    "de": ("Wann reinige ich den Nistkasten?", "Am besten im September, wenn die Brut vorbei ist. Heißes Wasser genügt."),
    "fr": ("Pourquoi la pâte ne lève-t-elle pas ?", "Le plus souvent, le levain est trop jeune. Il faut le nourrir."),
    "es": ("¿Qué comían los incas?", "Comían sobre todo maíz, papas y quinua. La carne era rara en los Andes."),
}  # fmt: skip
VERDICT = (
    "Can the starter be frozen?",
    "Yes, for up to six months. Dry it first to keep it longer.",
)
NO_ANSWERS = {
    "a verdict for a question that asks what": ("What is a starter?", "Yes, for up to six months it can be kept."),
    "no verdict where one is asked for": ("Can the starter be frozen?", "Most often the starter is too young for it."),
    "a question to the reader": ("Why should you choose us?", "Most often the starter is too young for it."),
    "a count instead of the things": ("What are the kinds of flour?", "Bakers know seven important kinds of it."),
    "what leans on something else": ("Why does the dough not rise?", "This is explained in the last chapter of all."),
    "advice": ("How can the crust be improved?", "Bakers consider more steam in the oven for it."),
    "what depends": ("How long does the dough rise?", "The time depends on how warm the kitchen is."),
    "history where a meaning is asked for": ("What is the sponge method?", "The sponge method was recommended by bakers years ago."),
    "a question about something unnamed": ("Who is it for?", "All bakers, from the youngest to the oldest."),
    "somebody else than the one who did it": ("Who baked the first loaf?", "Old books tell a lot about Egyptian bakers and their ovens."),
    "who is well known": ("Wer hat den Ofen erfunden?", "Viele Menschen kennen den Namen eines Bäckers, der den Ofen baute."),
    "somebody's own view": ("Why does the dough not rise?", "I think that the starter is too young for it."),
}  # fmt: skip


def cards_of(text: str, folder: Path, *, plain: bool = False) -> dict[str, str]:
    path = folder / ("source.txt" if plain else "source.md")
    path.write_text(text, "utf-8")
    spec = write_spec((read_text_file if plain else read_markdown_file)(path), name=path.name)
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    return {item.front: item.back for item in items if isinstance(item, Card)}


def first(answer: str) -> str:
    return answer.partition(". ")[0] + "."


@pytest.mark.parametrize(("question", "answer"), ANSWERED.values(), ids=ANSWERED.keys())
def test_the_first_sentence_below_a_heading_answers_it(
    question: str, answer: str, tmp_path: Path
) -> None:
    text = f"# 1\n\n## {question}\n\n{answer}\n\n## 2\n\n{answer}\n"
    assert cards_of(text, tmp_path) == {question: first(answer)}


def test_a_verdict_answers_what_can_be_answered_by_one(tmp_path: Path) -> None:
    question, answer = VERDICT
    assert cards_of(f"# Bread\n\n## {question}\n\n{answer}\n", tmp_path) == {question: first(answer)}  # fmt: skip


def test_a_question_may_stand_on_the_line_above_its_answer(tmp_path: Path) -> None:
    question, answer = ANSWERED["en"]
    text = f"Questions about bread\n\n{question}\n{answer}\n\nHow long does it keep?\nIt keeps for about four days.\n"
    assert cards_of(text, tmp_path, plain=True)[question] == first(answer)


@pytest.mark.parametrize(("question", "answer"), NO_ANSWERS.values(), ids=NO_ANSWERS.keys())
def test_what_does_not_answer_is_no_answer(question: str, answer: str, tmp_path: Path) -> None:
    assert not cards_of(f"# Bread\n\n## {question}\n\n{answer}\n", tmp_path)


def test_a_long_text_below_a_heading_is_no_answer(tmp_path: Path) -> None:
    question, answer = ANSWERED["en"]
    assert question not in cards_of(f"# Bread\n\n## {question}\n\n{answer}\n\n{answer}\n", tmp_path)
