"""Which stored bytes a record names, and so keeps."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.limits import blob_keys_in
from praxeo.domain.records import Job, Record

NAMING = tuple(table for table in TABLES if table.blobs or table.record is Job)


def named_by(table: Table, record: Record) -> Iterator[str]:
    """The keys of the blobs that the record holds, and those that a job hands on to its next steps."""
    yield from table.blob_keys(record)
    if isinstance(record, Job):
        yield from outputs_of(record)


def outputs_of(job: Job) -> Iterator[str]:
    """The keys in what the finished steps of a job hand on."""
    for text in job.outputs.values():
        yield from blob_keys_in(text)
