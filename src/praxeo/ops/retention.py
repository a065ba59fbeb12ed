"""Retention: what the catalog keeps for some days only is deleted when these are over."""

from __future__ import annotations

from datetime import timedelta

from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.errors import Conflict
from praxeo.domain.records import utc_text
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore

PAGE = 100  # records looked at and deleted together


def forget_expired(records: RecordStore, blobs: BlobStore, clock: Clock) -> int:
    """Delete every account's expired records with their blobs, oldest first; gives their number.

    A store on one machine scans in the order of ids: where these tell the time, the first record that is
    still kept ends the search, and the cost is that of what is deleted. Tables whose ids do not are read
    to their end. DynamoDB, whose scan has no order, deletes by its own time to live.
    """
    return sum(_forget(records, blobs, clock, table) for table in TABLES if table.keep_days)


def _forget(records: RecordStore, blobs: BlobStore, clock: Clock, table: Table) -> int:
    assert table.keep_days is not None
    oldest = utc_text(clock.now() - timedelta(days=table.keep_days))
    count, cursor = 0, ""
    while True:
        page = records.scan(table.record, limit=PAGE, cursor=cursor)
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
