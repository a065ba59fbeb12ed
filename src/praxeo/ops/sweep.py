"""The sweep: stored bytes that no record names any more do not stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import Record
from praxeo.ops.naming import NAMING, named_by
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore

ORPHANED_AFTER = timedelta(days=1)  # bytes are stored before the record that names them


def sweep_orphans(records: RecordStore, blobs: BlobStore, clock: Clock) -> int:
    """Delete the blobs that are older than a day and named by no record; gives their number.

    Every record is read, since bytes may be kept by another than the one in whose area they lie. Raises
    Unavailable("record_unreadable") before anything is deleted if one cannot be read: it may name any.
    """
    orphans = set(_old(blobs, clock.now()))
    for table in NAMING if orphans else ():
        for record in _all(records, table):
            orphans.difference_update(named_by(table, record))
    # The same bytes may have been stored anew meanwhile, for a record that is just being saved.
    orphans &= set(_old(blobs, clock.now())) if orphans else set()
    for key in orphans:
        blobs.delete(key)
    return len(orphans)


def _old(blobs: BlobStore, now: datetime) -> Iterator[str]:
    for table in TABLES:
        for blob in blobs.stored(table.name) if table.blobs else ():
            if now - blob.stored_at > ORPHANED_AFTER:
                yield blob.key


def _all(records: RecordStore, table: Table) -> Iterator[Record]:
    cursor = ""
    while True:
        page = records.scan(table.record, cursor=cursor, limit=PAGE_RECORDS_MAX)
        yield from page.records
        cursor = page.cursor
        if not cursor:
            return
