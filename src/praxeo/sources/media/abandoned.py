"""Uploads that nobody went on with: what came of them does not stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from praxeo.domain.errors import Conflict
from praxeo.domain.input_records import MediaInput
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import utc_text
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore
from praxeo.sources.media.parts import forget_parts

ABANDONED_AFTER = timedelta(days=1)  # since the last part came


def forget_abandoned_parts(records: RecordStore, blobs: BlobStore, clock: Clock) -> int:
    """Delete the parts of recordings of which none has come for a day; gives the number of recordings.

    The recording still waits: whoever goes on sends these parts again.
    """
    oldest = utc_text(clock.now() - ABANDONED_AFTER)
    count, cursor = 0, ""
    while True:
        page = records.scan(MediaInput, cursor=cursor, limit=PAGE_RECORDS_MAX)
        for recording in page.records:
            left = recording.status == "waiting" or recording.content_blob
            if recording.parts and left and recording.updated_at < oldest:
                count += _forget(records, blobs, recording)
        cursor = page.cursor
        if not cursor:
            return count


def _forget(records: RecordStore, blobs: BlobStore, recording: MediaInput) -> bool:
    try:
        records.save(
            replace(recording, parts=(), size=(recording.content_blob and recording.size) or 0)
        )
    except Conflict:  # somebody goes on with it just now
        return False
    forget_parts(blobs, recording.parts, but={recording.content_blob})
    return True
