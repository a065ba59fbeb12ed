"""A job while it runs: its record, kept current by the steps and by the heartbeat beside them.

How far a step is stays in memory; the heartbeat saves it now and then, with the lease. It also looks
whether the job is still this worker's: if not, the step at hand is cancelled.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

from praxeo.domain.cancellation import Cancellation, Cancelled
from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.jobs import Effect
from praxeo.domain.records import Job, StepProgress, changed, first_of, utc_text
from praxeo.jobs.taking import LEASE
from praxeo.observability import logs
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore

LOOK_SECONDS = 1.0  # how soon a worker hears that its job was stopped
BEATS_PER_LEASE = 4  # saves that renew the lease; progress is saved with them
PROGRESS_LOOKS = 2  # or earlier, so many looks after the last save, if a step has got on
SAVES_TRIED = 20  # against others who change the same records; each try reads them afresh


class LeaseLost(Cancelled):
    """The job was stopped, or another worker holds it now: what this one still does is not saved."""

    def __init__(self) -> None:
        super().__init__("lease_lost", "This job was stopped, or another worker has taken it over.")


class Attempt:
    """The one holder of a running job's record. Its methods may be called from several threads.

    `cut` is set by whoever wants the step at hand to end at once: the process is to stop.
    """

    def __init__(
        self,
        records: RecordStore,
        clock: Clock,
        job: Job,
        lease: timedelta = LEASE,
        cut: threading.Event | None = None,
    ) -> None:
        self._records, self._clock, self._lease = records, clock, lease
        self._cut = cut or threading.Event()
        self._lock = threading.Lock()
        self._lost = self._got_on = False
        self.cancellation = Cancellation()
        self.job = job

    def progress(self, name: str, fraction: float) -> None:
        """Note how far the step is. Raises Cancelled once the job is stopped."""
        self.cancellation.check()
        with self._lock:
            step = next(step for step in self.job.steps if step.name == name)
            fraction = min(max(fraction, step.fraction), 1.0)
            self._got_on = self._got_on or fraction > step.fraction
            self.job = replace(self.job, steps=self._steps(replace(step, fraction=fraction)))

    def written(self, name: str, characters: int) -> None:
        """Note how much a model has written in this step."""
        with self._lock:
            step = next(step for step in self.job.steps if step.name == name)
            self._got_on = self._got_on or characters != step.written
            self.job = replace(self.job, steps=self._steps(replace(step, written=characters)))

    def page(self, name: str, read: int, site: str) -> None:
        """Note how many pages are read in this step, and where the next one stands."""
        with self._lock:
            step = next(step for step in self.job.steps if step.name == name)
            self._got_on = True
            self.job = replace(self.job, steps=self._steps(replace(step, pages=read, site=site)))

    def after(self, name: str, effect: Effect) -> tuple[StepProgress, ...]:
        """The job's steps once this one is done, with those that it adds."""
        step = next(step for step in self.job.steps if step.name == name)
        place = self.job.steps.index(step) + 1
        steps = self._steps(replace(step, fraction=1.0, written=0, site="", finished_at=self.now()))
        more = tuple(StepProgress(name=name, label=label) for name, label in effect.next_steps)
        return (*steps[:place], *more, *steps[place:])

    def save(self, effect: Effect | None = None, **fields: Any) -> None:
        """Save the job, and the effect's records with it. Raises LeaseLost if it is not ours now."""
        with self._lock:
            self._save(effect, fields)

    def leave(self, status: str, effect: Effect | None = None, **fields: Any) -> None:
        """The same for the last time: nobody holds the job then."""
        self.save(effect, status=status, lease_until="", worker="", **fields)

    def check_ours(self) -> None:
        """Raises LeaseLost if the job was stopped or is in other hands, as far as is known."""
        if self._lost:
            raise LeaseLost

    def now(self) -> str:
        """The present moment, as records have it."""
        return utc_text(self._clock.now())

    @contextmanager
    def heartbeat(self) -> Iterator[None]:
        """While inside, keep the job's record alive from a thread of its own."""
        stop = threading.Event()
        thread = threading.Thread(
            target=self._beat, args=(stop,), name=f"heartbeat-{self.job.id}", daemon=True
        )
        thread.start()
        try:
            yield
        finally:
            stop.set()
            thread.join()

    def _beat(self, stop: threading.Event) -> None:
        beat_seconds = self._lease.total_seconds() / BEATS_PER_LEASE
        look_seconds = min(LOOK_SECONDS, beat_seconds)
        looks, version = 0, self.job.version
        while not stop.wait(look_seconds):
            looks = looks + 1 if self.job.version == version else 0
            version = self.job.version
            try:
                due = looks * look_seconds >= beat_seconds
                self._look(save=due or (self._got_on and looks >= PROGRESS_LOOKS))
            except LeaseLost:
                return
            except Unavailable:
                logs.warning("The lease of a job could not be renewed.", job=self.job.id)

    def _look(self, *, save: bool) -> None:
        if self._cut.is_set():
            self.cancellation.cancel()
        with self._lock:
            if self.job.status != "running":
                return
            if save:
                self._save(None, {})
            else:
                self._still_ours()

    def _save(self, effect: Effect | None, fields: dict[str, Any]) -> None:
        for _ in range(SAVES_TRIED):
            now = self._clock.now()
            job = changed(self.job, now, **{"lease_until": utc_text(now + self._lease), **fields})
            others = effect.changes() if effect else ()
            try:
                self.job = first_of(Job, self._records.save(job, *others))
                self._got_on = False
                return
            except Conflict:
                self._still_ours()
        raise Unavailable("record_contended", "This example is being changed all the time.")

    def _still_ours(self) -> None:
        stored = self._records.get(Job, self.job.id)
        if stored is None or stored.version != self.job.version:
            self._lost = True
            self.cancellation.cancel()
            raise LeaseLost

    def _steps(self, changed_step: StepProgress) -> tuple[StepProgress, ...]:
        return tuple(
            changed_step if step.name == changed_step.name else step for step in self.job.steps
        )
