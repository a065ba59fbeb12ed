"""The local worker: threads for each lane that look for jobs in the store and run them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from praxeo.app import Praxeo
from praxeo.domain.errors import Unavailable
from praxeo.domain.jobs import LANES, WORKERS
from praxeo.domain.records import Job, Lane
from praxeo.jobs.nudging import run_next
from praxeo.jobs.runner import run_job
from praxeo.jobs.taking import LEASE, can_be_taken, give_lanes, sweep, take, take_this
from praxeo.observability import logs

POLL_SECONDS = 0.15
SWEEP_EVERY = timedelta(seconds=0.5)
UPKEEP_EVERY = timedelta(hours=1)
REST_SECONDS = 2.0  # after the store did not answer
RESTS_MOST = 5  # on end, where a person waits
STEP_SECONDS = 20.0  # for the steps at hand once the worker is to stop; then they are cut
CUT_SECONDS = 8.0  # until a step that is cut has ended


@dataclass(kw_only=True, slots=True)
class Worker:
    """One process's work; `name` tells it from others in job records and logs.

    `lanes` says how many jobs of each lane are run at the same time. `upkeep` is done now and then
    beside the jobs.
    """

    praxeo: Praxeo
    name: str
    lanes: Mapping[Lane, int] = field(default_factory=lambda: WORKERS)
    lease: timedelta = LEASE
    upkeep: Callable[[], object] = lambda: None
    step_seconds: float = STEP_SECONDS
    _swept: datetime | None = None
    _kept_up: datetime | None = None
    _left: threading.Condition = field(default_factory=threading.Condition)  # a job has been left

    def run(self, stop: threading.Event) -> None:
        """Run jobs as they come until told to stop. What takes long then is cut and queued again."""
        cut = threading.Event()
        threads = [
            threading.Thread(
                target=self._serve, args=(lane, stop, cut), name=f"worker-{lane}-{number}"
            )
            for lane, count in self.lanes.items()
            for number in range(count)
        ]
        for thread in threads:
            thread.daemon = True
            thread.start()
        while not stop.wait(SWEEP_EVERY.total_seconds()):
            self._resting(self.look_after, stop)
        _join(threads, self.step_seconds)
        cut.set()
        _join(threads, CUT_SECONDS)

    def run_one(self, stop: threading.Event | None = None) -> Job | None:
        """Run the next job of any lane as far as it goes, if there is one."""
        self.look_after()
        outside = self.praxeo.outside
        job = take(outside.records, outside.clock, worker=self.name, lease=self.lease)
        return run_job(self.praxeo, job, lease=self.lease, stop=stop) if job else None

    def run_only(self, job_ids: Collection[str], stop: threading.Event) -> Unavailable | None:
        """Run just these jobs, through all lanes, until told to stop, or until the store has not answered `RESTS_MOST`
        times on end: then gives why, for somebody waits for them."""
        self._resting(self.upkeep, stop)
        rests = 0
        while not stop.is_set():
            try:
                for job_id in job_ids:
                    self.run_this(job_id, stop)
                rests = 0
                stop.wait(POLL_SECONDS)
            except Unavailable as trouble:
                rests += 1
                if rests == RESTS_MOST:
                    return trouble
                logs.warning("The worker rests.", reason=trouble.message)
                stop.wait(REST_SECONDS)
        return None

    def look_after(self) -> None:
        """Queue again what is due or lost, and keep the library in order, each in its time."""
        outside = self.praxeo.outside
        now = outside.clock.now()
        if self._swept is None:
            give_lanes(outside.records, outside.clock)
        if self._swept is None or now - self._swept >= SWEEP_EVERY:
            sweep(outside.records, outside.clock, outside.nudges)
            self._swept = now
        if self._kept_up is None or now - self._kept_up >= UPKEEP_EVERY:
            self.upkeep()
            self._kept_up = now

    def _serve(self, lane: Lane, stop: threading.Event, cut: threading.Event) -> None:
        """Run the jobs of one lane, one after another."""
        while not stop.is_set():
            ran = self._resting(lambda: self._run_next(lane, stop, cut), stop)
            with self._left:
                if ran:
                    self._left.notify_all()  # it may go on in another lane
                else:
                    self._left.wait(POLL_SECONDS)

    def _run_next(self, lane: Lane, stop: threading.Event, cut: threading.Event) -> bool:
        """Run the next job of this lane; whether there was one."""
        outside = self.praxeo.outside
        if outside.nudges:
            return (
                run_next(
                    self.praxeo,
                    outside.nudges,
                    worker=self.name,
                    lane=lane,
                    lease=self.lease,
                    stop=stop,
                    cut=cut,
                )
                is not None
            )
        job = take(outside.records, outside.clock, worker=self.name, lane=lane, lease=self.lease)
        if job:
            run_job(self.praxeo, job, lease=self.lease, stop=stop, cut=cut, lanes=(lane,))
        return job is not None

    def run_this(self, job_id: str, stop: threading.Event | None = None) -> bool:
        """Run this job through all lanes, if it can be run now; whether it could."""
        outside = self.praxeo.outside
        job = outside.records.get(Job, job_id)
        if job is None or not can_be_taken(job, outside.clock.now()):
            return False
        held = take_this(outside.records, outside.clock, job, worker=self.name, lease=self.lease)
        if held:
            run_job(self.praxeo, held, lease=self.lease, stop=stop, cut=stop, lanes=LANES)
        return held is not None

    def _resting(self, act: Callable[[], object], stop: threading.Event) -> bool:
        """Act, and rest where the store does not answer; whether something was done."""
        try:
            return bool(act())
        except Unavailable as trouble:
            logs.warning("The worker rests.", reason=trouble.message)
            stop.wait(REST_SECONDS)
            return False


def _join(threads: list[threading.Thread], seconds: float) -> None:
    end = time.monotonic() + seconds
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
