"""Upkeep: what a worker does for its library beside the jobs, so that nothing stays that should not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from praxeo.domain.errors import Unavailable
from praxeo.observability import logs
from praxeo.ops.retention import forget_expired
from praxeo.ops.sweep import sweep_orphans
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore
from praxeo.ports.tally import Tally
from praxeo.sources.media.abandoned import forget_abandoned_parts

SWEEP_EVERY = timedelta(days=1)  # it reads every record
RETRIED = timedelta(days=7)  # how long a browser may send again what it could not send


@dataclass(kw_only=True, slots=True)
class Upkeep:
    """Called now and then: forgets what has expired each time, sweeps away abandoned and orphaned bytes once a day,
    and has sources looked at that are due (`visit_due` says how many)."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    tally: Tally | None = None
    visit_due: Callable[[], int] = lambda: 0
    _swept: datetime | None = None

    def __call__(self) -> None:
        """Do what is due. What cannot be done now waits for the next time, and jobs do not wait for it."""
        self._do("expired", forget_expired)
        self._do("visited", lambda _records, _blobs, _clock: self.visit_due())
        now = self.clock.now()
        if self._swept is None or now - self._swept >= SWEEP_EVERY:
            self._swept = now
            self._do("abandoned", forget_abandoned_parts)
            self._do("orphaned", sweep_orphans)
            self._do("left_over", lambda _records, blobs, _clock: blobs.remove_leftovers())
            self._do("counted", self._tidy)

    def _tidy(self, _records: RecordStore, _blobs: BlobStore, clock: Clock) -> int:
        """Forget the ids of what no browser sends again."""
        if self.tally:
            self.tally.tidy(clock.now().date() - RETRIED)
        return 0

    def _do(self, what: str, deed: Callable[[RecordStore, BlobStore, Clock], int]) -> None:
        try:
            count = deed(self.records, self.blobs, self.clock)
        except Unavailable as trouble:
            logs.warning("Upkeep was put off.", what=what, reason=trouble.message)
        else:
            if count:
                logs.info("Upkeep is done.", what=what, count=count)
