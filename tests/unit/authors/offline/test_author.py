"""The offline author end to end: what goes in, what must hold of what comes out."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from praxeo.authors.offline import author as offline_author
from praxeo.authors.offline.author import write, write_spec
from praxeo.domain.blocks import Block, Cell, Extraction, Mark, Metadata
from praxeo.domain.errors import Refused
from praxeo.domain.sentences import evidence_text
from praxeo.domain.spec import Card, SpecDocument
from praxeo.library.code import exercise_count
from praxeo.sources.documents.block_list import table_text
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.spec.text import parse_spec, print_spec

SAMPLE = Path(__file__).parents[4] / "samples" / "how-vaccines-work.md"


def extraction(*blocks: Block, title: str = "") -> Extraction:
    numbered = tuple(
        Block(
            id=f"b{number}",
            kind=b.kind,
            text=b.text,
            level=b.level,
            marks=b.marks,
            cells=b.cells,
            number=b.number,
            language=b.language,
        )
        for number, b in enumerate(blocks, 1)
    )
    return Extraction(
        metadata=Metadata(
            media_type="text/plain", content_hash="0" * 64, title=title, language="en"
        ),
        blocks=numbered,
    )


def heading(text: str, level: int = 1) -> Block:
    return Block(id="b0", kind="heading", text=text, level=level)


def paragraph(text: str) -> Block:
    return Block(id="b0", kind="paragraph", text=text)


ENZYMES = extraction(
    heading("Enzymes"),
    paragraph(
        "A catalyst is a chemical that speeds up a reaction without being used up. "
        "Enzymes are proteins that act as catalysts in living cells. "
        "The molecule that binds to the active site of an enzyme is called the substrate."
    ),
    heading("References"),
    paragraph("A catalyst is a thing that nobody should be asked about in a list of sources."),
)


def test_a_marked_definition_in_the_text_becomes_a_term_with_its_evidence() -> None:
    bold = Mark(start=2, end=10, style="strong")
    blocks = (ENZYMES.blocks[0], replace(ENZYMES.blocks[1], marks=(bold,)))
    spec = write_spec(replace(ENZYMES, blocks=blocks), name="enzymes.txt")
    terms = {i.term: i for a in spec.sections[0].activities if a.kind == "terms" for i in a.items}
    assert terms["catalyst"].definition == (
        "a chemical that speeds up a reaction without being used up"
    )
    assert terms["catalyst"].evidence == ("b2.1",)


def test_what_was_recognised_doubtfully_stays_in_the_text_and_is_asked_about_nowhere() -> None:
    source = read_markdown_file(SAMPLE)
    doubted = source.blocks[len(source.blocks) // 3 :: 2]
    unsure = {block.id for block in doubted}
    blocks = tuple(
        replace(block, ocr_confidence=69 if block.id in unsure else 70) for block in source.blocks
    )
    spec = write_spec(replace(source, blocks=blocks), name="scan.pdf")
    evidence = {
        reference.split(".")[0]
        for section in spec.sections
        for activity in section.activities
        for item in activity.items
        for reference in item.evidence
    }
    assert evidence
    assert not evidence & unsure
    sure = write_spec(source, name="scan.pdf")
    assert exercise_count(spec) < exercise_count(sure)


def test_the_list_of_references_is_neither_read_nor_practised() -> None:
    spec = write_spec(ENZYMES, name="enzymes.txt")
    assert [section.reading for section in spec.sections] == [("b1", "b2")]


@pytest.mark.parametrize("blocks", [(), (heading("Only a title"),), (paragraph("12 34 56"),)])
def test_a_source_that_supports_no_practice_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(Refused) as refusal:
        write_spec(extraction(*blocks), name="empty.txt")
    assert refusal.value.code == "too_little_text"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("How it works [dQw4w9WgXcQ].en.vtt", "How it works"),
        ("lecture 3.pt-BR.srt", "lecture 3"),
        ("My poem [translation].vtt", "My poem [translation]"),
        ("lecture.v2.srt", "lecture.v2"),
        ("en.vtt", "en"),
        ("notes.en.txt", "notes.en"),
    ],
)
def test_fetched_captions_are_called_by_their_title_alone(name: str, title: str) -> None:
    blocks = (paragraph(b.text) for b in ENZYMES.blocks if b.kind == "paragraph")
    assert write_spec(extraction(*blocks), name=name).title == title


def test_a_section_without_practice_keeps_its_place_and_title() -> None:
    menu = "Fill in the form, sign it and send it to us."
    spec = write_spec(
        extraction(
            heading("Enzymes", 2),
            paragraph(ENZYMES.blocks[1].text + " " + "Enzymes lower the activation energy. " * 12),
            heading("Forms", 2),
            paragraph(" ".join([menu] * 20)),
        ),
        name="enzymes.txt",
    )
    assert [section.title for section in spec.sections] == ["Enzymes", "Forms"]
    assert spec.sections[1].reading == ("b3", "b4")
    assert not spec.sections[1].activities


def test_a_source_in_which_nothing_is_sure_is_read_and_says_so() -> None:
    walk = "It went on and on, and nobody knew why it did. "
    made = write(extraction(paragraph(walk * 3)), name="walk.txt")
    assert not any(section.activities for section in made.document.sections)
    assert "to be read" in made.document.summary
    assert [warning.code for warning in made.warnings] == ["little_practice"]
    assert "model" in made.warnings[0].message


@pytest.mark.parametrize(("title", "headings"), [(1, 1), (1, 2), (1, 3)])
def test_in_a_handout_every_heading_with_text_of_its_own_is_a_section(
    title: int, headings: int
) -> None:
    names = ["Xylem", "Phloem", "Stoma", "Root hair", "Cuticle"]
    meanings = [
        "tissue made of dead cells that carries water upwards",
        "tissue made of living cells that carries sugar to the roots",
        "pore on the underside of a leaf that lets gases in and out",
        "long thin cell that takes up water and minerals from the soil",
        "thin layer of wax that keeps the water inside of the leaf",
    ]
    blocks = [heading("A handout", title)]
    for name, meaning in zip(names, meanings, strict=True):
        text = f"A {name.lower()} is a {meaning}. Every green plant that lives on land has more than one of them."
        blocks += [heading(name, headings), paragraph(text)]
    spec = write_spec(extraction(*blocks), name="handout.docx")
    assert [section.title for section in spec.sections] == names


def test_a_heading_over_one_line_is_no_section_of_its_own() -> None:
    spec = write_spec(
        extraction(
            heading("Enzymes", 1),
            *ENZYMES.blocks[1:2],
            heading("Note", 2),
            paragraph("See page 3."),
        ),
        name="enzymes.txt",
    )
    assert [section.title for section in spec.sections] == ["Enzymes"]


def test_long_sections_are_divided_at_their_own_headings() -> None:
    filler = " ".join(
        f"Enzyme number {n} speeds up reaction number {n} in the cells of the liver."
        for n in range(30)
    )
    spec = write_spec(
        extraction(
            heading("Biology", 1),
            heading("Enzymes", 2),
            paragraph(ENZYMES.blocks[1].text + " " + filler),
            heading("Hormones", 2),
            paragraph("A hormone is a substance that carries signals in the blood. " + filler),
        ),
        name="biology.txt",
    )
    assert [section.title for section in spec.sections] == ["Enzymes", "Hormones"]


def test_two_processes_write_the_same_spec_byte_for_byte() -> None:
    script = (
        "from pathlib import Path\n"
        "from praxeo.sources.documents.text.markdown import read_markdown_file\n"
        "from praxeo.authors.offline.author import write_spec\n"
        "from praxeo.spec.text import print_spec\n"
        f"source = read_markdown_file(Path({str(SAMPLE)!r}))\n"
        "print(print_spec(write_spec(source, name='sample.md')))\n"
    )
    texts = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert texts[0] == texts[1]
    assert len(texts[0]) > 1000


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLE.parent.glob("*.md")))
def test_a_sample_gives_a_valid_spec_with_practice(name: str) -> None:
    source = read_markdown_file(SAMPLE.parent / name)
    spec = write_spec(source, name=name)
    assert parse_spec(print_spec(spec)) == spec
    assert sum(len(a.items) for s in spec.sections for a in s.activities) >= 5
    assert all(evidence_exists(source, spec))


def evidence_exists(source: Extraction, spec: SpecDocument) -> list[bool]:
    blocks = {b.id: b for b in source.blocks}
    references = [
        r for s in spec.sections for a in s.activities for i in a.items for r in i.evidence
    ]
    parts = [r.partition(".") for r in references]
    return [evidence_text(blocks[b], int(n) if n else None) is not None for b, _, n in parts]


MEANINGS = """
glacier: large mass of ice; aquifer: layer of rock; enzyme: protein; catalyst: substance; isotope: atom; cathode: electrode
sonnet: poem; fresco: painting; aqueduct: bridge; charter: document; viceroy: official; dowry: payment
compiler: program; router: device; cipher: method; ledger: book; pulley: wheel; lathe: machine
"""


def made_up(section: int) -> list[Block]:
    """A heading and definitions that stand apart, with much between them that asks for nothing."""
    pairs = [pair.split(": ") for pair in MEANINGS.strip().split("\n")[section].split("; ")]
    blocks = [
        Block(
            id="b0",
            kind="paragraph",
            text=f"A {term} is a {meaning} that serves people of kind {term[::-1]} in their work. "
            + "It goes up and down between them for many days. " * 15,
            marks=(Mark(start=2, end=2 + len(term), style="strong"),),
        )
        for term, meaning in pairs
    ]
    return [heading(f"Chapter {section}: Things", 2), *blocks]


def test_what_an_app_cannot_hold_is_cut_evenly_over_the_source_and_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = extraction(*(block for section in range(3) for block in made_up(section)))
    whole = write(source, name="minerals.txt")
    assert whole.warnings == ()
    monkeypatch.setattr(offline_author, "MOST_EXERCISES", 9)
    cut = write(source, name="minerals.txt")
    sizes = [sum(len(a.items) for a in section.activities) for section in cut.document.sections]
    assert len(sizes) == len(whole.document.sections)
    assert sum(sizes) <= 9
    assert max(sizes) - min(sizes) <= 1
    (warning,) = cut.warnings
    assert warning.code == "practice_limited"
    assert warning.details["all"] == exercise_count(whole.document)
    assert warning.details["left_out"] == exercise_count(whole.document) - sum(sizes)


def test_a_long_source_of_lists_without_headings_is_practised_to_its_end() -> None:
    items = [b for section in range(3) for b in made_up(section) if b.kind == "paragraph"]
    listed = [replace(b, kind="list_item", level=1) for b in items]
    spec = write_spec(extraction(*listed), name="minerals.txt")
    assert len(spec.sections) >= 3
    last = int(spec.sections[-1].activities[0].items[-1].evidence[0].split(".")[0][1:])
    assert last > 0.9 * len(items)


@pytest.mark.parametrize("times", [2, 6])
def test_a_source_of_more_than_a_page_that_gives_little_to_practise_is_said_to(times: int) -> None:
    walk = "It went on and on, and nobody knew why it did. " * 40
    few = write(extraction(*made_up(0)[:2], *([paragraph(walk)] * times)), name="walk.txt")
    (warning,) = few.warnings
    assert warning.code == "little_practice"
    assert warning.details["exercises"] == exercise_count(few.document)
    assert warning.details["words"] > 250 * times


def test_every_card_of_a_deck_becomes_a_flashcard_as_it_was_written() -> None:
    rows = [
        ("Front", "Back"),
        *((f"word {n}", f"Wort {n}") for n in range(60)),
        ("word 1", "Wort 1"),
    ]
    cells = tuple(
        Cell(text=text, row=row, column=column, header=row == 0)
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
    )
    deck = Block(id="b1", kind="table", text=table_text(cells), cells=cells)
    document = write_spec(Extraction(metadata=Metadata(), blocks=(deck,)), name="words.txt")
    (activity,) = (activity for section in document.sections for activity in section.activities)
    assert activity.kind == "flashcards"
    cards = [item for item in activity.items if isinstance(item, Card)]
    assert [(card.front, card.back, card.evidence) for card in cards] == [
        (f"word {n}", f"Wort {n}", (f"b1.{n + 2}",)) for n in range(60)
    ]
