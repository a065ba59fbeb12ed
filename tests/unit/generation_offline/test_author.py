"""The offline author end to end: what goes in, what must hold of what comes out."""

from __future__ import annotations

import pytest

from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.errors import Refused
from praxeo.generation.offline.author import write_spec


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


def test_a_definition_in_the_text_becomes_a_term_with_its_evidence() -> None:
    spec = write_spec(ENZYMES, name="enzymes.txt")
    terms = {i.term: i for a in spec.sections[0].activities if a.kind == "terms" for i in a.items}
    assert terms["catalyst"].definition == (
        "a chemical that speeds up a reaction without being used up"
    )
    assert terms["catalyst"].evidence == ("b2.1",)


def test_the_list_of_references_is_neither_read_nor_practised() -> None:
    spec = write_spec(ENZYMES, name="enzymes.txt")
    assert [section.reading for section in spec.sections] == [("b1", "b2")]


def test_every_section_ends_with_something_to_recall() -> None:
    spec = write_spec(ENZYMES, name="enzymes.txt")
    assert all("recall" in {a.kind for a in s.activities} for s in spec.sections)


@pytest.mark.parametrize("blocks", [(), (heading("Only a title"),), (paragraph("12 34 56"),)])
def test_a_source_that_supports_no_practice_is_refused(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(Refused) as refusal:
        write_spec(extraction(*blocks), name="empty.txt")
    assert refusal.value.code == "too_little_text"
