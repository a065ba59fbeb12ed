"""Taking jobs: one worker gets each, and what a crash left behind is found again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from praxeo.domain.errors import Conflict
from praxeo.domain.jobs import lane_of_step
from praxeo.domain.records import (
    Example,
    Job,
    JobStatus,
    Lane,
    StepProgress,
    changed,
    first_of,
    utc_text,
)
from praxeo.ports.clock import Clock
from praxeo.ports.jobs import Nudges
from praxeo.ports.records import RecordStore
from praxeo.sources.combining.parts import combinations_with, part_of
from praxeo.sources.life_cycle import UNREAD

LEASE = timedelta(seconds=20)  # a worker that says nothing for so long is held to be dead
FORGOTTEN = timedelta(minutes=2)  # a nudge that has had no effect for so long is held to be lost
FORGOTTEN_AT_ONCE = 100  # the oldest queued jobs that one sweep nudges again
FOLLOWERS = 100  # examples of one input that are looked at; more of them come when they are due
CANDIDATES = 10  # queued jobs looked at before a worker rests; others may be after them too


def take(
    records: RecordStore,
    clock: Clock,
    *,
    worker: str,
    lane: Lane | None = None,
    lease: timedelta = LEASE,
) -> Job | None:
    """The oldest queued job (of this lane), now held by this worker, or None."""
    where = {"lane": str(lane), "status": "queued"} if lane else {"status": "queued"}
    for job in records.list(Job, where, limit=CANDIDATES).records:
        taken = take_this(records, clock, job, worker=worker, lease=lease)
        if taken:
            return taken
    return None


def take_this(
    records: RecordStore, clock: Clock, job: Job, *, worker: str, lease: timedelta = LEASE
) -> Job | None:
    """This queued job, now held by the worker, or None if another one was quicker."""
    now = clock.now()
    held = changed(
        job,
        now,
        status="running",
        worker=worker,
        attempt=job.attempt + 1,
        steps=begun(job.steps, utc_text(now)),
        lease_until=utc_text(now + lease),
    )
    try:
        return first_of(Job, records.save(held))
    except Conflict:
        return None


def open_step(steps: tuple[StepProgress, ...]) -> StepProgress | None:
    """The first step that is not done, None if all are."""
    return next((step for step in steps if not step.finished_at), None)


def begun(steps: tuple[StepProgress, ...], now: str) -> tuple[StepProgress, ...]:
    """The steps with the first open one begun (again) now."""
    first = open_step(steps)
    return tuple(
        replace(step, started_at=now, fraction=0.0, written=0, pages=0) if step is first else step
        for step in steps
    )


def can_be_taken(job: Job, now: datetime) -> bool:
    """Whether a worker may take the job: it is queued, or due, or its worker is held to be dead."""
    return (
        job.status == "queued"
        or (job.status == "waiting" and job.run_after <= utc_text(now))
        or (job.status == "running" and job.lease_until <= utc_text(now))
    )


def sweep(records: RecordStore, clock: Clock, nudges: Nudges | None = None) -> int:
    """Queue again what is due and what a dead worker held; gives the number of jobs that were.

    Where workers wait for nudges, those for jobs that were queued long ago must be lost: they are
    sent again.
    """
    now = clock.now()
    due = [job for job in _all(records, "waiting") if can_be_taken(job, now)]
    lost = [job for job in _all(records, "running") if can_be_taken(job, now)]
    if nudges:
        page = records.list(Job, {"status": "queued"}, limit=FORGOTTEN_AT_ONCE)
        for job in page.records:
            if job.updated_at <= utc_text(now - FORGOTTEN):
                nudges.send(job.id, lane=job.lane or _lane_of(job))
    return sum(queue_again(records, clock, job) for job in (*due, *lost))


def queue_again(records: RecordStore, clock: Clock, job: Job) -> bool:
    """Have workers take this job; whether it was still as it is given."""
    try:
        records.save(changed(job, clock.now(), status="queued", worker="", lease_until=""))
    except Conflict:
        return False
    return True


def give_lanes(records: RecordStore, clock: Clock) -> None:
    """Give a lane to queued jobs of a time before there were lanes, so that workers find them."""
    for job in _all(records, "queued"):
        if not job.lane:
            queue_again(records, clock, replace(job, lane=_lane_of(job)))


def _lane_of(job: Job) -> Lane:
    step = open_step(job.steps)
    return (lane_of_step(step.name) if step else None) or "reading"


def wake_followers(records: RecordStore, clock: Clock, ended: Job) -> None:
    """Queue the jobs of examples and combinations that wait for the input which this job was about.

    One that is missed (it was being put off just then) comes again when it is due.
    """
    made_of_it = records.list(Example, {"input_id": ended.subject_id}, limit=FOLLOWERS).records
    followers = [example.job_id for example in made_of_it if example.status == "making"]
    if source := part_of(records, ended.subject_id):
        combined = islice(combinations_with(records, source), FOLLOWERS)
        followers += [each.job_id for each in combined if each.status in UNREAD]
    for job_id in followers:
        wake(records, clock, job_id)


def wake(records: RecordStore, clock: Clock, job_id: str) -> bool:
    """Queue this job if it waits, before it is due: what it waits for is there. Whether it did."""
    job = records.get(Job, job_id)
    return job is not None and job.status == "waiting" and queue_again(records, clock, job)


def _all(records: RecordStore, status: JobStatus) -> Iterator[Job]:
    cursor = ""
    while True:
        page = records.list(Job, {"status": status}, cursor=cursor, limit=100)
        yield from page.records
        if not page.cursor:
            return
        cursor = page.cursor
