"""Steps and phases are put in order however a source tells them, and nothing is that only looks like them."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Step
from praxeo.sources.documents.text.markdown import read_markdown_file

ENGLISH = "A knot holds a rope where it is needed. Sailors learn the bowline before any other knot, because it never slips.\n\n"
GERMAN = "Vögel leben in fast allen Gegenden der Erde. Die meisten von ihnen bauen Nester und brüten ihre Eier darin aus.\n\n"
SPANISH = "La digestión transforma los alimentos en sustancias que la sangre transporta a todo el cuerpo.\n\n"
BOWLINE = [
    "Make a small loop in the rope",
    "Push the end up through the loop",
    "Pull the knot tight",
]
STEPS = {
    "commands under any heading": (
        f"{ENGLISH}## Bowline\n\n1. Make a small loop in the rope.\n2. Push the end up through the loop.\n3. Pull the knot tight.\n",
        BOWLINE,
    ),
    "counted off within a paragraph": (
        f"{ENGLISH}The steps are as follows: 1. Make a small loop in the rope. 2. Push the end up through the loop. 3. Pull the knot tight. It holds now.\n",
        BOWLINE,
    ),
    "stages by name": (
        f"{ENGLISH}Stage 1 – Loop: the rope crosses itself\n\nStage 2 – Turn: the end goes around\n\nStage 3 – Close: the knot is pulled tight\n",
        ["Loop: the rope crosses itself", "Turn: the end goes around", "Close: the knot is pulled tight"],
    ),
    "phases with names": (
        f"{GERMAN}Die Entwicklung verläuft in drei Phasen:\n\n1. Balz: Das Männchen wirbt um das Weibchen.\n2. Brut: Die Eltern wärmen die Eier.\n"
        "3. Nestlingszeit: Die Jungen werden im Nest gefüttert.\n",
        ["Balz: Das Männchen wirbt um das Weibchen", "Brut: Die Eltern wärmen die Eier", "Nestlingszeit: Die Jungen werden im Nest gefüttert"],
    ),
    "phases with bold names": (
        f"{SPANISH}Sus fases son las siguientes:\n\n1. **Ingestión**: los alimentos entran por la boca.\n2. **Absorción**: los nutrientes pasan a la sangre.\n"
        "3. **Egestión**: los restos salen del cuerpo.\n",
        ["Ingestión: los alimentos entran por la boca", "Absorción: los nutrientes pasan a la sangre", "Egestión: los restos salen del cuerpo"],
    ),
    "the way that something takes": (
        f"{GERMAN}Der Weg der Nahrung:\n\n1. Der Schnabel nimmt das Korn auf.\n2. Im Kropf wird das Korn weich.\n3. Der Muskelmagen zerreibt das Korn.\n",
        ["Der Schnabel nimmt das Korn auf", "Im Kropf wird das Korn weich", "Der Muskelmagen zerreibt das Korn"],
    ),
    "in this order": (
        f"{ENGLISH}A knot is taught in this order:\n\n1. The pupil sees the finished knot.\n2. The pupil ties it slowly with help.\n3. The pupil ties it blind.\n",
        ["The pupil sees the finished knot", "The pupil ties it slowly with help", "The pupil ties it blind"],
    ),
    "in this order, in Spanish": (
        f"{SPANISH}El alimento pasa por los órganos en este orden:\n\n1. La boca lo tritura.\n2. El estómago lo disuelve.\n3. El intestino absorbe los nutrientes.\n",
        ["La boca lo tritura", "El estómago lo disuelve", "El intestino absorbe los nutrientes"],
    ),
    "one step of two things": (
        f"{GERMAN}Die Schritte der Brut:\n\n1. Das Weibchen legt die Eier.\n2. Beide Eltern wärmen sie, dann schlüpfen die Jungen.\n3. Die Jungen verlassen das Nest.\n",
        ["Das Weibchen legt die Eier", "Beide Eltern wärmen sie, dann schlüpfen die Jungen", "Die Jungen verlassen das Nest"],
    ),
    "infinitives in a line": (
        f"{GERMAN}Der Ablauf: 1. Nistkasten abhängen. 2. Altes Nest entfernen. 3. Kasten ausbürsten.\n",
        ["Nistkasten abhängen", "Altes Nest entfernen", "Kasten ausbürsten"],
    ),
}  # fmt: skip
NO_STEPS = {
    "tips": f"{ENGLISH}## Tips\n\n1. Use a strong rope.\n2. Check the knot often.\n3. Avoid wet hands.\n",
    "headlines": f"{ENGLISH}## Sailing\n\n1. Use Your Best Rope\n2. Check the Knot at Night\n3. Pull for Your Life\n",
    "things that are so": f"{ENGLISH}## Ropes\n\n1. The rope is long.\n2. A loop is round.\n3. The knot holds well.\n",
    "a plan of a lesson": f"{GERMAN}Phasen der Stunde:\n\n1. Einstieg: Bilder von Vögeln ansehen.\n2. Erarbeitung: Texte lesen.\n3. Sicherung: Tafelbild abschreiben.\n",
    "reasons counted off": f"{ENGLISH}There are three reasons: 1. It never slips. 2. It is quick. 3. It opens again.\n",
    "steps that say their place": f"{ENGLISH}The steps of a knot:\n\n1. First the rope crosses itself.\n2. Then the end goes around.\n3. The knot is pulled tight.\n",
    "what is in order": f"{ENGLISH}The captain keeps his ropes in good order:\n\n1. The rope is long.\n2. A loop is round.\n3. The knot holds well.\n",
    "stages with a gap": f"{ENGLISH}Stage 1 – Loop: the rope crosses itself\n\nStage 3 – Close: the knot is pulled tight\n",
}


def steps_of(text: str, folder: Path) -> list[str]:
    (folder / "source.md").write_text(f"# The source\n\n{text}", "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    return [item.text for item in items if isinstance(item, Step)]


@pytest.mark.parametrize(("text", "steps"), STEPS.values(), ids=STEPS.keys())
def test_steps_are_to_be_put_in_their_order(text: str, steps: list[str], tmp_path: Path) -> None:
    assert steps_of(text, tmp_path) == steps


@pytest.mark.parametrize("text", NO_STEPS.values(), ids=NO_STEPS.keys())
def test_what_only_looks_like_steps_is_not_put_in_order(text: str, tmp_path: Path) -> None:
    assert not steps_of(text, tmp_path)


@pytest.mark.parametrize(
    ("lead", "called"),
    [
        ("## The path of the grain\n\n", "The path of the grain"),
        ("## Food\n\nThe journey of a grain:\n\n", "The journey of a grain"),
        ("## How birds eat\n\nThe steps are as follows:\n\n", "How birds eat"),
    ],
)
def test_steps_are_called_by_what_they_are_the_steps_of(
    lead: str, called: str, tmp_path: Path
) -> None:
    listed = "1. The beak takes the grain up.\n2. The crop makes the grain soft.\n3. The gizzard grinds the grain.\n"
    (tmp_path / "source.md").write_text(f"# Birds\n\n{ENGLISH}{lead}{listed}", "utf-8")
    read = read_markdown_file(tmp_path / "source.md")
    spec = write_spec(read, name="source.md")
    titles = [each.title for section in spec.sections for each in section.activities]
    assert f"Put the steps in order: {called}" in titles
