"""English texts that mark nothing but say again and again what things are: there their sentences are asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Choice, Term
from praxeo.sources.documents.text.markdown import read_markdown_file

CLIMATE = (
    "# Weather and climate\n\nWeather is the state of the atmosphere at a particular place and time. Climate is the average weather of a place over "
    "at least thirty years. The greenhouse effect is the warming of the lower atmosphere by gases that absorb heat radiated from the ground. "
    "The tundra is a cold treeless region in which the deeper soil is frozen all year.\n\n## Rain\n\nAn echo is a sound that is heard again after it "
    "has been reflected from a surface. The amplitude of a wave is the greatest distance of a particle from its resting position. The water of the "
    "valley runs to the sea. The result is the loss of the soil that feeds the village.\n"
)


def items(text: str, folder: Path) -> list[Term | Card | Choice]:
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    found = [i for s in spec.sections for a in s.activities for i in a.items]
    return [i for i in found if isinstance(i, Term | Card | Choice)]


def terms(text: str, folder: Path) -> dict[str, str]:
    return {i.term: i.definition for i in items(text, folder) if isinstance(i, Term)}


def cards(text: str, folder: Path) -> dict[str, str]:
    return {i.front: i.back for i in items(text, folder) if isinstance(i, Card)}


def test_a_text_that_defines_throughout_is_asked_what_things_are(tmp_path: Path) -> None:
    assert terms(CLIMATE, tmp_path) == {
        "Weather": "the state of the atmosphere at a particular place and time",
        "Climate": "the average weather of a place over at least thirty years",
        "greenhouse effect": "the warming of the lower atmosphere by gases that absorb heat radiated from the ground",
        "tundra": "a cold treeless region in which the deeper soil is frozen all year",
        "echo": "a sound that is heard again after it has been reflected from a surface",
        "amplitude of a wave": "the greatest distance of a particle from its resting position",
    }


def test_a_text_that_defines_in_passing_is_not(tmp_path: Path) -> None:
    tale = "The river runs through the valley and turns the mill of the village. " * 500
    assert terms(f"{CLIMATE}\n## A tale\n\n{tale}\n", tmp_path) == {}


def test_a_text_about_a_program_is_not(tmp_path: Path) -> None:
    manual = "\n\n".join(f"Click the button {n} of the menu to open the file." for n in range(9))
    assert terms(f"{CLIMATE}\n## The program\n\n{manual}\n", tmp_path) == {}


@pytest.mark.parametrize(
    "sentence",
    [
        "Weather is the main reason for the loss of the harvest.",
        "The key is a matter of the time that is left.",
        "Rain is a popular topic of those who meet in the street.",
        "The mill is the best place for them to meet in the evening.",
    ],
)
def test_what_only_looks_like_it_defines_nothing(sentence: str, tmp_path: Path) -> None:
    assert len(terms(f"{CLIMATE}\n{sentence}\n", tmp_path)) == 6


def test_what_a_chapter_is_about_is_no_question_of_its_key(tmp_path: Path) -> None:
    text = (
        "# The canal\n\n**Focus questions.** Why did the first attempt fail? How did disease shape the work? Who owns the canal today?\n\n"
        "The river was dammed to make a lake, and the ships are lifted up to it.\n\n## Test yourself\n\n1. Which river was dammed?\n"
        "2. What lifts the ships?\n\n## Answers\n\n1. The Chagres River.\n2. Locks.\n"
    )
    assert cards(text, tmp_path) == {
        "Which river was dammed?": "The Chagres River.",
        "What lifts the ships?": "Locks.",
    }


QUESTIONS = "# Prices\n\nA frost destroys half of the harvest of the valley.\n\n## Check yourself\n\n- What happens to the price of juice?\n- What follows from a cap on rents?\n\n## Answers\n\n"


def test_answers_without_numbers_belong_to_the_questions_by_their_place(tmp_path: Path) -> None:
    assert cards(f"{QUESTIONS}- It rises, because supply falls\n- A shortage of flats\n", tmp_path) == {
        "What happens to the price of juice?": "It rises, because supply falls",
        "What follows from a cap on rents?": "A shortage of flats",
    }  # fmt: skip


def test_of_more_answers_than_questions_none_is_taken(tmp_path: Path) -> None:
    told = "- It rises, because supply falls\n- A shortage of flats\n- Margarine and oil\n"
    assert cards(f"{QUESTIONS}{told}", tmp_path) == {}


def test_a_statement_is_asked_once_whether_it_is_true(tmp_path: Path) -> None:
    text = "# Muscles\n\nMuscles move the body.\n\n## Review questions\n\n1. True or false: Muscles can push.\n2. What do muscles move?\n\n## Answers\n\n1. False.\n2. The body.\n"
    assert "True or false? Muscles can push." in cards(text, tmp_path)


def test_what_the_words_mean_is_a_glossary(tmp_path: Path) -> None:
    text = "# Knives\n\nA dull knife slips.\n\n## What the words mean\n\nBurr\n: a thin lip of metal that forms while you grind.\n\nBevel\n: the slanted surface that leads to the edge.\n"
    assert terms(text, tmp_path).keys() == {"Burr", "Bevel"}


def test_a_bold_label_may_say_how_a_thing_is_made(tmp_path: Path) -> None:
    text = "# Sounds\n\nConsonants differ by their place.\n\n## Place of articulation\n\n- **Bilabial**: made with both lips, as in pay.\n- **Velar**: made with the back of the tongue at the soft palate.\n- **Glottal**: made between the vocal folds, as in hat.\n"
    assert terms(text, tmp_path)["Bilabial"] == "made with both lips, as in pay"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("The pupil is a hole. True / False – Answer: True, light passes it.", "True or false? The pupil is a hole."),
        ("Match: 1. Gagarin 2. Armstrong 3. Columbia — a. moon b. shuttle c. first man in space", ""),
    ],
)  # fmt: skip
def test_a_question_is_asked_without_what_it_offers_and_matching_is_none(
    question: str, asked: str, tmp_path: Path
) -> None:
    text = f"# Eyes\n\nLight enters the eye.\n\n## Review questions\n\n1. {question}\n2. What enters the eye? Answer: Light.\n\nKey: 1c\n"
    made = [i.front if isinstance(i, Card) else i.question for i in items(text, tmp_path) if not isinstance(i, Term)]  # fmt: skip
    assert made == [*([asked] if asked else []), "What enters the eye?"]


def test_entries_with_dashes_on_lines_of_their_own_are_kept_apart(tmp_path: Path) -> None:
    text = "# Eyes\n\nLight enters the eye.\n\n## Glossary\n\nCornea – clear front skin of the eye\nIris – coloured ring that rules the opening of the pupil\nRetina – layer with the cells that sense light\n"
    assert terms(text, tmp_path).keys() == {"Cornea", "Iris", "Retina"}
