"""Entries and keyed questions become practice in the layouts that writers use, each with its trap."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Choice, Item, Term
from praxeo.sources.documents.text.markdown import read_markdown_file

RIVERS = "# Rivers\n\nRivers shape the land they cross. They carry sand and mud to the sea and drop them where water slows down.\n\n"
DELTA = "a fan of sediment that a river drops where it enters still water"
WATERSHED = "the land from which all water drains into one river"
EROSION = "the wearing away of rock and soil by water, wind or ice"


def items_of(text: str, folder: Path) -> list[Item]:
    (folder / "source.md").write_text(RIVERS + text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    return [item for s in spec.sections for a in s.activities for item in a.items]


ENTRIES = {
    "bold words before whole phrases": "**delta** {delta}.\n\n**watershed** {watershed}.\n\n**erosion** {erosion}.\n",
    "headings": "### delta\n\n{delta}.\n\n### watershed\n\n{watershed}.\n\n### erosion\n\n{erosion}.\n",
    "a table under heads of its own": "| Word | What it means |\n|---|---|\n| delta | {delta} |\n| watershed | {watershed} |\n| erosion | {erosion} |\n",
}  # fmt: skip


@pytest.mark.parametrize("layout", ENTRIES.values(), ids=ENTRIES.keys())
def test_every_entry_of_a_glossary_is_asked_and_nothing_else(layout: str, tmp_path: Path) -> None:
    meanings = {"delta": DELTA, "watershed": WATERSHED, "erosion": EROSION}
    capital = {term: meaning[0].upper() + meaning[1:] for term, meaning in meanings.items()}
    items = items_of(f"## Glossary\n\n{layout.format(**capital)}", tmp_path)
    assert {i.term: i.definition for i in items if isinstance(i, Term)} == capital


OPTIONS = "1. Where does a delta form?\n{0}\n2. What wears rock away?\n{1}\n"
CHOICES = {
    "a tick behind the right one": OPTIONS.format(
        "   - at a spring\n   - on a summit\n   - at a river mouth ✓\n   - under ice",
        "   - erosion ✓\n   - flooding\n   - melting\n   - freezing",
    ),
    "boxes below headings": (
        "#### Where does a delta form?\n\n- [ ] at a spring\n- [ ] on a summit\n- [x] at a river mouth\n- [ ] under ice\n\n"
        "#### What wears rock away?\n\n- [x] erosion\n- [ ] flooding\n- [ ] melting\n- [ ] freezing\n"
    ),
    "a key in a table": (
        OPTIONS.format(
            "   A. at a spring\n   B. on a summit\n   C. at a river mouth",
            "   A. erosion\n   B. flooding\n   C. melting",
        )
        + "\n## Answer key\n\n| Question | Answer |\n|---|---|\n| 1 | C |\n| 2 | A |\n"
    ),
}


@pytest.mark.parametrize("layout", CHOICES.values(), ids=CHOICES.keys())
def test_a_quiz_of_short_options_is_no_menu_and_its_key_no_deck(
    layout: str, tmp_path: Path
) -> None:
    items = items_of(f"## Quiz\n\n{layout}", tmp_path)
    assert {i.question: i.answer for i in items if isinstance(i, Choice)} == {
        "Where does a delta form?": "at a river mouth",
        "What wears rock away?": "erosion",
    }
    assert len(items) == 2


ANSWERS = {
    "in other print behind the question": "1. What feeds a spring?\n   *Groundwater that reaches the surface.*\n",
    "set in below it": "1. What feeds a spring?\n   - Groundwater that reaches the surface.\n",
}  # fmt: skip


@pytest.mark.parametrize("layout", ANSWERS.values(), ids=ANSWERS.keys())
def test_an_answer_told_by_its_place_alone_is_taken(layout: str, tmp_path: Path) -> None:
    items = items_of(f"## Exercises\n\n{layout}", tmp_path)
    assert [(i.front, i.back) for i in items if isinstance(i, Card)] == [
        ("What feeds a spring?", "Groundwater that reaches the surface.")
    ]


@pytest.mark.parametrize(
    "heading",
    ["Answers (teacher only)", "Key to B (do not print)", "Answer key (page 2):", "Solutions (B)"],
)
def test_a_key_for_whom_its_heading_says_in_brackets_answers_and_is_not_read(
    heading: str, tmp_path: Path
) -> None:
    asked = "## True or false?\n\n1. A delta forms at a river mouth.\n\n2. Ice cannot wear rock away.\n\n"
    items = items_of(f"{asked}## {heading}\n\n1. True   2. False\n", tmp_path)
    assert [i.back for i in items if isinstance(i, Card)] == ["True", "False"]
