"""What a source marks becomes practice: glossaries, own questions with keys, lists, dates, steps."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Choice, Event, Item, SpecDocument, Step, Term
from praxeo.library.code import exercise_count
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.spec.text import parse_spec, print_spec

MARKED = Path(__file__).parents[3] / "golden" / "marked"


def spec_of(text: str, folder: Path) -> SpecDocument:
    source = folder / "source.md"
    source.write_text(text, "utf-8")
    return write_spec(read_markdown_file(source), name="source.md")


def items(spec: SpecDocument) -> list[Item]:
    return [i for s in spec.sections for a in s.activities for i in a.items]


def terms(spec: SpecDocument) -> set[str]:
    """The terms that are asked, by card or by choice."""
    cards = {i.term.lower() for i in items(spec) if isinstance(i, Term)}
    return cards | {i.answer.lower() for i in items(spec) if isinstance(i, Choice)}


ENTRIES = """
- **chloroplast**: organelle in which photosynthesis takes place
- **granum**: stack of thylakoids located inside a chloroplast
- **heterotroph**: organism that consumes organic substances or other organisms for food
- **mesophyll**: middle layer of chlorophyll-rich cells in a leaf
- **stoma**: opening that regulates gas exchange between leaves and the environment
- **carotenoid**: photosynthetic pigment that functions to dispose of excess energy
"""
LEAF = "# Photosynthesis\n\n## Overview\n\nPlants capture the energy of sunlight. They store it in sugar.\n\n"


@pytest.mark.parametrize(
    "heading", ["Glossary", "Key terms", "Vocabulary", "Terms to know", "4.5 Key Terms"]
)
def test_every_entry_of_a_glossary_is_a_term_whatever_its_meaning_begins_with(
    heading: str, tmp_path: Path
) -> None:
    spec = spec_of(f"{LEAF}## {heading}\n{ENTRIES}", tmp_path)
    names = {"chloroplast", "granum", "heterotroph", "mesophyll", "stoma", "carotenoid"}
    assert terms(spec) == names
    choices = [i for i in items(spec) if isinstance(i, Choice)]
    assert choices
    for choice in choices:
        assert {option.lower() for option in choice.distractors} <= names
        assert len(choice.distractors) == 3


@pytest.mark.parametrize(
    "layout",
    [
        "osmosis – movement of water through a membrane",
        "osmosis = movement of water through a membrane",
        "**osmosis** movement of water through a membrane",
        "**osmosis.** Movement of water through a membrane.",
        "osmosis\n: movement of water through a membrane",
        "**osmosis**\n\nmovement of water through a membrane",
        "### osmosis\n\nmovement of water through a membrane",
        "| Term | Meaning |\n| --- | --- |\n| osmosis | movement of water through a membrane |",
        "Term: osmosis\nMeaning: movement of water through a membrane",
    ],
)
def test_a_glossary_may_be_laid_out_in_any_way(layout: str, tmp_path: Path) -> None:
    assert terms(spec_of(f"{LEAF}## Glossary\n\n{layout}\n", tmp_path)) == {"osmosis"}


def test_a_glossary_after_the_references_is_one(tmp_path: Path) -> None:
    text = f"{LEAF}# References\n\nSmith, J. (2010). Leaves. Kew.\n\n## Glossary\n{ENTRIES}"
    assert "granum" in terms(spec_of(text, tmp_path))


def test_a_big_glossary_is_used_whole(tmp_path: Path) -> None:
    lines = [
        f"- **te{n:03}m**: vessel that carries load number {n} to place {n * 7}" for n in range(300)
    ]
    assert len(terms(spec_of("# Vessels\n\n## Glossary\n\n" + "\n".join(lines), tmp_path))) == 300


def test_own_questions_keep_their_keys(tmp_path: Path) -> None:
    spec = spec_of(
        "# Review questions\n\nWhich compartment of the plant cell hosts the light-independent reactions?\n\n"
        "1. thylakoid\n2. stroma\n3. outer membrane\n4. mesophyll\n\nAnswer: B\n\n"
        "**Q: What are the two main products of photosynthesis?**\nA: Sugars and oxygen.\n",
        tmp_path,
    )
    choice = next(i for i in items(spec) if isinstance(i, Choice))
    assert (choice.answer, set(choice.distractors)) == (
        "stroma",
        {"thylakoid", "outer membrane", "mesophyll"},
    )
    card = next(i for i in items(spec) if isinstance(i, Card))
    assert (card.front, card.back) == (
        "What are the two main products of photosynthesis?",
        "Sugars and oxygen.",
    )


def test_the_options_of_a_question_without_a_key_are_neither_steps_nor_a_choice(
    tmp_path: Path,
) -> None:
    spec = spec_of(
        "# The Calvin cycle\n\n## Review questions\n\nWhich statement describes how the cycle works?\n\n"
        "1. Oxygen is a reactant.\n2. Water is a reactant.\n3. ATP is a reactant.\n4. Dioxide is a reactant.\n",
        tmp_path,
    )
    assert items(spec) == []


def test_two_keys_that_could_both_be_meant_give_no_key(tmp_path: Path) -> None:
    question = "1. Which of these is a gas?\n   - a) stone\n   - b) oxygen\n   - c) iron\n\n"
    keys = "## Answers\n\n### Set one\n\n1. B\n\n### Set two\n\n1. C\n"
    assert items(spec_of(f"# Gases\n\n## Quiz\n\n{question}{keys}", tmp_path)) == []


def test_a_key_with_a_letter_that_no_option_has_is_not_trusted(tmp_path: Path) -> None:
    question = "1. Which of these is a gas?\n   - a) stone\n   - b) oxygen\n   - c) iron\n\n"
    assert items(spec_of(f"# Gases\n\n## Quiz\n\n{question}## Answers\n\n1. E\n", tmp_path)) == []


def test_what_is_denied_defines_nothing(tmp_path: Path) -> None:
    spec = spec_of(
        "# Gases\n\nCarbon dioxide is no more a waste than oxygen is. The **Pope** is no longer the shepherd of a flock "
        "of humble Christians. **Greek life** is a story not only of moderation but also of simplicity. "
        "**Photosynthesis** is not a process that animals can perform.\n",
        tmp_path,
    )
    assert items(spec) == []


def test_a_list_of_dates_is_a_timeline(tmp_path: Path) -> None:
    spec = spec_of(
        "# New Zealand in dates\n\n- 1642: Abel Tasman sights New Zealand.\n- 1250: Polynesian settlers reach the islands.\n"
        "- 1840: The Treaty of Waitangi is signed.\n",
        tmp_path,
    )
    assert [i.when for i in items(spec) if isinstance(i, Event)] == ["1250", "1642", "1840"]


HISTORY = [
    "In 1642, the Dutch explorer Abel Tasman became the first European to sight New Zealand.",
    "In 1840, representatives of the United Kingdom and Māori chiefs signed the Treaty of Waitangi.",
    "In 1893, New Zealand became the first nation in the world to grant all women the right to vote.",
]


@pytest.mark.parametrize("note", ["", "[11]"])
def test_dates_in_prose_are_a_timeline_with_footnotes_or_without(note: str, tmp_path: Path) -> None:
    filler = " ".join(f"The coast near place number {n} is long.{note}" for n in range(80))
    text = "\n\n".join(["# New Zealand", " ".join(s + note for s in HISTORY), "## Coast", filler])
    spec = spec_of(text, tmp_path)
    assert [i.when for i in items(spec) if isinstance(i, Event)] == ["1642", "1840", "1893"]


def test_german_labels_are_terms_and_remarks_are_not(tmp_path: Path) -> None:
    spec = spec_of(
        "# Die Zelle\n\nDie Zelle ist die Grundlage aller Lebewesen und sie teilt sich.\n\n"
        "- 2022: 100 Brote à 2€ = 200€\n- Aber: Reales Wachstum ist null Prozent\n- Merke: Ohne Kern teilt sich keine Zelle\n"
        "- **Zytoplasma**: zähflüssige Grundsubstanz, in der die Organellen liegen\n",
        tmp_path,
    )
    assert terms(spec) == {"zytoplasma"}


def test_arabic_steps_and_terms_are_practised_with_arabic_words(tmp_path: Path) -> None:
    spec = spec_of(
        "# دورة الماء\n\nالتبخر هو تحول الماء من سائل إلى بخار. يحدث التبخر عندما تسخن الشمس سطح البحار والأنهار.\n\n"
        "## المراحل\n\n1. تسخن الشمس الماء.\n2. يتبخر الماء ويرتفع.\n3. يتكاثف البخار في الغيوم.\n\n"
        "| المصطلح | المعنى |\n|---|---|\n| التبخر | تحول الماء من سائل إلى بخار |\n",
        tmp_path,
    )
    assert len([i for i in items(spec) if isinstance(i, Step)]) == 3
    titles = {a.title for s in spec.sections for a in s.activities}
    assert titles == {"المصطلحات الأساسية", "رتّب الخطوات"}


@pytest.mark.parametrize("path", sorted(MARKED.glob("*.md")), ids=lambda path: path.stem)
def test_a_marked_chapter_gives_a_valid_spec_without_repeats(path: Path) -> None:
    spec = write_spec(read_markdown_file(path), name=path.name)
    assert parse_spec(print_spec(spec)) == spec
    asked = [i.asked() for i in items(spec) if isinstance(i, Choice | Card | Term)]
    assert exercise_count(spec) >= 3
    assert len({(a.front, a.answers) for a in asked}) == len(asked)


FEWEST_PRACTISED = 0.85  # of what chapters mark; it only rises


def test_what_chapters_mark_becomes_practice() -> None:
    units = json.loads((MARKED / "units.json").read_text("utf-8"))
    total = practised = 0
    for name, kinds in units.items():
        spec = write_spec(read_markdown_file(MARKED / f"{name}.md"), name=name)
        texts = " | ".join(repr(item) for item in items(spec)).lower()
        for marked in kinds.values():
            total += len(marked)
            practised += sum(unit.lower() in texts for unit in marked)
    assert total > 150
    assert practised / total >= FEWEST_PRACTISED


def test_a_marked_book_is_practised_in_every_chapter(tmp_path: Path) -> None:
    kinds = ("membrane", "gland", "vessel", "pigment", "enzyme", "mineral")
    chapters, keys = [], []
    for chapter in range(1, 26):
        entries = [
            f"- **te{kind[:3]}{chapter}al**: {kind} that carries load {chapter} on day {chapter * 3}"
            for kind in kinds
        ]
        asked = [
            f"{n}. Which load comes on day {chapter * n} of the year?\n   - a) load {n}\n   - b) load {n + 1}\n   - c) load 99"
            for n in (1, 2)
        ]
        filler = "The people of the valley told what they had seen. " * 60
        chapters.append(
            "\n\n".join(
                [
                    f"## Chapter {chapter}: Loads",
                    filler,
                    "### Key terms",
                    "\n".join(entries),
                    "### Review questions",
                    *asked,
                ]
            )
        )
        keys.append(f"### Chapter {chapter}\n\n1. A\n2. B\n")
    spec = spec_of("\n\n".join(["# Loads", *chapters, "## Answer key", *keys]), tmp_path)
    practised = [section for section in spec.sections if section.activities]
    assert len(practised) >= 25
    assert len(items(spec)) >= 25 * 6
    asked_right = [
        i for i in items(spec) if isinstance(i, Choice) and i.question.startswith("Which load")
    ]
    assert len(asked_right) == 38  # twelve days are asked for in two chapters, and once is enough
    assert all(i.answer in ("load 1", "load 3") for i in asked_right)


@pytest.mark.parametrize("heading", ["What causes the tides?", "1. What causes the tides?"])
def test_a_heading_that_asks_takes_no_answer_from_the_key_of_the_exercises(
    heading: str, tmp_path: Path
) -> None:
    text = (
        f"# The tides\n\n## {heading}\n\nThe pull of the Moon raises the water on the side that faces it.\n\n"
        "## Exercises\n\n1. What is a spring tide?\n2. When do neap tides come?\n\n"
        "## Answers\n\n1. A tide with an especially large range.\n2. At the quarters of the Moon.\n"
    )
    asked = {i.front: i.back for i in items(spec_of(text, tmp_path)) if isinstance(i, Card)}
    assert asked["What is a spring tide?"] == "A tide with an especially large range."
    assert asked["When do neap tides come?"] == "At the quarters of the Moon."
    assert not any("causes" in front and "range" in back for front, back in asked.items())


def test_an_address_is_no_goal(tmp_path: Path) -> None:
    text = (
        "# Debian\n\n## Goals\n\nAfter this you can\n\n- subscribe to lists@lists.debian.example now\n"
        "- name the parts of a package\n\n## Parts\n\nA package has three parts.\n"
    )
    assert [goal.text for goal in spec_of(text, tmp_path).goals] == ["Name the parts of a package"]
