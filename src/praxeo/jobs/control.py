"""What a person may do about background work: look at it, stop it, have it tried again."""

from __future__ import annotations

from praxeo.app import Praxeo
from praxeo.domain.access import Action, Actor, permitted
from praxeo.domain.audit import audit_event
from praxeo.domain.errors import Conflict, PraxeoError
from praxeo.domain.jobs import new_job, work_of
from praxeo.domain.records import (
    DocumentInput,
    Example,
    Job,
    JobStatus,
    Record,
    changed,
    first_of,
    utc_text,
)
from praxeo.jobs.handlers import HANDLERS
from praxeo.ports.records import Page

OPEN: frozenset[JobStatus] = frozenset({"queued", "waiting", "running"})


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
    event = audit_event(actor, stopped, "job.cancelled", id=outside.ids.new("aud"), now=now)
    return first_of(Job, outside.records.save(stopped, *noted.changes(), event))


def retry_job(praxeo: Praxeo, actor: Actor, job_id: str) -> Job:
    """A new job for the same work, after one that failed or was stopped.

    If an example failed because its document could not be read, that is tried again first.
    Raises Conflict("job_not_retryable") for open or done jobs and for refused documents.
    """
    job = get_job(praxeo, actor, job_id, "change")
    outside, now = praxeo.outside, praxeo.outside.clock.now()
    subject = _subject(praxeo, job)
    if job.status in OPEN or job.status == "done" or subject is None or subject.job_id != job.id:
        raise Conflict("job_not_retryable", "Only work that ended without success can be repeated.")
    again = [subject]
    if isinstance(subject, Example):
        document = outside.records.get(DocumentInput, subject.input_id)
        if document is not None and document.status == "refused":
            raise Conflict("job_not_retryable", document.reason)
        if document is not None and document.status == "failed":
            again.append(document)
    saves: list[Record] = []
    for record in again:
        earlier = job if record is subject else get_job(praxeo, actor, record.job_id)
        new = new_job(
            work_of(earlier),
            id=outside.ids.new("job"),
            actor=actor,
            subject_id=record.id,
            now=utc_text(now),
        )
        work = work_of(earlier)
        saves += [new, _started(praxeo, record, new), *HANDLERS[type(work)].again(praxeo, work)]
    event = audit_event(actor, subject, "job.retried", id=outside.ids.new("aud"), now=now)
    return first_of(Job, outside.records.save(*saves, event))


def _subject(praxeo: Praxeo, job: Job) -> Example | DocumentInput | None:
    records = praxeo.outside.records
    return records.get(Example, job.subject_id) or records.get(DocumentInput, job.subject_id)


def _started(praxeo: Praxeo, record: Example | DocumentInput, job: Job) -> Record:
    """The record as it is while the new job is under way. Raises Conflict if it is refused."""
    if record.status == "refused":
        raise Conflict("job_not_retryable", record.reason)
    status = "making" if isinstance(record, Example) else "queued"
    now = praxeo.outside.clock.now()
    return changed(
        record, now, status=status, job_id=job.id, reason_code="", reason="", reason_details={}
    )
