"""Whether this installation can do its work now: it tries to keep something, as any request might."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.records import changed, created
from praxeo.domain.trail_records import IdempotencyKey
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore

TRIED_EVERY = timedelta(seconds=5)  # whoever asks in between hears of the last try
BLOB = b"ready" * 20_000  # some room on the disk, not only what is free in a file
PROBE = "key_readiness"  # a record that means nothing; the table's keys expire by themselves


@dataclass(kw_only=True)
class Readiness:
    """Tries the stores by writing to them."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    _tried_at: datetime | None = None
    _trouble: str = ""
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)

    def check(self) -> None:
        """Raises Unavailable("nothing_is_kept") with the reason if a record or a blob cannot be kept."""
        with self._one_at_a_time:
            now = self.clock.now()
            if self._tried_at is None or now - self._tried_at >= TRIED_EVERY:
                self._trouble, self._tried_at = self._try(now), now
            trouble = self._trouble
        if trouble:
            raise Unavailable("nothing_is_kept", f"Praxeo cannot keep anything now. {trouble}")

    def _try(self, now: datetime) -> str:
        try:
            self._write_record(now)
            self.blobs.delete(self.blobs.put(f"idempotency_keys/{PROBE}", BLOB).key)
        except Unavailable as fault:
            return fault.message
        return ""

    def _write_record(self, now: datetime) -> None:
        there = self.records.get(IdempotencyKey, PROBE)
        record = (
            changed(there, now)
            if there
            else created(
                IdempotencyKey, now, id=PROBE, owner="system", fingerprint="", subject_id=""
            )
        )
        with suppress(Conflict):  # another process has just written it, so it can be written
            self.records.save(record)
