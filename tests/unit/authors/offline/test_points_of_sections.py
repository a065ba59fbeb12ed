"""In lessons the main points of a section are chosen where its first lines are not most of it, and a summary is told as such."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.author import drafts, write_spec
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Card
from praxeo.sources.documents.pictures.named import no_files
from praxeo.sources.documents.text.markdown import read_markdown_bytes

GLOSSARY = """
## Key terms
- **Keeper**: a person who lives in a tower and looks after its lamp.
- **Fog signal**: a horn or a bell that warns ships when nobody can see the light.
- **Lantern room**: the glass room at the top of a tower in which the lamp stands.
"""
LESSON = """# Old lights of the sea

## How lighthouses are told apart
Lighthouses are told apart by the rhythm of their flashes. {second} Charts name the rhythm of each light in letters and numbers.

Lighthouses are told apart by day through the colours of their towers. Bands of red and white can be seen from far away.
"""
QUESTION = "In your own words: How lighthouses are told apart"
SPEECH = "“Count them!” cried the captain to his mate on that night, and he did so at once."


def read(text: str) -> Extraction:
    return read_markdown_bytes(text.encode(), no_files)


def recalled(text: str) -> dict[str, list[str]]:
    spec = write_spec(read(text), name="text.md")
    items = [i for s in spec.sections for a in s.activities if a.kind == "recall" for i in a.items]
    return {card.front: card.back.split("; ") for card in items if isinstance(card, Card)}


def test_a_heading_that_is_a_clause_is_told_by_what_stands_alone_in_its_section() -> None:
    points = recalled(LESSON.format(second=SPEECH) + GLOSSARY)[QUESTION]
    assert points == [
        "Lighthouses are told apart by the rhythm of their flashes",
        "Charts name the rhythm of each light in letters and numbers",
        "Lighthouses are told apart by day through the colours of their towers",
        "Bands of red and white can be seen from far away",
    ]


@pytest.mark.parametrize(
    "second",
    [
        "The tower had stood there since the days of the old kings of the coast.",
        "By then it was the pride of all the harbours along the coast.",
        "The horn in the north and the bell in the south of the bay.",
        "The table shows the flashes of the lights along the coast.",
        "You can count the flashes from your boat with a watch in your hand.",
    ],
)  # fmt: skip
def test_no_point_is_about_something_before_it_or_told_to_the_reader(second: str) -> None:
    points = recalled(LESSON.format(second=f"{SPEECH} {second}") + GLOSSARY).get(QUESTION, [])
    assert second.rstrip(".") not in points


def test_points_of_articles_that_are_no_lessons_wait_at_the_desk() -> None:
    text = LESSON.format(second=SPEECH)
    assert QUESTION not in recalled(text)
    assert [one for one in drafts(read(text), name="text.md") if one.kind == "recall"]


@pytest.mark.parametrize(
    "beside", ["\n\n- red bands in the north of the bay and white ones in its south", ""]
)
def test_a_section_whose_list_says_much_of_it_is_not_summed_up_without_it(beside: str) -> None:
    text = LESSON.format(second=SPEECH + " ") + beside * 2 + "\n" + GLOSSARY
    assert (QUESTION in recalled(text)) is not bool(beside)


def test_a_section_of_which_half_is_asked_line_by_line_is_not_asked_again() -> None:
    half = "A **chart** is a map of the sea that names the rhythm of each light. A **band** is a stripe in two colours that is seen from far away."
    text = LESSON.replace("Charts name the rhythm of each light in letters and numbers.", half)
    text = text.replace("Bands of red and white can be seen from far away.", "")
    assert QUESTION not in recalled(text.format(second=SPEECH) + GLOSSARY)


def test_about_one_section_in_two_is_told() -> None:
    section = "## {0} lights\n{0} lights lead ships past rocks by night. {0} lights have a rhythm of their own. {0} lights burn oil from lamps of brass and glass.\n"
    names = ["Red", "Green", "White", "Blue", "Yellow", "Dark", "Short", "Long"]
    text = "# Lights\n\n" + "\n".join(section.format(name) for name in names)
    assert len(recalled(text)) == 4


POINTS = [
    "Lighthouses lead the ships past rocks",
    "Keepers lived in the towers with their families",
    "Ships hear fog signals at sea",
]


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("Key points", "What are the key points of “Old lights of the sea”?"),
        ("Summary", "What are the key points of “Old lights of the sea”?"),
    ],
)
def test_what_a_lesson_sums_up_itself_is_told_point_by_point(heading: str, question: str) -> None:
    text = LESSON.format(second=SPEECH) + f"\n## {heading}\n" + "".join(f"- {p}.\n" for p in POINTS)
    assert recalled(text)[question] == POINTS


def test_so_it_is_in_german_where_a_sentence_cut_at_an_ordinal_is_no_point() -> None:
    points = ["Leuchttürme führen die Schiffe an Felsen vorbei.", "Wärter lebten mit ihren Familien auf den Inseln.", "Im Jahr 1823 wurde die erste Linse angezündet."]  # fmt: skip
    text = "# Alte Lichter\n\n## Das Wichtigste in Kürze\n{0}\n## Türme\nDie Türme standen auf Felsen im Meer und waren aus Stein gebaut."
    told = recalled(text.format("".join(f"- {p}\n" for p in points)))
    assert told == {"Was ist das Wichtigste aus „Alte Lichter“?": [p.rstrip(".") for p in points]}
    points[0] = "Der Leuchtturm feierte am Sonntag seinen 150. Geburtstag mit den Wärtern."
    assert recalled(text.format("".join(f"- {p}\n" for p in points))) == {}
