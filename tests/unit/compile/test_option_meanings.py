"""What a wrong option is, is said in the source's own words or not at all."""

from __future__ import annotations

import pytest

from praxeo.compile.option_meanings import MEANING_CHARACTERS, meanings_of
from praxeo.compile.sources import read_source
from praxeo.domain.blocks import Aside, Block, BlockKind, Extraction, Locator, Mark, Metadata
from praxeo.domain.spec import Activity, Choice, Section, SpecDocument, Term


def block(number: int, text: str, bold: str = "", kind: BlockKind = "paragraph") -> Block:
    start = text.find(bold)
    marks = (Mark(start=start, end=start + len(bold), style="strong"),) if bold else ()
    place = Locator(page=number)
    return Block(id=f"b{number}", kind=kind, text=text, marks=marks, locator=place)


def meanings(*blocks: Block, wrong: str = "Virus", terms: tuple[Term, ...] = ()) -> dict[str, str]:
    choice = Choice(question="Q?", answer="Germ", distractors=(wrong, "gap"), evidence=("b1.1",))
    activities = (
        Activity(kind="terms", title="T", items=terms),
        Activity(kind="choice", title="C", items=(choice,)),
    )
    section = Section(id="s1", title="S", activities=activities)
    doc = SpecDocument(title="T", language="en", source="s", author="", sections=(section,))
    aside = Aside(
        channel="comments", after="", block=block(99, "Gap: a note that nobody should read")
    )
    metadata = Metadata(media_type="text/plain", content_hash="0" * 64)
    source = read_source(Extraction(metadata=metadata, blocks=blocks, asides=(aside,)), "en")
    found = meanings_of(doc, source, blocks)
    return {option: f"{told['text']} ({told['label']})" for option, told in found.items()}


TINY = "a tiny particle"


@pytest.mark.parametrize(
    "given",
    [
        block(3, "Virus: a tiny particle"),
        block(3, "The virus: a tiny particle"),
        block(3, "virus – a tiny particle", kind="list_item"),
        block(3, "“Virus” - a tiny particle"),
        block(3, "Name | Meaning\nVirus | a tiny particle\nGerm | other", kind="table"),
    ],
)
def test_a_name_before_its_meaning_is_explained_by_it(given: Block) -> None:
    assert meanings(given) == {"Virus": "a tiny particle (page 3)"}


def test_a_name_in_bold_is_explained_by_its_sentence() -> None:
    said = block(2, "Germs are many. A virus is a tiny particle. It is not alive.", "virus")
    assert meanings(said) == {"Virus": "A virus is a tiny particle. (page 2)"}
    assert meanings(block(2, "Virus", "Virus")) == {}


def test_a_term_of_the_spec_comes_before_what_the_source_says_elsewhere() -> None:
    own = Term(term="virus", definition="the smallest germ", evidence=("b1.1",))
    blocks = block(1, "A virus is small."), block(2, "Virus: a tiny particle")
    assert meanings(*blocks, terms=(own,)) == {"Virus": "the smallest germ (page 1)"}


def test_what_is_only_mentioned_or_told_at_length_is_not_explained() -> None:
    assert meanings(block(1, "A virus spreads. Some viruses: many.")) == {}
    assert meanings(block(1, f"Virus: {'long ' * MEANING_CHARACTERS}")) == {}
    assert meanings(block(1, "A cell-virus is one. Anti-virus programs help.", "cell-virus")) == {}


def test_the_first_meaning_is_the_one_that_is_told() -> None:
    assert meanings(block(1, "Virus: first"), block(2, "Virus: second")) == {
        "Virus": "first (page 1)"
    }
