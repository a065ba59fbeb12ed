"""Sections that mark nothing are told in one's own words, and held against their own lines."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.author import drafts, write_spec
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Card
from praxeo.sources.documents.pictures.named import no_files
from praxeo.sources.documents.text.markdown import read_markdown_bytes

ENGLISH = """# Old ways of the sea

## Tide mills
Tide mills grind grain by the rise and fall of the sea. A dam with a gate holds the water of the flood behind it. The water turns the wheel on its way back, twice a day and an hour later each time.

## {heading}
{text}
"""
LIGHTS = "Lighthouses lead ships past rocks by their light. Each of them has a rhythm of its own, which charts name. The first ones burned wood and coal on open platforms."


def read(text: str) -> Extraction:
    return read_markdown_bytes(text.encode(), no_files)


def recalled(extraction: Extraction) -> dict[str, list[str]]:
    spec = write_spec(extraction, name="text.md")
    activities = [a for s in spec.sections for a in s.activities if a.kind == "recall"]
    cards = [i for a in activities for i in a.items if isinstance(i, Card)]
    return {card.front: card.back.split("; ") for card in cards}


def of_lights(heading: str = "Lighthouses", text: str = LIGHTS) -> list[str]:
    found = recalled(read(ENGLISH.format(heading=heading, text=text)))
    assert len(found.pop("What does the text say about “Tide mills”?")) == 3
    return next(iter(found.values()), [])


def test_a_section_that_says_enough_about_what_its_heading_names_is_told_line_by_line() -> None:
    assert of_lights() == [line.rstrip(".") for line in LIGHTS.replace(". ", ".\n").split("\n")]


@pytest.mark.parametrize("heading", ["Overview", "More lights", "Our lights", "Next steps", "Use lights well"])  # fmt: skip
def test_a_heading_that_names_nothing_is_not_asked(heading: str) -> None:
    assert of_lights(heading) == []


@pytest.mark.parametrize(
    "first",
    [
        "They were built of stone near lighthouses and harbours in many countries.",
        "However, lighthouses were the pride of every harbour in those countries.",
        "We saw many lighthouses on our way along the coast of the country.",
        "What makes lighthouses so dear to the people of the coast?",
        "See the list of lighthouses below for the names of the towers.",
        "Keep lighthouses lit through the night and note the hours in a book.",
        "As one study found that lighthouses were observed by 12 participants (p < 0.05).",
        "Visitors called the lighthouses “candles of the sea” in their letters.",
    ],
)
def test_what_needs_other_lines_or_is_no_statement_begins_nothing(first: str) -> None:
    assert of_lights(text=f"{first} {LIGHTS[LIGHTS.index('Each') :]}") == []


def test_lines_that_are_the_smaller_part_of_a_section_are_not_what_it_says() -> None:
    talk = " ".join("Do you know how I felt about it when we went there on that day in May?" for _ in range(4))  # fmt: skip
    assert of_lights(text=f"{LIGHTS}\n\n{talk}") == []


@pytest.mark.parametrize("share", ["few", "enough"])
def test_a_heading_that_few_lines_are_about_is_not_asked(share: str) -> None:
    second = {"few": "Towers", "enough": "Lighthouses"}[share]
    text = f"Lighthouses lead ships past rocks by night. {second} of stone burned wood and coal on open platforms. Lenses were ground in Paris by skilled workers. Keepers lived on lonely islands with their families."
    assert bool(of_lights(text=text)) is (share == "enough")


def test_so_it_is_in_spanish_where_such_cards_wait_at_the_desk() -> None:
    lines = "Las células necesitan energía para moverse y crecer. {0} se combina con el oxígeno en las mitocondrias. Las mitocondrias poseen su propio material, que se hereda solo de la madre. Los glóbulos rojos de la sangre pierden todas sus mitocondrias."
    for second, waits in (("La glucosa", False), ("La energía de la glucosa", True)):
        text = f"# La célula\n\n## La energía\n\n{lines.format(second)}\n"
        found = [one for one in drafts(read(text), name="text.md") if one.kind == "recall"]
        assert bool(found) is waits


def test_advice_and_lists_are_not_told() -> None:
    told = "Lighthouses need your care in winter. You paint them white each spring. You clean their lamps with a soft cloth and warm water."
    assert of_lights(text=told) == []
    assert of_lights(text=LIGHTS + "".join(f"\n- lamp number {n} with its lens" for n in range(8))) == []  # fmt: skip


def test_what_many_things_have_is_asked_with_the_name_of_the_whole() -> None:
    text = "# Otters\n\n## Habitat\nThe habitat of otters is clean water with banks that give cover. Rivers and lakes have to hold fish all year round. The dens lie under roots and stones by the water.\n"
    assert list(recalled(read(text))) == ["What does the text say about “Otters: Habitat”?"]


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        (
            "de",
            "# Der Biber\n\n## Die Burg des Bibers\nDie Burg des Bibers ragt mit ihren Ästen wie ein Hügel aus dem Wasser. Der Eingang liegt unter Wasser, damit kein Fuchs hineinkommt. Im Inneren bleibt der Kessel auch bei Hochwasser trocken.",
            "Was sagt der Text zu „Die Burg des Bibers“?",
        ),
        (
            "fr",
            "# Le castor\n\n## La hutte du castor\nLa hutte du castor dépasse de l'eau comme une colline de branches. Son entrée se trouve sous l'eau, où aucun renard ne passe. La chambre reste sèche pendant les crues de la rivière.",
            "Que dit le texte sur « La hutte du castor » ?",
        ),
        (
            "es",
            "# El castor\n\n## La madriguera del castor\nLa madriguera del castor asoma del agua como una colina de ramas. La entrada queda bajo el agua, donde ningún zorro pasa. La cámara sigue seca durante las crecidas del río.",
            "¿Qué dice el texto sobre «La madriguera del castor»?",
        ),
    ],
)
def test_other_languages_have_words_of_their_own_and_wait_as_drafts_until_enough_were_rated(
    language: str, text: str, question: str
) -> None:
    source = read(f"---\nlang: {language}\n---\n{text}")
    assert not recalled(source)
    held = [draft.item for draft in drafts(source, name="text.md") if draft.kind == "recall"]
    (card,) = [item for item in held if isinstance(item, Card) and item.front == question]
    assert len(card.back.split("; ")) == 3


def test_a_question_as_heading_is_not_shown_before_enough_of_them_were_rated() -> None:
    text = ENGLISH.format(heading="How do lighthouses lead ships?", text=LIGHTS)
    assert "How do lighthouses lead ships?" not in recalled(read(text))
