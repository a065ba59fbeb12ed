"""The record of an input as a person has agreed to its present state: a new one, the earlier stays what it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from praxeo.domain.blocks import Extraction, ReadSource
from praxeo.domain.catalog import table_of
from praxeo.domain.input_records import Input
from praxeo.domain.records import Record, utc_text
from praxeo.domain.snapshot_records import Snapshot
from praxeo.sources.extractions import Extractions
from praxeo.sources.inputs import Inputs
from praxeo.sources.life_cycle import area_of


@dataclass(frozen=True, kw_only=True)
class InputAnew:
    """The new input, and what is to be saved along with it."""

    source: Input
    snapshots: tuple[Record, ...]


def input_anew(inputs: Inputs, earlier: Input, extraction: Extraction) -> InputAnew:
    """An input of which this was read, with snapshots of its own; all of it still to be saved."""
    now = utc_text(inputs.clock.now())
    source = replace(
        earlier,
        id=inputs.ids.new(table_of(type(earlier)).prefix),
        version=0,
        created_at=now,
        updated_at=now,
        job_id="",
    )
    copies: dict[str, Snapshot] = {}
    sources = tuple(_moved(inputs, each, earlier, source, copies) for each in extraction.sources)
    return InputAnew(
        source=_read(inputs.extractions, source, replace(extraction, sources=sources)),
        snapshots=tuple(copies.values()),
    )


def _read(extractions: Extractions, source: Input, extraction: Extraction) -> Input:
    stored, pictures = extractions.put(area_of(source), extraction)
    first = extraction.sources[0]
    own = {"snapshot_id": first.snapshot_id} if hasattr(source, "snapshot_id") else {}
    return replace(
        source,
        extraction_blob=stored.key,
        picture_blobs=pictures,
        block_count=len(extraction.blocks),
        **own,  # type: ignore[arg-type]
    )


def _moved(
    inputs: Inputs, read: ReadSource, earlier: Input, source: Input, copies: dict[str, Snapshot]
) -> ReadSource:
    """The source as one of the new input; a part of a combination stays the part that it is."""
    if read.input_id != earlier.id:
        return read
    found = inputs.records.get(Snapshot, read.snapshot_id) if read.snapshot_id else None
    if found is None:
        return replace(read, input_id=source.id)
    if found.id not in copies:
        data = inputs.blobs.read(found.content_blob) if found.content_blob else b""
        blob = inputs.blobs.put(area_of(source), data).key if data else ""
        copies[found.id] = replace(
            found, id=inputs.ids.new("snp"), version=0, input_id=source.id, content_blob=blob
        )
    return replace(read, input_id=source.id, snapshot_id=copies[found.id].id)
