"""One extraction read from several sources: each block leads back to its own."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from praxeo.compile.sources import read_source
from praxeo.domain.blocks import Block, Extraction, Locator, Metadata, ReadSource
from praxeo.domain.errors import Refused
from praxeo.sources.documents.extraction_json import from_json, to_json

STORED_BEFORE = (
    '{"format":1,"metadata":{"media_type":"text/plain","content_hash":"ab"},'
    '"blocks":[{"id":"b1","kind":"paragraph","text":"One.","locator":{"page":3}}],"warnings":[]}'
)
MIXED = Extraction(
    metadata=Metadata(media_type="", content_hash=""),
    blocks=(
        Block(id="b1", kind="paragraph", text="One.", locator=Locator(page=3, source=0)),
        Block(id="b2", kind="paragraph", text="Two.", locator=Locator(second=65, source=1)),
        Block(id="b3", kind="paragraph", text="Three.", locator=Locator(source=1)),
    ),
    sources=(
        ReadSource(title="Enzymes", kind="document_input", content_hash="0" * 64),
        ReadSource(
            title="A talk",
            kind="youtube_input",
            address="https://www.youtube.com/watch?v=dQw4w9WgXcQ",
            date="2024",
            fetched_at="2026-01-02T03:04:05.000000Z",
        ),
    ),
)


def test_an_extraction_of_several_sources_comes_back_as_it_was_stored() -> None:
    assert from_json(to_json(MIXED)) == MIXED


def test_what_was_stored_before_there_were_several_reads_on_and_is_written_the_same() -> None:
    read = from_json(STORED_BEFORE)
    assert read.sources == ()
    assert read.blocks[0].locator == Locator(page=3)
    assert to_json(read) == STORED_BEFORE


@pytest.mark.parametrize("number", [2, -1, "0", True, 0.5])
def test_a_block_of_a_source_that_is_not_listed_is_damage(number: object) -> None:
    stored = json.loads(to_json(MIXED))
    stored["blocks"][0]["locator"]["source"] = number
    with pytest.raises(Refused) as refusal:
        from_json(json.dumps(stored))
    assert refusal.value.code == "bad_extraction"


def test_an_app_says_of_which_source_each_place_is() -> None:
    labels = read_source(MIXED, "en").labels
    assert labels == {"b1": "Enzymes, page 3", "b2": "A talk, 1:05", "b3": "A talk"}


def test_a_place_of_a_video_is_visited_at_its_second() -> None:
    source = read_source(MIXED, "en")
    addresses = {
        block: origin.address for block in ("b1", "b2", "b3") if (origin := source.origin(block))
    }
    watched = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert addresses == {"b1": "", "b2": f"{watched}&t=65s", "b3": watched}


def test_of_a_source_that_stands_for_itself_nothing_is_said() -> None:
    assert read_source(from_json(STORED_BEFORE), "en").origin("b1") is None


def test_a_heading_that_is_the_title_is_not_said_twice() -> None:
    heading = Block(id="b4", kind="heading", text="A talk", locator=Locator(source=1))
    assert read_source(replace(MIXED, blocks=(heading,)), "en").labels == {"b4": "A talk"}


def test_where_there_is_but_one_source_places_do_not_repeat_its_title() -> None:
    one = replace(MIXED, sources=MIXED.sources[:1], blocks=MIXED.blocks[:1])
    assert read_source(one, "de").labels == {"b1": "Seite 3"}
