"""The local worker: looks for jobs in the store and runs them one at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from praxeo.app import Praxeo
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Job
from praxeo.jobs.claims import LEASE, claim, sweep
from praxeo.jobs.nudging import run_next
from praxeo.jobs.runner import run_job
from praxeo.observability import logs

POLL_SECONDS = 0.15
SWEEP_EVERY = timedelta(seconds=0.5)
UPKEEP_EVERY = timedelta(hours=1)
REST_SECONDS = 2.0  # after the store did not answer


@dataclass(kw_only=True, slots=True)
class Worker:
    """One worker; `name` tells it from others in job records and logs.

    `upkeep` is done now and then beside the jobs.
    """

    praxeo: Praxeo
    name: str
    lease: timedelta = LEASE
    upkeep: Callable[[], object] = lambda: None
    _swept: datetime | None = None
    _kept_up: datetime | None = None

    def run_one(self, stop: threading.Event | None = None) -> Job | None:
        """Run the next job, if there is one."""
        outside = self.praxeo.outside
        now = outside.clock.now()
        if self._swept is None or now - self._swept >= SWEEP_EVERY:
            sweep(outside.records, outside.clock, outside.nudges)
            self._swept = now
        if self._kept_up is None or now - self._kept_up >= UPKEEP_EVERY:
            self.upkeep()
            self._kept_up = now
        if outside.nudges:
            return run_next(
                self.praxeo, outside.nudges, worker=self.name, lease=self.lease, stop=stop
            )
        job = claim(outside.records, outside.clock, worker=self.name, lease=self.lease)
        return run_job(self.praxeo, job, lease=self.lease, stop=stop) if job else None

    def run(self, stop: threading.Event) -> None:
        """Run jobs as they come until told to stop."""
        while not stop.is_set():
            try:
                job = self.run_one(stop)
            except Unavailable as trouble:
                logs.warning("The worker rests.", reason=trouble.message)
                stop.wait(REST_SECONDS)
            else:
                if job is None:
                    stop.wait(POLL_SECONDS)
