"""Nudges: sent whenever a job that can be run is saved, and what a worker does when one comes."""

from __future__ import annotations

import math
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from praxeo.app import Praxeo
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.ids import is_id
from praxeo.domain.jobs import LANES
from praxeo.domain.records import Job, Lane, Record, utc_moment
from praxeo.jobs.runner import run_job
from praxeo.jobs.taking import LEASE, can_be_taken, take_this
from praxeo.observability import logs
from praxeo.ports.clock import Clock
from praxeo.ports.jobs import Nudge, Nudges

WAIT_SECONDS = 5.0  # for a nudge, before a worker looks whether it is to stop
DELAY_SECONDS_MAX = 900  # of a nudge; a job that is put off for longer is found by the sweep
MARGIN_SECONDS = 30.0  # of a batch's time, within which no further step is begun
CUT_SECONDS = 12.0  # of a batch's time, within which the step at hand is cut
RENEWALS = 3  # within the time that a nudge is hidden


@dataclass(frozen=True, kw_only=True, slots=True)
class NudgeForJobs:
    """Sends a nudge after each save of a job that waits for a worker: the `after_save` of a store.

    So nobody who saves a job has to think of it. A nudge that cannot be sent is left to the sweep: the
    job is saved, and the save has succeeded.
    """

    nudges: Nudges
    clock: Clock

    def __call__(self, saved: Sequence[Record]) -> None:
        for record in saved:
            if isinstance(record, Job) and record.status in ("queued", "waiting"):
                self._nudge(record)

    def _nudge(self, job: Job) -> None:
        seconds = 0.0
        if job.status == "waiting":
            seconds = (utc_moment(job.run_after) - self.clock.now()).total_seconds()
        try:
            self.nudges.send(
                job.id,
                lane=job.lane or LANES[0],
                after_seconds=min(max(math.ceil(seconds), 0), DELAY_SECONDS_MAX),
            )
        except Unavailable as trouble:
            logs.warning(
                "A job is left to the sweep, for its nudge could not be sent.",
                job=job.id,
                reason=trouble.message,
            )


def run_next(
    praxeo: Praxeo,
    nudges: Nudges,
    *,
    worker: str,
    lane: Lane,
    lease: timedelta = LEASE,
    stop: threading.Event | None = None,
    cut: threading.Event | None = None,
) -> Job | None:
    """Wait a while for a nudge of the lane and run its job. What cannot be done now comes again."""
    nudge = nudges.receive(lane=lane, wait_seconds=WAIT_SECONDS)
    if nudge is None:
        return None
    with _hidden(nudges, nudge):
        job = run_nudged(praxeo, nudge.job_id, worker=worker, lease=lease, stop=stop, cut=cut)
    nudges.done(nudge)
    return job


def run_nudged(
    praxeo: Praxeo,
    job_id: str,
    *,
    worker: str,
    lease: timedelta = LEASE,
    stop: threading.Event | None = None,
    cut: threading.Event | None = None,
) -> Job | None:
    """Run the job that a nudge names, as far as it goes in its lane; None if it is deleted, done or in other hands.

    Raises Refused("bad_nudge") for a text that is no job's id; Unavailable if the nudge has to come
    again because the records do not answer.
    """
    if not is_id(job_id, "job"):
        raise Refused("bad_nudge", "A message in the queue names no job; look where it comes from.")
    outside = praxeo.outside
    job = outside.records.get(Job, job_id)
    if job is None or not can_be_taken(job, outside.clock.now()):
        return None
    taken = take_this(outside.records, outside.clock, job, worker=worker, lease=lease)
    if taken is None:
        return None
    lanes = (taken.lane or LANES[0],)
    return run_job(praxeo, taken, lease=lease, stop=stop, cut=cut, lanes=lanes)


def run_batch(
    praxeo: Praxeo, nudges: Mapping[str, str], *, worker: str, seconds: float
) -> Sequence[str]:
    """Run the jobs of several nudges, given by the names of their messages; gives those that have to
    come again.

    When little of the `seconds` is left no further step is begun, and what is unfinished is queued;
    with the last of them the step at hand is cut.
    """
    again = []
    with _set_in(seconds - MARGIN_SECONDS) as stop, _set_in(seconds - CUT_SECONDS) as cut:
        for name, job_id in nudges.items():
            try:
                if stop.is_set():
                    again.append(name)
                else:
                    run_nudged(praxeo, job_id, worker=worker, stop=stop, cut=cut)
            except (Refused, Unavailable) as error:
                logs.warning("A nudge has to come again.", job=job_id, reason=error.message)
                again.append(name)
    return again


@contextmanager
def _set_in(seconds: float) -> Iterator[threading.Event]:
    """An event that is set after these seconds."""
    event = threading.Event()
    timer = threading.Timer(max(seconds, 0.0), event.set)
    timer.daemon = True
    timer.start()
    if seconds <= 0:
        event.set()
    try:
        yield event
    finally:
        timer.cancel()


@contextmanager
def _hidden(nudges: Nudges, nudge: Nudge) -> Iterator[None]:
    """While inside, keep the nudge hidden from others, from a thread of its own."""
    stop = threading.Event()

    def renew() -> None:
        while not stop.wait(nudges.hidden_seconds / RENEWALS):
            try:
                nudges.renew(nudge)
            except Unavailable:
                logs.warning("A nudge could not be kept hidden.", job=nudge.job_id)

    thread = threading.Thread(target=renew, name=f"nudge-{nudge.job_id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
