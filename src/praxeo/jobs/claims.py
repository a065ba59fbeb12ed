"""Claiming jobs: one worker gets each, and what a crash left behind is found again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from praxeo.domain.errors import Conflict
from praxeo.domain.records import Job, JobStatus, changed, first_of, utc_text
from praxeo.ports.clock import Clock
from praxeo.ports.jobs import Nudges
from praxeo.ports.records import RecordStore

LEASE = timedelta(seconds=20)  # a worker that says nothing for so long is held to be dead
FORGOTTEN = timedelta(minutes=2)  # a nudge that has had no effect for so long is held to be lost
FORGOTTEN_AT_ONCE = 100  # the oldest queued jobs that one sweep nudges again
CANDIDATES = 10  # queued jobs looked at before a worker rests; others may be after them too


def claim(
    records: RecordStore, clock: Clock, *, worker: str, lease: timedelta = LEASE
) -> Job | None:
    """The oldest queued job, now held by this worker, or None."""
    for job in records.list(Job, {"status": "queued"}, limit=CANDIDATES).records:
        claimed = claim_this(records, clock, job, worker=worker, lease=lease)
        if claimed:
            return claimed
    return None


def claim_this(
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
        lease_until=utc_text(now + lease),
    )
    try:
        return first_of(Job, records.save(held))
    except Conflict:
        return None


def is_claimable(job: Job, now: datetime) -> bool:
    """Whether a worker may take the job: it is queued, or due, or its worker is held to be dead."""
    return (
        job.status == "queued"
        or (job.status == "waiting" and job.run_after <= utc_text(now))
        or (job.status == "running" and job.lease_until <= utc_text(now))
    )


def sweep(records: RecordStore, clock: Clock, nudges: Nudges | None = None) -> int:
    """Queue again what is due and what a dead worker held; gives the number of such jobs.

    Where workers wait for nudges, those for jobs that were queued long ago must be lost: they are
    sent again.
    """
    now = clock.now()
    due = [job for job in _all(records, "waiting") if is_claimable(job, now)]
    lost = [job for job in _all(records, "running") if is_claimable(job, now)]
    if nudges:
        page = records.list(Job, {"status": "queued"}, limit=FORGOTTEN_AT_ONCE)
        for job in page.records:
            if job.updated_at <= utc_text(now - FORGOTTEN):
                nudges.send(job.id)
    queued = 0
    for job in (*due, *lost):
        try:
            records.save(changed(job, now, status="queued", worker="", lease_until=""))
        except Conflict:
            continue  # its worker lives, or another sweep was quicker
        queued += 1
    return queued


def _all(records: RecordStore, status: JobStatus) -> Iterator[Job]:
    cursor = ""
    while True:
        page = records.list(Job, {"status": status}, cursor=cursor, limit=100)
        yield from page.records
        if not page.cursor:
            return
        cursor = page.cursor
