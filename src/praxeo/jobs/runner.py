"""Running a job that was taken: its steps one after another, each of them once, whatever happens."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from functools import partial
from threading import Event

from praxeo.app import Praxeo
from praxeo.domain.access import job_actor
from praxeo.domain.cancellation import cancellable_by
from praxeo.domain.errors import PraxeoError, Unavailable
from praxeo.domain.jobs import LANES, Effect, work_of
from praxeo.domain.making import making_of
from praxeo.domain.pages_heard import pages_told_to
from praxeo.domain.records import Job, Lane, StepProgress, utc_moment, utc_text
from praxeo.domain.writing_heard import writing_told_to
from praxeo.jobs.handlers import HANDLERS, Turn
from praxeo.jobs.lanes import lane_of
from praxeo.jobs.retry import attempts_after, delay_after
from praxeo.jobs.run import Attempt, LeaseLost
from praxeo.jobs.taking import LEASE, begun, open_step, wake_followers
from praxeo.observability import logs
from praxeo.observability.context import during_job

FAILED = frozenset({"failed", "dead"})


def run_job(
    praxeo: Praxeo,
    job: Job,
    *,
    lease: timedelta = LEASE,
    stop: Event | None = None,
    cut: Event | None = None,
    lanes: Collection[Lane] = LANES,
) -> Job:
    """Run a job that this worker has taken; gives its record as it is left.

    Finished steps are passed over. An error that may pass puts the job off; any other ends it. A step
    of none of these `lanes` is left to workers of its own. Once `stop` is set no further step is begun
    and the job is queued again; `cut` ends the step at hand as well, where it can be.
    """
    run = Attempt(praxeo.outside.records, praxeo.outside.clock, job, lease, cut)
    begun_at = {"kind": job.kind, "lane": job.lane or ""}
    praxeo.outside.metrics.note(begun_at, praxeo_job_attempts_total=1)
    with during_job(job.id, job.request_id), cancellable_by(run.cancellation):
        try:
            with run.heartbeat():
                _work(praxeo, run, stop or Event(), lanes)
        except LeaseLost as lost:
            logs.info(lost.message, kind=job.kind)
        except PraxeoError:
            raise  # the store does not answer; the job is found again when its lease is over
        except Exception:  # noqa: BLE001 (a defect in how a failure is noted must not end the worker)
            logs.unexpected("The failure of a job could not be noted.", kind=job.kind)
        logs.info("A job has been left.", kind=job.kind, status=run.job.status)
        if run.job.finished_at:
            wake_followers(praxeo.outside.records, praxeo.outside.clock, run.job)
            taken = utc_moment(run.job.finished_at) - utc_moment(run.job.created_at)
            praxeo.outside.metrics.note(
                {"kind": job.kind, "status": run.job.status},
                praxeo_jobs_ended_total=1,
                praxeo_job_failures_total=float(run.job.status in FAILED),
                praxeo_job_seconds=taken.total_seconds(),
            )
    return run.job


def _work(praxeo: Praxeo, run: Attempt, stop: Event, lanes: Collection[Lane]) -> None:
    try:
        if run.job.error_code:  # it had failed for good before it was interrupted
            _end(praxeo, run)
        elif run.job.attempt > run.job.attempts_allowed:
            _fail(praxeo, run, _interrupted(run.job))
        else:
            _steps(praxeo, run, stop, lanes)
    except LeaseLost:
        raise
    except Exception as error:  # noqa: BLE001 (the last place that can note a defect with its job)
        run.check_ours()
        if run.cancellation.requested:  # a step that was cut short says nothing of itself
            run.leave("queued", attempt=run.job.attempt - 1)
        elif isinstance(error, PraxeoError):
            _after(praxeo, run, error)
        else:
            logs.unexpected("A step of a job failed in an unexpected way.", kind=run.job.kind)
            _after(praxeo, run, _defect())


def _steps(praxeo: Praxeo, run: Attempt, stop: Event, lanes: Collection[Lane]) -> None:
    """The story of a job that goes well. Each step is saved with what it changes and where the job goes
    then: on, to the workers of another lane, or to its end."""
    work = work_of(run.job)
    step = open_step(run.job.steps)
    lane = lane_of(praxeo, work, step.name) if step else None
    if stop.is_set() or (lane and lane not in lanes):
        run.leave("queued", attempt=run.job.attempt - 1, lane=lane or run.job.lane)
        return
    while step and run.job.status == "running":
        handler = HANDLERS[type(work)]
        progress = partial(run.progress, step.name)
        turn = Turn(
            actor=job_actor(run.job),
            work=work,
            making=making_of(run.job.outputs),
            progress=progress,
        )
        written, page = partial(run.written, step.name), partial(run.page, step.name)
        with writing_told_to(written), pages_told_to(page):
            effect = handler.steps[step.name](praxeo, turn)
        done, steps = step.name, run.after(step.name, effect)
        step = open_step(steps)
        lane = lane_of(praxeo, work, step.name) if step else None
        goes_on = not stop.is_set() and (lane is None or lane in lanes)
        _save_step(run, effect, steps, lane, goes_on=goes_on)
        logs.info("A step is done.", kind=run.job.kind, step=done)


def _save_step(
    run: Attempt,
    effect: Effect,
    steps: tuple[StepProgress, ...],
    lane: Lane | None,
    *,
    goes_on: bool,
) -> None:
    """Attempts are counted anew with each step: a job that gets on is not given up."""
    outputs = {**run.job.outputs, **effect.outputs}
    lane_of_job = lane or run.job.lane
    if open_step(steps) is None:
        run.leave(
            "done", effect, steps=steps, outputs=outputs, finished_at=run.now(), last_trouble=""
        )
    elif goes_on:
        steps = begun(steps, run.now())
        run.save(effect, steps=steps, outputs=outputs, attempt=1, lane=lane_of_job)
    else:
        run.leave("queued", effect, steps=steps, outputs=outputs, attempt=0, lane=lane_of_job)


def _after(praxeo: Praxeo, run: Attempt, error: PraxeoError) -> None:
    """Put the job off or end it, as the rule of retries says."""
    delay = delay_after(run.job, error)
    if delay is None:
        _fail(praxeo, run, error)
        return
    run.leave(
        "waiting",
        attempt=attempts_after(run.job, error),
        run_after=utc_text(praxeo.outside.clock.now() + delay),
        last_trouble=error.message,
    )


def _fail(praxeo: Praxeo, run: Attempt, error: PraxeoError) -> None:
    """Note the failure with the record it is about, then clear away what it leaves."""
    work = work_of(run.job)
    handler = HANDLERS[type(work)]
    noted = handler.failed(praxeo, work, error)
    end = "dead" if error.retryable else "failed"
    told = {"error_code": error.code, "error_message": error.message}
    if handler.clear is None:
        run.leave(end, noted, finished_at=run.now(), **told)
        return
    run.save(noted, outputs={**run.job.outputs, "end": end}, **told)
    _end(praxeo, run)


def _end(praxeo: Praxeo, run: Attempt) -> None:
    work = work_of(run.job)
    clear = HANDLERS[type(work)].clear
    if clear:
        clear(praxeo, work)
    run.leave(run.job.outputs["end"], finished_at=run.now())


def _interrupted(job: Job) -> Unavailable:
    return Unavailable(
        "interrupted", f"The work was interrupted {job.attempts_allowed} times and given up."
    )


def _defect() -> Unavailable:
    return Unavailable(
        "unexpected_error", "Something went wrong inside Praxeo; its log has the details."
    )
