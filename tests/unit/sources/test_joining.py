"""Several extractions become one: whatever is joined, each place keeps its words and says whose it is."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.asides import all_blocks
from praxeo.domain.blocks import (
    Aside,
    Block,
    Extraction,
    Locator,
    Metadata,
    ReadingWarning,
    ReadSource,
)
from praxeo.domain.reading_ledger import LedgerLine
from praxeo.sources.combining.choosing import with_inputs
from praxeo.sources.combining.joining import joined
from praxeo.sources.documents.extraction_json import from_json, to_json

PAPER = Extraction(
    metadata=Metadata(title="Enzymes", authors=("Ada",), language="en", word_count=9),
    blocks=(
        Block(id="b1", kind="heading", text="Enzymes", level=1, locator=Locator(page=1)),
        Block(id="b2", kind="paragraph", text="An enzyme binds.", locator=Locator(page=3)),
    ),
    warnings=(ReadingWarning(code="scanned_page", message="Page 2 is a scan.", page=2),),
    asides=(
        Aside(channel="comments", after="", block=Block(id="b3", kind="paragraph", text="Check!")),
    ),
    ledger=(LedgerLine(kind="words", seen=10, kept=9, left_out=(("comments", 1),)),),
    pictures={"a" * 64: b"one"},
)
TALK = Extraction(
    metadata=Metadata(language="de", word_count=20, authors=("Ada", "Bo")),
    blocks=(Block(id="b1", kind="paragraph", text="Das Herz.", locator=Locator(second=65)),),
    ledger=(LedgerLine(kind="words", seen=30, kept=20, left_out=(("sounds", 10),)),),
)
WHOLE = joined(
    [
        (ReadSource(title="Enzymes", input_id="doc_1"), PAPER),
        (ReadSource(title="A talk", input_id="you_1"), TALK),
    ],
    "Both",
)


def said(extraction: Extraction) -> list[tuple[str, str, int | None]]:
    return [(block.id, block.text, block.locator.source) for block in extraction.blocks]


def test_ids_count_through_all_and_each_place_names_its_source() -> None:
    assert said(WHOLE) == [
        ("b1", "Enzymes", 0),
        ("b2", "An enzyme binds.", 0),
        ("b4", "A talk", 1),
        ("b5", "Das Herz.", 1),
    ]
    assert [(aside.after, aside.block.id) for aside in WHOLE.asides] == [("b1", "b3")]
    assert len({block.id for block in all_blocks(WHOLE)}) == 5


def test_places_within_a_source_stay_as_they_were() -> None:
    assert [(b.locator.page, b.locator.second) for b in WHOLE.blocks] == [
        (1, None),
        (3, None),
        (None, 65),
        (None, 65),
    ]


def test_a_source_without_a_heading_of_its_own_stands_below_its_title() -> None:
    heading = WHOLE.blocks[2]
    assert (heading.kind, heading.level, heading.text) == ("heading", 1, "A talk")


def test_what_they_state_is_stated_of_them_together() -> None:
    assert WHOLE.metadata == Metadata(
        title="Both", authors=("Ada", "Bo"), language="de", word_count=29
    )
    (line,) = WHOLE.ledger
    assert (line.seen, line.kept, dict(line.left_out)) == (40, 29, {"comments": 1, "sounds": 10})
    assert [warning.message for warning in WHOLE.warnings] == ["Enzymes: Page 2 is a scan."]
    assert WHOLE.pictures == {"a" * 64: b"one"}


def test_what_is_joined_is_stored_and_read_again() -> None:
    assert from_json(to_json(WHOLE)) == WHOLE


def test_a_part_of_several_sources_brings_them_along() -> None:
    again = joined(
        [
            (ReadSource(title="A talk", input_id="you_2"), TALK),
            (ReadSource(title="Both", input_id="top_1"), WHOLE),
        ],
        "All",
    )
    assert [source.title for source in again.sources] == ["A talk", "Enzymes", "A talk"]
    assert {source.input_id for source in again.sources} == {"you_2", "top_1"}
    assert [block.locator.source for block in again.blocks] == [0, 0, 1, 1, 2, 2]


def test_leaving_out_and_reordering_changes_no_id() -> None:
    assert said(with_inputs(WHOLE, ["you_1", "doc_1"])) == [
        *said(WHOLE)[2:],
        *said(WHOLE)[:2],
    ]
    left = with_inputs(WHOLE, ["you_1"])
    assert said(left) == said(WHOLE)[2:]
    assert left.asides == ()
    assert left.sources == WHOLE.sources


def test_a_source_of_which_nothing_was_read_takes_no_id_from_another() -> None:
    empty = replace(TALK, blocks=())
    found = joined(
        [
            (ReadSource(title="Nothing", input_id="doc_2"), empty),
            (ReadSource(title="A talk", input_id="you_1"), TALK),
        ],
        "Both",
    )
    assert said(found) == [
        ("b1", "Nothing", 0),
        ("b2", "A talk", 1),
        ("b3", "Das Herz.", 1),
    ]
