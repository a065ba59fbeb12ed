"""What a source says will be learnt is its goals, in each language and wording, and never a question with options."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.domain.spec import Card, Choice
from praxeo.sources.documents.text.markdown import read_markdown_file

LESSON = (
    "# La célula\n\n## {heading}\n\n- Reconocer las partes de una célula.\n- Diferenciar dos clases de células.\n"
    "- Explicar cómo obtiene energía la célula.\n\n## Ahora tú\n\n1. ¿Quién dio nombre a las células?\n\n   a) Leeuwenhoek\n\n"
    "   b) Virchow\n\n   c) Hooke\n\n### Soluciones\n\n1. c\n"
)


def asked_of(text: str, folder: Path) -> dict[str, str]:
    """The questions of an app and what is right for each."""
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    items = [i for s in spec.sections for a in s.activities for i in a.items]
    choices = {i.question: i.answer for i in items if isinstance(i, Choice)}
    return choices | {i.front: i.back for i in items if isinstance(i, Card)}


@pytest.mark.parametrize(
    "heading",
    [
        "¿Qué vas a aprender?", "Lo que vas a aprender", "¿Qué aprenderemos en esta unidad?", "What you will learn",
        "What will you learn?", "What we will learn today", "Das lernst du", "Was du lernst", "Was lernst du hier?",
        "Das wirst du lernen", "Ce que tu vas apprendre", "Ce que vous apprendrez", "Que vas-tu apprendre ?",
    ],
)  # fmt: skip
def test_a_heading_that_tells_what_will_be_learnt_names_goals(heading: str) -> None:
    assert role_of_heading(heading) == "goals"


@pytest.mark.parametrize(
    "heading",
    ["What plants learn", "Was Pflanzen lernen", "Qué comen las ballenas", "Ce que mangent les baleines"],
)  # fmt: skip
def test_a_heading_that_tells_what_others_do_names_none(heading: str) -> None:
    assert role_of_heading(heading) is None


# The last is no form of goals that the author knows: that nothing asks it stands on its list alone.
@pytest.mark.parametrize("heading", ["¿Qué vas a aprender?", "¿Qué necesitas para esta lección?"])
def test_a_heading_with_a_list_below_it_takes_no_key_of_the_questions(
    heading: str, tmp_path: Path
) -> None:
    assert asked_of(LESSON.format(heading=heading), tmp_path) == {
        "¿Quién dio nombre a las células?": "Hooke"
    }


@pytest.mark.parametrize(
    ("asked", "key", "question", "answer"),
    [
        ("¿Verdadero o falso? Las bacterias son células.", "Verdadero", "¿Verdadero o falso? Las bacterias son células.", "Verdadero"),
        ("Di si es verdadero o falso: Las plantas comen carne.", "Falso", "¿Verdadero o falso? Las plantas comen carne.", "Falso"),
    ],
)  # fmt: skip
def test_a_statement_is_asked_once_whether_it_is_true_wherever_it_stands(
    asked: str, key: str, question: str, answer: str, tmp_path: Path
) -> None:
    lone = f"# La célula\n\nLas células son las partes más pequeñas de los seres vivos.\n\n## Preguntas\n\n1. {asked}\n\n## Soluciones\n\n1. {key}\n"
    assert asked_of(lone, tmp_path) == {question: answer}
    after = LESSON.format(heading="Objetivos").replace("\n### Sol", f"\n2. {asked}\n\n### Sol")
    assert asked_of(f"{after}2. {key}\n", tmp_path)[question] == answer
