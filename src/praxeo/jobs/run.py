"""A job while it runs: its record, kept current by the steps and by the heartbeat beside them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.jobs import Effect
from praxeo.domain.records import Job, StepProgress, changed, first_of, utc_text
from praxeo.jobs.claims import LEASE
from praxeo.observability import logs
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore

BEATS_PER_LEASE = 4
PROGRESS_SHARE = 0.05  # smaller steps of progress are not worth a save
SAVES_TRIED = 20  # against others who change the same records; each try reads them afresh


class LeaseLost(Conflict):
    """Another worker holds the job now: whatever this one still does must not be saved."""

    def __init__(self) -> None:
        super().__init__("lease_lost", "Another worker has taken over this job.")


class Run:
    """The one holder of a running job's record. Its methods may be called from several threads."""

    def __init__(
        self, records: RecordStore, clock: Clock, job: Job, lease: timedelta = LEASE
    ) -> None:
        self._records, self._clock, self._lease = records, clock, lease
        self._lock = threading.Lock()
        self.job = job

    def begin(self, step: StepProgress) -> None:
        """Note that a step begins (again)."""
        now = utc_text(self._clock.now())
        self.save(steps=self._steps(replace(step, started_at=now, fraction=0.0)))

    def progress(self, name: str, fraction: float) -> None:
        """Note how far the step is, if that is worth a save."""
        step = next(step for step in self.job.steps if step.name == name)
        fraction = min(max(fraction, 0.0), 1.0)
        if fraction - step.fraction >= PROGRESS_SHARE:
            self.save(steps=self._steps(replace(step, fraction=fraction)))

    def finish(self, name: str, effect: Effect) -> None:
        """Save what the step changes together with the mark that it is done.

        Attempts are counted anew then: a job that gets on is not given up.
        """
        step = next(step for step in self.job.steps if step.name == name)
        done = replace(step, fraction=1.0, finished_at=utc_text(self._clock.now()))
        outputs = {**self.job.outputs, **effect.outputs}
        more = tuple(StepProgress(name=name, label=label) for name, label in effect.next_steps)
        place = self.job.steps.index(step) + 1
        steps = self._steps(done)
        steps = (*steps[:place], *more, *steps[place:])
        self.save(effect, steps=steps, outputs=outputs, attempt=1)

    def save(self, effect: Effect | None = None, **fields: Any) -> None:
        """Save the job, and the effect's records with it. Raises LeaseLost if it is not ours now."""
        with self._lock:
            for _ in range(SAVES_TRIED):
                now = self._clock.now()
                fields.setdefault("lease_until", utc_text(now + self._lease))
                job = changed(self.job, now, **fields)
                others = effect.changes() if effect else ()
                try:
                    self.job = first_of(Job, self._records.save(job, *others))
                    return
                except Conflict as conflict:
                    self._still_ours(conflict)
        raise Unavailable("record_contended", "This example is being changed all the time.")

    @contextmanager
    def heartbeat(self) -> Iterator[None]:
        """While inside, renew the lease from a thread of its own."""
        stop = threading.Event()

        def beat() -> None:
            while not stop.wait(self._lease.total_seconds() / BEATS_PER_LEASE):
                try:
                    if self.job.status == "running":
                        self.save()
                except LeaseLost:
                    return
                except Unavailable:
                    logs.warning("The lease of a job could not be renewed.", job=self.job.id)

        thread = threading.Thread(target=beat, name=f"heartbeat-{self.job.id}", daemon=True)
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _still_ours(self, conflict: Conflict) -> None:
        stored = self._records.get(Job, self.job.id)
        if stored is None or stored.version != self.job.version:
            raise LeaseLost from conflict

    def _steps(self, changed_step: StepProgress) -> tuple[StepProgress, ...]:
        return tuple(
            changed_step if step.name == changed_step.name else step for step in self.job.steps
        )
