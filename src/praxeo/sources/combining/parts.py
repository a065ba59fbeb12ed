"""The inputs that a combination is made of, and the combinations that an input is part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from praxeo.domain.blocks import Extraction, ReadSource
from praxeo.domain.catalog import table_of, table_of_id
from praxeo.domain.input_records import CombinedInput, Input
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.ports.records import RecordStore


def part_of(records: RecordStore, input_id: str) -> Input | None:
    """The input with this id, of whatever kind; None if there is none."""
    table = table_of_id(input_id)
    if table is None or not issubclass(table.record, Input):
        return None
    return records.get(table.record, input_id)


def parts_of(records: RecordStore, source: Input) -> tuple[Input, ...]:
    """The parts of a combination that are still there; () for every other input."""
    ids = source.parts if isinstance(source, CombinedInput) else ()
    return tuple(part for part_id in ids if (part := part_of(records, part_id)))


def combinations_with(records: RecordStore, source: Input) -> Iterator[CombinedInput]:
    """Those of the same owner that this input is part of."""
    cursor = ""
    while True:
        where = {"owner": source.owner}
        page = records.list(CombinedInput, where, cursor=cursor, limit=PAGE_RECORDS_MAX)
        yield from (each for each in page.records if source.id in each.parts)
        if not (cursor := page.cursor):
            return


def read_source(part: Input, extraction: Extraction) -> ReadSource:
    """What is said of a part beside each of its places."""
    known = extraction.sources[0] if len(extraction.sources) == 1 else ReadSource(title="")
    return replace(
        known,
        title=part.title or part.called,
        kind=table_of(type(part)).name.removesuffix("s"),
        date=known.date or part.date,
        content_hash=known.content_hash or extraction.metadata.content_hash,
        input_id=part.id,
    )
