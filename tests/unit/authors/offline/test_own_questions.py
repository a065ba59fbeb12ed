"""The questions that a source asks itself are practised with its keys, in whatever layout both stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.harvest.counted_sets import counted_list
from praxeo.authors.offline.harvest.lists import SourceList
from praxeo.authors.offline.phrases import phrases_for
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.spec import Card, Choice, Cloze, Term
from praxeo.sources.documents.html.file import read_html_file
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.sources.documents.text.plain import read_text_file

INTRO = "# Cells\n\nCells are what all organisms that we know of are made of.\n\n"
ATP = ("Which organelle makes ATP?", "mitochondrion")
DNA = ("Which structure holds DNA?", "nucleus")


def asked_of(text: str, folder: Path, name: str = "source.md") -> dict[str, str]:
    """The questions of an app and what is right for each."""
    source = folder / name
    source.write_text(text, "utf-8")
    read = read_html_file if name.endswith(".html") else read_markdown_file
    spec = write_spec(read(source), name=name)
    items = [i for s in spec.sections for a in s.activities for i in a.items]
    choices = {i.question: i.answer for i in items if isinstance(i, Choice)}
    return choices | {i.front: i.back for i in items if isinstance(i, Card)}


LAYOUTS = {
    "numbered options below numbered questions": (
        "## Review questions\n\n1. {atp}\n   1. nucleus\n   2. mitochondrion\n   3. ribosome\n"
        "2. {dna}\n   1. nucleus\n   2. membrane\n   3. wall\n\n## Answers\n\n1. b\n2. a\n"
    ),
    "boxes in lists": (
        "## Quiz\n\n1. {atp}\n   - [ ] nucleus\n   - [x] mitochondrion\n   - [ ] ribosome\n\n"
        "**{dna}**\n\n- [x] nucleus\n- [ ] membrane\n- [ ] wall\n"
    ),
    "boxes in paragraphs": (
        "## Quiz\n\n{atp}\n\n☐ nucleus\n☒ mitochondrion\n☐ ribosome\n\n{dna}\n\n☒ nucleus\n\n☐ membrane\n\n☐ wall\n"
    ),
    "options in one line below the question": (
        "## Exercises\n\n**Question 1.** {atp}\n\n(a) nucleus  (b) mitochondrion  (c) ribosome\n\n"
        "**Question 2.** {dna}\n\n[a] nucleus [b] membrane [c] wall\n\n"
        "## Answer key\n\nQuestion 1: (b)\n\nQuestion 2: (a)\n"
    ),
    "an answer below each": (
        "## Multiple choice\n\n1) {atp}\n\n   A. nucleus\n   B. mitochondrion\n   C. ribosome\n\n   Answer: B\n\n"
        "2) {dna}\n\n   A. nucleus\n   B. membrane\n   C. wall\n\n   **Correct answer:** A. nucleus\n"
    ),
    "a line of keys below the questions": (
        "## Chapter quiz\n\n1. {atp}\na. nucleus\nb. mitochondrion\nc. ribosome\n\n"
        "2. {dna}\na. nucleus\nb. membrane\nc. wall\n\nAnswers: 1-b, 2-a\n"
    ),
    "bold questions with their options in one paragraph": (
        "## Check yourself\n\n**1. {atp}**\nA) nucleus\nB) mitochondrion\nC) ribosome\nAnswer: B\n\n"
        "**2. {dna}**\nA) nucleus\nB) membrane\nC) wall\nAnswer: A\n"
    ),
    "answers that are uncovered": (
        "## Questions\n\n1. {atp}\n\n   <details><summary>Show answer</summary>\n\n   mitochondrion\n\n   </details>\n\n"
        "2. {dna}\n\n   <details><summary>Answer</summary>\n   nucleus\n   </details>\n"
    ),
    "letters of questions and answers with numbers": (
        "## Test yourself\n\nQ1. {atp}\nA1. mitochondrion\n\nQ2. {dna}\nA2. nucleus\n"
    ),
    "numbers that stand alone": (
        "## Exercises\n\n### Exercise 1\n\n{atp}\n\n### Exercise 2\n\n{dna}\n\n"
        "## Solutions\n\n### Exercise 1\n\nmitochondrion\n\n### Exercise 2\n\nnucleus\n"
    ),
    "a letter below the options, in the mark-up of open textbooks": (
        '### Review Questions\n\n<div data-type="exercise">\n<div data-type="problem" markdown="1">\n{atp}\n\n1.  nucleus\n2.  mitochondrion\n'
        '3.  ribosome\n{{: type="a"}}\n\n</div>\n<div data-type="solution" markdown="1">\nB\n\n</div>\n</div>\n\n'
        '<div data-type="exercise">\n<div data-type="problem" markdown="1">\n{dna}\n\n1.  nucleus\n2.  membrane\n3.  wall\n'
        '{{: type="a"}}\n\n</div>\n<div data-type="solution" markdown="1">\nA\n\n</div>\n</div>\n'
    ),
    "one word after the other in the key": (
        "## Questions\n\n1. {atp}\n2. {dna}\n\n## Answers\n\n1: mitochondrion, 2: nucleus\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_own_questions_are_practised_in_any_layout(layout: str, tmp_path: Path) -> None:
    asked = asked_of(INTRO + layout.format(atp=ATP[0], dna=DNA[0]), tmp_path)
    assert asked == dict([ATP, DNA])


def test_lists_with_letters_of_a_page_are_options(tmp_path: Path) -> None:
    page = (
        f"<h1>Cells</h1><p>{'Cells are what all organisms that we know of are made of. ' * 4}</p><h2>Self-check</h2>"
        f"<ol><li>{ATP[0]}<ol type='a'><li>nucleus</li><li>mitochondrion</li><li>ribosome</li></ol></li>"
        f"<li>{DNA[0]}<ol type='A'><li>nucleus</li><li>membrane</li><li>wall</li></ol></li></ol>"
        "<h2>Solutions</h2><p><b>1</b> b <b>2</b> A</p>"
    )
    assert asked_of(page, tmp_path, "page.html") == dict([ATP, DNA])


def test_lines_of_a_plain_text_stand_for_headings(tmp_path: Path) -> None:
    text = (
        "Cells\n\nCells are what all organisms that we know of are made of.\n\nReview Questions\n\n"
        f"1. {ATP[0]}\n   a. nucleus\n   b. mitochondrion\n   c. ribosome\n\n2. {DNA[0]}\n   a. nucleus\n   b. membrane\n   c. wall\n\n"
        "Answer Key\n\n1. b\n2. a\n"
    )
    (tmp_path / "source.txt").write_text(text, "utf-8")
    spec = write_spec(read_text_file(tmp_path / "source.txt"), name="source.txt")
    asked = [i for s in spec.sections for a in s.activities for i in a.items]
    assert {i.question: i.answer for i in asked if isinstance(i, Choice)} == dict([ATP, DNA])


SETS = "1. Was ist ein Router?\n2. Was ist ein Switch?\n\n{two}\n\n1. Was ist eine IP-Adresse?\n2. Wozu dient DNS?\n\n"
KEYS = "1. Er verbindet Netze.\n2. Er verbindet Rechner.\n\n{two}\n\n1. Die Adresse eines Rechners.\n2. Zum Übersetzen von Namen.\n"


@pytest.mark.parametrize("line", ["Abschnitt {0}", "**Abschnitt {0}**", "### Abschnitt {0}", "### Kapitel {0}: Netze"])  # fmt: skip
def test_each_set_of_questions_has_the_answers_of_its_own_set(line: str, tmp_path: Path) -> None:
    one, two = line.format(1), line.format(2)
    text = (
        f"# Netze\n\nNetze verbinden Rechner überall auf der Welt.\n\n## Kontrollfragen\n\n{one}\n\n{SETS.format(two=two)}"
        f"## Lösungen zu den Kontrollfragen\n\n{one}\n\n{KEYS.format(two=two)}"
    )
    assert asked_of(text, tmp_path) == {
        "Was ist ein Router?": "Er verbindet Netze.",
        "Was ist ein Switch?": "Er verbindet Rechner.",
        "Was ist eine IP-Adresse?": "Die Adresse eines Rechners.",
        "Wozu dient DNS?": "Zum Übersetzen von Namen.",
    }


def test_a_key_among_questions_answers_no_others(tmp_path: Path) -> None:
    text = (
        f"{INTRO}## True or false?\n\n1. Plants have cell walls. (True)\n2. Animals have chloroplasts. False.\n\n"
        "## Fill in the blanks\n\nWord bank: vacuole, membrane\n\n1. The ____ stores water.\n2. The ____ surrounds the cell.\n\n"
        "### Solutions\n\n1: vacuole, 2: membrane\n"
    )
    assert asked_of(text, tmp_path) == {
        "True or false? Plants have cell walls.": "True",
        "True or false? Animals have chloroplasts.": "False",
        "The ____ stores water.": "vacuole",
        "The ____ surrounds the cell.": "membrane",
    }


def test_a_text_with_gaps_is_practised_with_its_solution(tmp_path: Path) -> None:
    text = f"{INTRO}## Fill in the gaps\n\nWater boils at ____ °C and freezes at ____ °C. (Solution: 100; 0)\n"
    assert asked_of(text, tmp_path) == {"Water boils at ____ °C and freezes at ____ °C.": "100; 0"}


def test_a_hint_in_brackets_is_no_key(tmp_path: Path) -> None:
    text = f"{INTRO}## Exercises\n\n1. She ____ to school every day. (go)\n2. He ____ home. (run)\n"
    assert asked_of(text, tmp_path) == {}


def test_a_paragraph_below_a_question_of_a_set_is_its_answer(tmp_path: Path) -> None:
    text = (
        f"{INTRO}### Free Response\n\nWhy do cells divide?\n\nBecause an organism grows by more cells, not by larger ones.\n\n"
        "Why is this argument naive?\n\nBecause cells may also die.\n\n"
        "What do ribosomes do?\n\nDescribe them in your own words.\n\nWhere is DNA?\n\n"
    )
    assert asked_of(text, tmp_path) == {
        "Why do cells divide?": "Because an organism grows by more cells, not by larger ones."
    }


def test_the_next_question_answers_none(tmp_path: Path) -> None:
    text = (
        f"{INTRO}## Questions\n\nCells are easy to like.\n\n- **Why do cells divide?**\n- Nobody asks that.\n\n"
        "See also what follows. Does it help?\n\n- **Which organelle makes ATP?**\n"
    )
    assert asked_of(text, tmp_path) == {}


def test_an_entry_that_says_what_another_is_defines_nothing(tmp_path: Path) -> None:
    text = (
        f"{INTRO}## Glossary\n\n- **Bézier curve**: A spline is a curve which has a set of control points.\n"
        "- **lock**: In this document, I will use the term for the spin locks of the kernel.\n"
        "- **URL**: A Uniform Resource Locator is the address of a resource in a network.\n"
    )
    (tmp_path / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    asked = [i for s in spec.sections for a in s.activities for i in a.items]
    assert [i.term for i in asked if isinstance(i, Term)] == ["URL"]


def test_lettered_options_at_the_edge_of_their_question_are_its_options() -> None:
    """In a PDF all stand at one edge, so that the list has one level."""
    lines = [
        ("1.", ATP[0]), ("a)", "nucleus"), ("b)", "mitochondrion"), ("c)", "ribosome"), ("", "Answer: b"),
        ("2.", DNA[0]), ("a)", "nucleus"), ("b)", "membrane"), ("c)", "wall"), ("", "Answer: a"),
    ]  # fmt: skip
    blocks = [
        Block(id="b1", kind="heading", level=1, text="Cells"),
        Block(id="b2", kind="paragraph", text=INTRO.split("\n\n")[1]),
        Block(id="b3", kind="heading", level=2, text="Review questions"),
    ]
    blocks += [
        Block(
            id=f"b{at}",
            kind="list_item" if number else "paragraph",
            text=text,
            level=1,
            number=number,
        )
        for at, (number, text) in enumerate(lines, 4)
    ]
    spec = write_spec(Extraction(metadata=Metadata(), blocks=tuple(blocks)), name="cells.pdf")
    items = [i for s in spec.sections for a in s.activities for i in a.items]
    assert [(i.question, i.answer) for i in items if isinstance(i, Choice)] == [ATP, DNA]


def test_answers_in_one_line_are_told_apart_where_the_line_was_read_as_a_list_item() -> None:
    """In a PDF "4. True 5. False" begins like an item of a list."""
    lines = [
        ("h", "", "Review questions"), ("i", "4.", "All cells have a wall. ____"), ("i", "5.", "Cells divide. ____"),
        ("i", "6.", "Work is measured in ______ by all of us."), ("i", "7.", "Muscles need ______ to move."),
        ("h", "", "Answers"), ("i", "4.", "False 5. True"), ("i", "6.", "joules 7. energy"),
    ]  # fmt: skip
    intro = Block(id="b1", kind="paragraph", text=INTRO.split("\n\n")[1])
    kinds = {"h": "heading", "i": "list_item"}
    blocks = [intro] + [
        Block(id=f"b{at}", kind=kinds[kind], level=1, number=number, text=text)
        for at, (kind, number, text) in enumerate(lines, 2)
    ]
    spec = write_spec(Extraction(metadata=Metadata(), blocks=tuple(blocks)), name="cells.pdf")
    items = [i for s in spec.sections for a in s.activities for i in a.items]
    assert {i.front: i.back for i in items if isinstance(i, Card)} == {
        "True or false? All cells have a wall.": "False",
        "True or false? Cells divide.": "True",
    }
    assert {i.before: i.answer for i in items if isinstance(i, Cloze)} == {
        "Work is measured in ": "joules",
        "Muscles need ": "energy",
    }


def test_options_within_a_running_sentence_are_no_options(tmp_path: Path) -> None:
    text = (
        f"{INTRO}## Review questions\n\n1. Is ATP made a) in the nucleus, b) in the mitochondrion or c) in the wall?\n"
        "2. Which part makes ATP? a) nucleus, b) mitochondrion, or c) wall\n\n## Answers\n\n1. b\n2. b\n"
    )
    (tmp_path / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    items = [i for s in spec.sections for a in s.activities for i in a.items]
    asked = [i for i in items if isinstance(i, Choice)]
    assert [(i.question, i.answer, i.distractors) for i in asked] == [
        ("Which part makes ATP?", "mitochondrion", ("nucleus", "wall"))
    ]
    assert len(items) == len(asked)


def test_a_statement_that_is_asked_of_begins_large(tmp_path: Path) -> None:
    text = (
        f"{INTRO}## Review questions\n\n1. True or false: the wall holds DNA.\n2. True or false: pH is a measure of acid.\n\n"
        "## Answers\n\n1. False.\n2. True.\n"
    )
    assert asked_of(text, tmp_path) == {
        "True or false? The wall holds DNA.": "False.",
        "True or false? pH is a measure of acid.": "True.",
    }


def test_a_meaning_that_takes_up_others_or_is_cut_defines_nothing(tmp_path: Path) -> None:
    text = (
        f"{INTRO}## Glossary\n\n- **Fixed asset**: Assets that gain value over the years are another form of investment.\n"
        "- **General**: A kind of interface between a computer and a person at its screen.\n"
        "- **Float**: A number that has a decimal point in it, e.g.\n"
        "- **Broker**: A person who buys and sells securities for others.\n"
    )
    (tmp_path / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(tmp_path / "source.md"), name="source.md")
    asked = [i for s in spec.sections for a in s.activities for i in a.items]
    assert [i.term for i in asked if isinstance(i, Term)] == ["Broker"]


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        ("Das Recht kennt drei Arten von Verträgen:", ["Ergänze aus dem Gedächtnis: „Das Recht kennt drei Arten von Verträgen“"]),
        ("Das heißt, dass alles zu diesen drei Arten von Verträgen gehört:", []),
    ],
)  # fmt: skip
def test_a_list_is_asked_in_the_quotes_of_its_language_and_only_where_its_lead_stands_alone(
    lead: str, asked: list[str]
) -> None:
    named = SourceList(
        topic="Verträge",
        lead=Block(id="b1", kind="paragraph", text=lead),
        items=tuple(
            Block(id=f"b{at}", kind="list_item", text=text)
            for at, text in enumerate(("Kauf", "Miete", "Leihe"), 2)
        ),
        role="body",
    )
    assert [c.prompt for c in counted_list(named, phrases_for("de"))] == asked
