"""A library in memory in which documents have been read, to be searched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.local_search.library import LibrarySearch
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.records import created
from praxeo.sources.extractions import Extractions
from praxeo.sources.life_cycle import area_of

CLOCK = SystemClock()
IDS = RandomIds(CLOCK)


def blocks_of(text: str) -> list[Block]:
    """Paragraphs, one a line; a line with a # is a heading."""
    return [
        Block(id=f"b{n}", kind="heading", text=line[2:], level=2)
        if line.startswith("# ")
        else Block(id=f"b{n}", kind="paragraph", text=line)
        for n, line in enumerate(text.splitlines(), 1)
    ]


def put(
    records: MemoryRecords, blobs: MemoryBlobs, title: str, text: str, owner: str = "local"
) -> DocumentInput:
    """A document that says this, read."""
    extraction = Extraction(
        metadata=Metadata(title=title, word_count=len(text.split()), language="en"),
        blocks=tuple(blocks_of(text)),
    )
    source = created(
        DocumentInput, CLOCK.now(), id=IDS.new("doc"), owner=owner, project_id="prj_1",
        name=f"{title}.md", title=title, status="ready",
    )  # fmt: skip
    stored, _ = Extractions(blobs=blobs).put(area_of(source), extraction)
    from dataclasses import replace

    (saved,) = records.save(replace(source, extraction_blob=stored.key))
    assert isinstance(saved, DocumentInput)
    return saved


def library_of(
    documents: Mapping[str, str], others: Sequence[tuple[str, str]] = ()
) -> LibrarySearch:
    """The search of "local", whose library has these; `others` are those of somebody else."""
    records, blobs = MemoryRecords(), MemoryBlobs()
    for title, text in documents.items():
        put(records, blobs, title, text)
    for title, text in others:
        put(records, blobs, title, text, owner="somebody")
    return LibrarySearch(records, blobs, CLOCK, "local")
