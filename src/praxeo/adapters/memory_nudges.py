"""Nudges within one process: for workers beside what saves the jobs; gone with the process."""

from __future__ import annotations

import itertools
import threading
import time
from dataclasses import dataclass

from praxeo.domain.records import Lane
from praxeo.ports.jobs import Nudge

HIDDEN_SECONDS = 60.0
RECEIVED_MAX = 5  # times; after that a nudge is put aside


@dataclass(kw_only=True, slots=True)
class _Waiting:
    job_id: str
    lane: Lane
    visible_at: float  # of the monotonic clock
    received: int = 0
    receipt: str = ""


class MemoryNudges:
    """A queue in memory. `aside` holds the jobs of nudges that came too often."""

    def __init__(self, hidden_seconds: float = HIDDEN_SECONDS) -> None:
        self.hidden_seconds = hidden_seconds
        self.aside: list[str] = []
        self._waiting: list[_Waiting] = []
        self._changed = threading.Condition()
        self._receipts = itertools.count(1)

    def send(self, job_id: str, *, lane: Lane, after_seconds: float = 0) -> None:
        with self._changed:
            visible_at = time.monotonic() + after_seconds
            self._waiting.append(_Waiting(job_id=job_id, lane=lane, visible_at=visible_at))
            self._changed.notify_all()

    def receive(self, *, lane: Lane, wait_seconds: float) -> Nudge | None:
        end = time.monotonic() + wait_seconds
        with self._changed:
            while True:
                now = time.monotonic()
                if found := self._next(lane, now):
                    found.received += 1
                    found.receipt = str(next(self._receipts))
                    found.visible_at = now + self.hidden_seconds
                    return Nudge(job_id=found.job_id, lane=lane, receipt=found.receipt)
                if now >= end:
                    return None
                soonest = min((n.visible_at for n in self._waiting if n.lane == lane), default=end)
                self._changed.wait(min(soonest, end) - now)

    def renew(self, nudge: Nudge) -> None:
        with self._changed:
            for waiting in self._waiting:
                if waiting.receipt == nudge.receipt:
                    waiting.visible_at = time.monotonic() + self.hidden_seconds

    def done(self, nudge: Nudge) -> None:
        with self._changed:
            self._waiting = [w for w in self._waiting if w.receipt != nudge.receipt]

    def _next(self, lane: Lane, now: float) -> _Waiting | None:
        """The one of the lane that has been visible for longest; those that came too often are put aside."""
        visible = sorted(
            (nudge for nudge in self._waiting if nudge.lane == lane and nudge.visible_at <= now),
            key=lambda nudge: nudge.visible_at,
        )
        for nudge in visible:
            if nudge.received < RECEIVED_MAX:
                return nudge
            self._waiting.remove(nudge)
            self.aside.append(nudge.job_id)
        return None
