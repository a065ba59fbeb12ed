"""Whether work lies in the library that nobody does: its worker was ended from outside, or none runs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from praxeo.domain.records import Job, utc_text
from praxeo.ops.doctor.finding import Finding, warned

NAME = "Unfinished work"
SOON = timedelta(minutes=1)  # within which a worker that runs takes what can be taken
REMEDY = "Start `praxeo serve`, or run `praxeo worker`: it goes on where the work was left."


def examine_work(jobs: Iterable[Job], now: datetime) -> list[Finding]:
    """A finding that names the examples and inputs whose work can go on and that no worker took up."""
    left = [job.subject_id for job in jobs if _is_left(job, utc_text(now - SOON))]
    if not left:
        return []
    lies = "is a piece of work" if len(left) == 1 else f"are {len(left)} pieces of work"
    text = f"there {lies} that was begun or asked for and that nobody goes on with"
    return [warned("work_left", NAME, text, REMEDY, left)]


def _is_left(job: Job, before: str) -> bool:
    """Whether the job could have been taken up before then: as `jobs.taking.can_be_taken`, with time to spare."""
    if job.status == "running":
        return job.lease_until <= before
    due = job.run_after if job.status == "waiting" else job.updated_at
    return job.status in ("queued", "waiting") and due <= before
