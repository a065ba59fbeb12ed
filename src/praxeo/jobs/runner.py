"""Running a claimed job: its steps one after another, each of them once, whatever happens."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from threading import Event

from praxeo.app import Praxeo
from praxeo.domain.errors import PraxeoError, Unavailable
from praxeo.domain.jobs import work_of
from praxeo.domain.making import making_of
from praxeo.domain.records import Job, utc_moment, utc_text
from praxeo.jobs.claims import LEASE
from praxeo.jobs.handlers import HANDLERS
from praxeo.jobs.retry import attempts_after, delay_after
from praxeo.jobs.run import LeaseLost, Run
from praxeo.observability import logs
from praxeo.observability.context import during_job
from praxeo.observability.metrics import emit

FAILED = frozenset({"failed", "dead"})


def run_job(
    praxeo: Praxeo, job: Job, *, lease: timedelta = LEASE, stop: Event | None = None
) -> Job:
    """Run a job that this worker has claimed; gives its record as it is left.

    Finished steps are passed over. An error that may pass puts the job off; any other ends it. Once
    `stop` is set no further step is begun and the job is queued again.
    """
    run = Run(praxeo.outside.records, praxeo.outside.clock, job, lease)
    with during_job(job.id, job.request_id):
        try:
            with run.heartbeat():
                _work(praxeo, run, stop or Event())
        except LeaseLost as lost:
            logs.warning(lost.message, kind=job.kind)
        except PraxeoError:
            raise  # the store does not answer; the job is found again when its lease is over
        except Exception:  # noqa: BLE001 (a defect in how a failure is noted must not end the worker)
            logs.unexpected("The failure of a job could not be noted.", kind=job.kind)
        logs.info("A job has been left.", kind=job.kind, status=run.job.status)
        if run.job.finished_at:
            taken = utc_moment(run.job.finished_at) - utc_moment(run.job.created_at)
            failed = float(run.job.status in FAILED)
            emit(JobsFailed=failed, JobSeconds=taken.total_seconds())
    return run.job


def _work(praxeo: Praxeo, run: Run, stop: Event) -> None:
    try:
        if run.job.error_code:  # it had failed for good before it was interrupted
            _end(praxeo, run)
        elif run.job.attempt > run.job.attempts_allowed:
            _fail(praxeo, run, _interrupted(run.job))
        else:
            _steps(praxeo, run, stop)
    except LeaseLost:
        raise
    except PraxeoError as error:
        _after(praxeo, run, error)
    except Exception:  # noqa: BLE001 (the last place that can note a defect with its job)
        logs.unexpected("A step of a job failed in an unexpected way.", kind=run.job.kind)
        _after(praxeo, run, _defect())


def _steps(praxeo: Praxeo, run: Run, stop: Event) -> None:
    """The story of a job that goes well."""
    work = work_of(run.job)
    handler = HANDLERS[type(work)]
    while step := next((step for step in run.job.steps if not step.finished_at), None):
        if stop.is_set():
            run.save(status="queued", attempt=run.job.attempt - 1, lease_until="", worker="")
            return
        run.begin(step)
        progress = partial(run.progress, step.name)
        making = making_of(run.job.outputs)
        effect = handler.steps[step.name](praxeo, work, making, progress)
        run.finish(step.name, effect)
        logs.info("A step is done.", kind=run.job.kind, step=step.name)
    now = utc_text(praxeo.outside.clock.now())
    run.save(status="done", finished_at=now, lease_until="", worker="", last_trouble="")


def _after(praxeo: Praxeo, run: Run, error: PraxeoError) -> None:
    """Put the job off or end it, as the rule of retries says."""
    delay = delay_after(run.job, error)
    if delay is None:
        _fail(praxeo, run, error)
        return
    run.save(
        status="waiting",
        attempt=attempts_after(run.job, error),
        run_after=utc_text(praxeo.outside.clock.now() + delay),
        last_trouble=error.message,
        lease_until="",
        worker="",
    )


def _fail(praxeo: Praxeo, run: Run, error: PraxeoError) -> None:
    """Note the failure with the record it is about, then clear away what it leaves."""
    work = work_of(run.job)
    outputs = {**run.job.outputs, "end": "dead" if error.retryable else "failed"}
    noted = HANDLERS[type(work)].failed(praxeo, work, error)
    run.save(noted, error_code=error.code, error_message=error.message, outputs=outputs)
    _end(praxeo, run)


def _end(praxeo: Praxeo, run: Run) -> None:
    work = work_of(run.job)
    HANDLERS[type(work)].clear(praxeo, work)
    now = utc_text(praxeo.outside.clock.now())
    run.save(status=run.job.outputs["end"], finished_at=now, lease_until="", worker="")


def _interrupted(job: Job) -> Unavailable:
    return Unavailable(
        "interrupted", f"The work was interrupted {job.attempts_allowed} times and given up."
    )


def _defect() -> Unavailable:
    return Unavailable(
        "unexpected_error", "Something went wrong inside Praxeo; its log has the details."
    )
