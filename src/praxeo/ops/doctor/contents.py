"""What stands in the records of a library, held against itself: what can be read, what names what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.domain.catalog import TABLES, Table, table_of_id
from praxeo.domain.records import Job, Record
from praxeo.ops.naming import outputs_of
from praxeo.ports.inspection import Inspection


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """All that was read. `sizes` has each blob that a record names, with its size where a record says it."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    needed: list[tuple[str, str]] = field(default_factory=list)  # whose id, and which id it needs
    sizes: dict[str, int | None] = field(default_factory=dict)
    outputs: set[str] = field(
        default_factory=set
    )  # blobs that only a job names, for its next steps
    unreadable: list[str] = field(default_factory=list)
    newer: list[str] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)  # that have not ended

    def missing_records(self) -> Iterator[str]:
        """Which records need which others that are not there."""
        for record_id, needed_id in self.needed:
            table = table_of_id(needed_id)
            if table is None or needed_id not in self.ids[table.name]:
                yield f"{needed_id} (for {record_id})"


def read_contents(inspection: Inspection) -> Contents:
    """Read every record. Raises Unavailable("store_damaged") where a table cannot be read to its end."""
    contents = Contents()
    for table in TABLES:
        ids = contents.ids.setdefault(table.name, set())
        for row in inspection.rows(table):
            ids.add(row.id)
            if row.record is not None:
                _note(contents, table, row.record)
            elif row.newer:
                contents.newer.append(row.id)
            else:
                contents.unreadable.append(row.id)
    return contents


def _note(contents: Contents, table: Table, record: Record) -> None:
    contents.needed.extend((record.id, needed) for needed in table.needed_ids(record))
    for key in table.blob_keys(record):
        contents.sizes.setdefault(key, None)
    size = getattr(record, "size", None)
    if size is not None and table.blobs and (key := getattr(record, table.blobs[0])):
        contents.sizes[key] = size
    if isinstance(record, Job):
        contents.outputs.update(outputs_of(record))
        if not record.finished_at:
            contents.jobs.append(record)
