"""What a person may do about background work: look at it, stop it, have it tried again."""

from __future__ import annotations

from praxeo.app import Praxeo
from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.errors import Conflict, PraxeoError
from praxeo.domain.jobs import OPEN, new_job, not_retryable, work_of
from praxeo.domain.records import Job, Record, changed, utc_text
from praxeo.jobs.handlers import HANDLERS
from praxeo.jobs.taking import wake_followers
from praxeo.library.saving import saved
from praxeo.ports.records import Page


def get_job(praxeo: Praxeo, actor: Actor, job_id: str, action: Action = "read") -> Job:
    """The job, for an actor who may do this with it. Raises NotFound, Forbidden."""
    return permitted(praxeo.outside.records.get(Job, job_id), actor, Job, action)


def list_jobs(praxeo: Praxeo, actor: Actor, *, cursor: str = "", limit: int = 50) -> Page[Job]:
    """The owner's jobs, newest first."""
    return praxeo.outside.records.list(
        Job, {"owner": actor.account}, cursor=cursor, limit=limit, newest_first=True
    )


def cancel_job(praxeo: Praxeo, actor: Actor, job_id: str) -> Job:
    """Stop a job: a worker that is at it can save nothing more. A second time changes nothing.

    Raises Conflict("job_ended") once it is done or given up.
    """
    job = get_job(praxeo, actor, job_id, "change")
    if job.status == "cancelled":
        return job
    if job.status not in OPEN:
        raise Conflict("job_ended", "This job has ended already.")
    outside, now = praxeo.outside, praxeo.outside.clock.now()
    reason = PraxeoError("cancelled", "You stopped this. Have it tried again whenever you like.")
    work = work_of(job)
    noted = HANDLERS[type(work)].failed(praxeo, work, reason)
    stopped = changed(
        job,
        now,
        status="cancelled",
        error_code=reason.code,
        error_message=reason.message,
        finished_at=utc_text(now),
        lease_until="",
        worker="",
    )
    ended = saved(outside, actor, "job.cancelled", stopped, *noted.changes())
    wake_followers(outside.records, outside.clock, ended)
    return ended


def retry_job(praxeo: Praxeo, actor: Actor, job_id: str) -> Job:
    """A new job for the same work, after one that failed or was stopped.

    If an example failed because its input could not be read, that is tried again first.
    Raises Conflict("job_not_retryable") for open or done jobs, for those that another has followed, and
    where trying again would not help.
    """
    job = get_job(praxeo, actor, job_id, "change")
    if job.status in OPEN or job.status == "done":
        raise not_retryable()
    needed = HANDLERS[type(work_of(job))].needs(praxeo, work_of(job))
    first, *others = _anew(praxeo, actor, job)
    for earlier in needed:
        others += _anew(praxeo, actor, get_job(praxeo, actor, earlier))
    assert isinstance(first, Job)
    return saved(praxeo.outside, actor, "job.retried", first, *others, of=others[0])


def _anew(praxeo: Praxeo, actor: Actor, earlier: Job) -> list[Record]:
    """A new job in the place of an earlier one, its subject, and what else begins anew with it."""
    outside, work = praxeo.outside, work_of(earlier)
    new = new_job(
        work,
        id=outside.ids.new("job"),
        actor=actor,
        subject_id=earlier.subject_id,
        now=utc_text(outside.clock.now()),
    )
    return [new, *HANDLERS[type(work)].again(praxeo, work, earlier.id, new.id)]
