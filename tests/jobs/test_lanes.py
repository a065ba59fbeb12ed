"""Lanes: what waits for a model, or fills the browser, holds up nothing else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from plain_praxeo import (
    HandClock,
    add_text,
    check_app,
    compile_spec,
    document_of,
    job_of,
    outside_in_folder,
    outside_in_memory,
    read_document,
    write_spec,
)

from praxeo.adapters.memory import MemoryRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.cancellation import cancellation
from praxeo.domain.jobs import LANES, Effect
from praxeo.domain.records import Example, Job, Lane, StepProgress, created
from praxeo.domain.writing_heard import tell_written
from praxeo.entrypoints.cli_make import _progress
from praxeo.jobs.control import cancel_job
from praxeo.jobs.run import Attempt
from praxeo.jobs.runner import run_job
from praxeo.jobs.taking import give_lanes, sweep, take
from praxeo.jobs.worker import Worker
from praxeo.outside import Outside
from praxeo.ports.authoring import Authored

DOCUMENTS = 20
STEP_SECONDS = 0.04  # how long reading, writing and checking take here
ROUNDS = 5  # until the better ones are compared
RATE_KEPT = 0.9  # of the idle rate while four calls hang
SOON = 60.0  # seconds, for what takes a fraction of one


class HangingModel:
    """An `Ask` whose calls never end by themselves."""

    def __init__(self) -> None:
        self.asked = threading.Semaphore(0)
        self.cut = threading.Semaphore(0)

    def __call__(self, prompt: Any, *, run: Any, on_text: Any = None) -> Any:
        self.asked.release()
        try:
            cancellation().pause(600)
        finally:
            self.cut.release()


def slowly(function: Callable[..., Any]) -> Callable[..., Any]:
    def slow(*values: Any, **named: Any) -> Any:
        time.sleep(STEP_SECONDS)
        return function(*values, **named)

    return slow


def with_slow_steps(outside: Outside) -> Outside:
    def author(extraction: Any, *, name: str) -> Authored:
        return Authored(document=write_spec(extraction, name=name))

    return replace(
        outside,
        read_document=slowly(read_document),
        author=slowly(author),
        compiler=compile_spec,
        checker=slowly(check_app),
    )


def by_model(praxeo: Praxeo, number: int = 0) -> Example:
    """An example that a model is to write, whose document is read."""
    made = add_text(praxeo, f"Text {number} of a model.")
    worker = Worker(praxeo=praxeo, name="reader")
    worker.run_this(document_of(praxeo, made).job_id)
    records = praxeo.outside.records
    wanted = replace(praxeo.examples.get(local_user(), made.id), wanted_author="model")
    (saved,) = records.save(wanted)
    assert isinstance(saved, Example)
    return saved


def open_jobs(praxeo: Praxeo) -> tuple[Job, ...]:
    return praxeo.outside.records.list(Job, {"status": "queued"}, limit=200).records


@contextmanager
def at_work(praxeo: Praxeo, **fields: Any) -> Iterator[Worker]:
    """A worker with all its threads."""
    worker, stop = Worker(praxeo=praxeo, name="test", **fields), threading.Event()
    thread = threading.Thread(target=worker.run, args=(stop,), daemon=True)
    thread.start()
    try:
        yield worker
    finally:
        stop.set()
        thread.join(SOON)
        assert not thread.is_alive()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + SOON
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def seconds_for_documents(praxeo: Praxeo) -> float:
    begun = time.monotonic()
    made = [add_text(praxeo, f"Text {number}, {begun}.") for number in range(DOCUMENTS)]
    until(lambda: all(praxeo.examples.get(local_user(), m.id).status == "ready" for m in made))
    return time.monotonic() - begun


def test_documents_are_read_and_made_at_the_idle_rate_while_four_model_calls_hang(
    tmp_path: Path,
) -> None:
    model = HangingModel()
    busy = build(with_slow_steps(replace(outside_in_folder(tmp_path / "busy"), ask=model)))
    idle = build(with_slow_steps(outside_in_folder(tmp_path / "idle")))
    for number in range(4):
        by_model(busy, number)
    seconds: dict[str, list[float]] = {"idle": [], "busy": []}
    with at_work(busy, step_seconds=0.1), at_work(idle):
        for _ in range(4):
            assert model.asked.acquire(timeout=SOON)
        for _ in range(ROUNDS):  # one after the other, for the machine may be busy itself
            seconds["idle"].append(seconds_for_documents(idle))
            seconds["busy"].append(seconds_for_documents(busy))
            if min(seconds["idle"]) / min(seconds["busy"]) >= RATE_KEPT:
                break
        assert not model.cut.acquire(blocking=False)
    assert min(seconds["idle"]) / min(seconds["busy"]) >= RATE_KEPT, seconds
    for praxeo in (busy, idle):
        praxeo.outside.records.close()


def lanes_taken(praxeo: Praxeo) -> list[tuple[str, Lane]]:
    """Run all jobs, each lane by a worker of its own; gives which steps were done in which."""
    taken: list[tuple[str, Lane]] = []
    records, clock = praxeo.outside.records, praxeo.outside.clock
    assert isinstance(clock, HandClock)
    for _ in range(12):
        for lane in LANES:
            job = take(records, clock, worker=lane, lane=lane)
            if job:
                before = sum(bool(step.finished_at) for step in job.steps)
                left = run_job(praxeo, job, lanes=(lane,))
                done = [step.name for step in left.steps if step.finished_at][before:]
                taken += [(name, lane) for name in done]
        clock.move(6)
        sweep(records, clock)
    return taken


def test_a_job_goes_on_in_the_lane_that_its_next_step_needs() -> None:
    praxeo = build(outside_in_memory())
    made = add_text(praxeo)
    assert lanes_taken(praxeo) == [
        ("read", "reading"),
        ("write_spec", "reading"),
        ("compile", "reading"),
        ("check", "browser"),
        ("attach", "browser"),
    ]
    assert praxeo.examples.get(local_user(), made.id).status == "ready"
    assert job_of(praxeo, made).attempt == 1


def test_what_a_model_writes_waits_in_the_lane_of_models() -> None:
    def answered(prompt: Any, *, run: Any, on_text: Any = None) -> Any:
        raise AssertionError("a model is asked in no lane but its own")

    praxeo = build(replace(outside_in_memory(), ask=answered))
    made = by_model(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    job = take(records, clock, worker="reader", lane="reading")
    assert job is not None
    left = run_job(praxeo, job, lanes=("reading",))
    assert (left.id, left.status, left.lane, left.attempt) == (made.job_id, "queued", "models", 0)
    assert take(records, clock, worker="reader", lane="reading") is None
    assert take(records, clock, worker="asker", lane="models") is not None


def test_a_cancelled_job_ends_its_call_at_once() -> None:
    model = HangingModel()
    praxeo = build(replace(outside_in_memory(), ask=model))
    made = by_model(praxeo)
    with at_work(praxeo):
        assert model.asked.acquire(timeout=SOON)
        begun = time.monotonic()
        cancel_job(praxeo, local_user(), made.job_id)
        assert model.cut.acquire(timeout=SOON)
        assert time.monotonic() - begun < 2
    now = praxeo.examples.get(local_user(), made.id)
    assert (now.status, now.reason_code) == ("failed", "cancelled")
    assert job_of(praxeo, made).status == "cancelled"


class WritingModel(HangingModel):
    """An `Ask` that has written 1,200 characters and goes on."""

    def __call__(self, prompt: Any, *, run: Any, on_text: Any = None) -> Any:
        tell_written(1_200)
        return super().__call__(prompt, run=run)


def test_what_a_model_has_written_so_far_is_told_with_its_step_until_it_ends() -> None:
    model = WritingModel()
    praxeo = build(replace(outside_in_memory(), ask=model))
    made = by_model(praxeo)
    with at_work(praxeo):
        until(lambda: 1_200 in [step.written for step in job_of(praxeo, made).steps])
        assert _progress([job_of(praxeo, made)])[0].endswith(
            ": a model has written 1,200 characters"
        )
        cancel_job(praxeo, local_user(), made.job_id)
        assert model.cut.acquire(timeout=SOON)


def test_the_page_at_hand_is_told_with_its_step_until_the_step_ends() -> None:
    step = StepProgress(name="read", label="Read it", pages=2, site="site.org")
    clock = HandClock()
    job = created(
        Job,
        clock.now(),
        id="job_1",
        owner="local",
        kind="read_topic",
        arguments={},
        subject_id="top_1",
        steps=(step,),
    )
    assert _progress([job])[0] == "Read it: page 3, site.org"
    run = Attempt(MemoryRecords(), clock, job)
    run.page("read", 4, "other.org")
    assert (run.job.steps[0].pages, run.job.steps[0].site) == (4, "other.org")
    (ended,) = run.after("read", Effect(changes=()))
    assert (ended.pages, ended.site) == (4, "")


def test_a_worker_that_stops_cuts_what_takes_long_and_queues_it_again() -> None:
    model = HangingModel()
    praxeo = build(replace(outside_in_memory(), ask=model))
    made = by_model(praxeo)
    with at_work(praxeo, step_seconds=0.05):
        assert model.asked.acquire(timeout=SOON)
    job = job_of(praxeo, made)
    assert (job.status, job.lane, job.attempt, job.worker) == ("queued", "models", 0, "")


def test_a_command_runs_its_own_jobs_and_no_others() -> None:
    praxeo = build(outside_in_memory())
    other, mine = add_text(praxeo, "Of another."), add_text(praxeo, "Mine.")
    stop = threading.Event()
    jobs = [document_of(praxeo, mine).job_id, mine.job_id]
    worker = Worker(praxeo=praxeo, name="command")
    thread = threading.Thread(target=worker.run_only, args=(jobs, stop), daemon=True)
    thread.start()
    until(lambda: praxeo.examples.get(local_user(), mine.id).status == "ready")
    stop.set()
    thread.join(SOON)
    for record in (other, document_of(praxeo, other)):
        assert (job_of(praxeo, record).status, job_of(praxeo, record).attempt) == ("queued", 0)


def test_jobs_of_a_time_without_lanes_are_found_after_all() -> None:
    praxeo = build(outside_in_memory())
    made = add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    for job in open_jobs(praxeo):
        records.save(replace(job, lane=None))
    assert take(records, clock, worker="w", lane="reading") is None
    give_lanes(records, clock)
    assert {job.lane for job in open_jobs(praxeo)} == {"reading"}
    lanes_taken(praxeo)
    assert praxeo.examples.get(local_user(), made.id).status == "ready"


@pytest.mark.parametrize("text", ["Some text.", "refuse me"])
def test_an_example_goes_on_as_soon_as_its_document_is_read_or_refused(text: str) -> None:
    praxeo = build(outside_in_memory())
    made = add_text(praxeo, text)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    reading = take(records, clock, worker="one", lane="reading")
    early = take(records, clock, worker="two", lane="reading")
    assert reading is not None
    assert early is not None
    assert run_job(praxeo, early).status == "waiting"
    run_job(praxeo, reading)
    assert job_of(praxeo, made).status == "queued"
