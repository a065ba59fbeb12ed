"""The library as a search engine: the passages that speak of a topic, of one's own inputs, without a network."""

from __future__ import annotations

import pytest

from praxeo.adapters.local_search.library import LibrarySearch
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.errors import NotFound
from praxeo.ports.web import Fetched
from praxeo.sources.documents.extraction_json import from_json
from tests.unit.adapters.local_search.read_before import CLOCK, library_of, put

FILLER = " ".join(["The lesson goes on with words that every chapter has."] * 60)
BOOK = "\n".join(
    line
    for name, says in (
        ("Tides", "The moon pulls at the sea."),
        ("Enzymes", "An enzyme binds its substrate at the active site."),
        ("Volcanoes", "Magma rises below a volcano."),
    )
    for line in (f"# {name}", says, FILLER)
)


def read(found: Fetched) -> list[str]:
    return [block.text for block in from_json(found.data).blocks]


def test_of_a_book_the_sections_are_taken_that_speak_of_the_topic() -> None:
    search = library_of({"Science": BOOK})
    (hit,) = search.find("How enzymes bind")
    said = read(search.get(hit.url))
    assert said[:2] == ["Enzymes", "An enzyme binds its substrate at the active site."]
    assert not any("volcano" in text or "moon" in text for text in said)


def test_what_is_taken_is_numbered_anew_and_names_its_source() -> None:
    search = library_of({"Science": BOOK})
    (hit,) = search.find("volcano")
    extraction = from_json(search.get(hit.url).data)
    assert [block.id for block in extraction.blocks[:2]] == ["b1", "b2"]
    (source,) = extraction.sources
    assert (source.title, source.kind, source.address) == ("Science", "document_input", "")
    assert source.input_id == hit.url.removeprefix("library:").partition("?")[0]


def test_nobody_finds_or_gets_what_another_has() -> None:
    records, blobs = MemoryRecords(), MemoryBlobs()
    put(records, blobs, "Secret enzymes", "An enzyme of theirs.", owner="somebody")
    theirs = LibrarySearch(records, blobs, CLOCK, "somebody")
    (hit,) = theirs.find("enzyme")
    mine = LibrarySearch(records, blobs, CLOCK, "local")
    assert mine.find("enzyme") == ()
    with pytest.raises(NotFound):
        mine.get(hit.url)


def test_what_was_deleted_is_found_no_more() -> None:
    records, blobs = MemoryRecords(), MemoryBlobs()
    source = put(records, blobs, "Enzymes", "An enzyme binds.")
    before = LibrarySearch(records, blobs, CLOCK, "local")
    (hit,) = before.find("enzyme")
    records.save(delete=[source])
    assert LibrarySearch(records, blobs, CLOCK, "local").find("enzyme") == ()
    with pytest.raises(NotFound):
        before.get(hit.url)


def test_common_words_alone_find_nothing() -> None:
    documents = {f"Lesson {n}": f"How the thing number {n} works in water." for n in range(30)}
    search = library_of(documents)
    assert search.find("How photosynthesis works in water") == ()
    assert search.find("thing number 7")[0].title == "Lesson 7"
