"""Retention: what the catalog keeps for some days only is deleted when these are over."""

from __future__ import annotations

from datetime import timedelta

from praxeo.domain.access import LOCAL_OWNER
from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.errors import Conflict
from praxeo.domain.records import utc_text
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore

PAGE = 100  # records looked at and deleted together


def forget_expired(
    records: RecordStore, blobs: BlobStore, clock: Clock, owner: str = LOCAL_OWNER
) -> int:
    """Delete the owner's expired records with their blobs, oldest first; gives their number.

    The cost is that of what is deleted where a listing is in order of creation: the first record that
    is still kept ends the search. Tables whose ids do not tell the time are read to their end.
    """
    return sum(_forget(records, blobs, clock, table, owner) for table in TABLES if table.keep_days)


def _forget(records: RecordStore, blobs: BlobStore, clock: Clock, table: Table, owner: str) -> int:
    assert table.keep_days is not None
    oldest = utc_text(clock.now() - timedelta(days=table.keep_days))
    count, cursor = 0, ""
    while True:
        page = records.list(table.record, {"owner": owner}, limit=PAGE, cursor=cursor)
        expired = [record for record in page.records if record.created_at < oldest]
        if expired:
            try:
                records.save(delete=expired)
            except Conflict:  # somebody changed one just now; the next round will see
                return count
            count += len(expired)
            for record in expired:
                for key in blobs.keys(f"{table.name}/{record.id}") if table.blobs else ():
                    blobs.delete(key)
        cursor = page.cursor
        if not cursor or (table.ids_by_time and len(expired) < len(page.records)):
            return count
