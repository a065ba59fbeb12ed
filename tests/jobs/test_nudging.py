"""Nudges: every job that waits for a worker gets one, whoever saved it, and none is trusted."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from plain_praxeo import HandClock, add_text, document_of, job_of, outside_in_memory

from praxeo.adapters.memory import MemoryRecords
from praxeo.adapters.memory_nudges import MemoryNudges
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.jobs import LANES
from praxeo.domain.records import Job, Lane
from praxeo.jobs.nudging import NudgeForJobs, run_batch, run_next, run_nudged
from praxeo.jobs.taking import sweep


class Silent(MemoryNudges):
    """A queue that cannot be reached."""

    def send(self, job_id: str, *, lane: Lane, after_seconds: float = 0) -> None:
        raise Unavailable("queue_unavailable", "The queue does not answer.")


def praxeo_on(nudges: MemoryNudges) -> Praxeo:
    outside = outside_in_memory()
    records = MemoryRecords(NudgeForJobs(nudges=nudges, clock=outside.clock))
    return build(replace(outside, records=records, nudges=nudges))


def sent(nudges: MemoryNudges) -> list[str]:
    found = []
    for lane in LANES:
        while nudge := nudges.receive(lane=lane, wait_seconds=0):
            nudges.done(nudge)
            found.append(nudge.job_id)
    return found


def run_until_quiet(praxeo: Praxeo, nudges: MemoryNudges) -> None:
    for _ in range(30):
        sweep(praxeo.outside.records, praxeo.outside.clock, nudges)
        for job_id in sent(nudges):
            run_nudged(praxeo, job_id, worker="test")
        assert isinstance(praxeo.outside.clock, HandClock)
        praxeo.outside.clock.move(150)


def test_saving_a_queued_job_nudges_and_saving_anything_else_does_not() -> None:
    nudges = MemoryNudges()
    praxeo = praxeo_on(nudges)
    example = add_text(praxeo)
    document = document_of(praxeo, example)
    assert sent(nudges) == [document.job_id, example.job_id]
    praxeo.projects.create(local_user(), name="Other")
    assert sent(nudges) == []


def test_a_nudged_job_runs_once_however_often_its_nudge_comes() -> None:
    nudges = MemoryNudges()
    praxeo = praxeo_on(nudges)
    job_id = document_of(praxeo, add_text(praxeo)).job_id
    first = run_nudged(praxeo, job_id, worker="one")
    assert first is not None
    assert first.status == "done"
    assert run_nudged(praxeo, job_id, worker="two") is None


def test_a_worker_waits_for_a_nudge_and_is_done_with_it() -> None:
    nudges = MemoryNudges()
    praxeo = praxeo_on(nudges)
    example = add_text(praxeo)
    done = run_next(praxeo, nudges, worker="test", lane="reading")
    assert done is not None
    assert (done.id, done.status) == (document_of(praxeo, example).job_id, "done")
    assert sent(nudges) == [example.job_id]


def test_a_nudge_stays_hidden_while_its_job_is_long() -> None:
    nudges = MemoryNudges(hidden_seconds=1)
    entered, leave = threading.Event(), threading.Event()
    outside = outside_in_memory()
    read = outside.read_document

    def slow(path, *, name, **more):  # type: ignore[no-untyped-def]
        entered.set()
        leave.wait(10)
        return read(path, name=name)

    records = MemoryRecords(NudgeForJobs(nudges=nudges, clock=outside.clock))
    praxeo = build(replace(outside, records=records, nudges=nudges, read_document=slow))
    job_id = document_of(praxeo, add_text(praxeo)).job_id
    worker = threading.Thread(
        target=lambda: run_next(praxeo, nudges, worker="slow", lane="reading")
    )
    worker.start()
    assert entered.wait(10)
    other = nudges.receive(lane="reading", wait_seconds=0)  # the example's
    assert other is not None
    nudges.done(other)
    assert other.job_id != job_id
    # twice as long as it would be hidden
    assert nudges.receive(lane="reading", wait_seconds=2) is None
    leave.set()
    worker.join(10)
    assert nudges.receive(lane="reading", wait_seconds=0.5) is None


def test_work_goes_on_when_no_nudge_can_be_sent() -> None:
    praxeo = praxeo_on(Silent())
    example = add_text(praxeo)
    assert job_of(praxeo, example).status == "queued"


def test_a_lost_nudge_is_made_up_for_by_the_sweep() -> None:
    nudges = MemoryNudges()
    praxeo = praxeo_on(nudges)
    example = add_text(praxeo)
    lost = sent(nudges)
    sweep(praxeo.outside.records, praxeo.outside.clock, nudges)
    assert sent(nudges) == []  # they may still be under way
    assert isinstance(praxeo.outside.clock, HandClock)
    praxeo.outside.clock.move(121)
    sweep(praxeo.outside.records, praxeo.outside.clock, nudges)
    assert sent(nudges) == lost
    run_until_quiet(praxeo, nudges)
    assert praxeo.examples.get(local_user(), example.id).status == "ready"


def test_a_job_that_is_put_off_is_nudged_for_its_time() -> None:
    nudges = MemoryNudges()
    praxeo = praxeo_on(nudges)
    example = add_text(praxeo)
    sent(nudges)
    early = run_nudged(praxeo, example.job_id, worker="test")  # its document is not read yet
    assert early is not None
    assert early.status == "waiting"
    assert run_nudged(praxeo, example.job_id, worker="test") is None  # it is not due
    nudge = nudges.receive(lane="reading", wait_seconds=5)
    assert nudge is not None
    assert nudge.job_id == example.job_id


@pytest.mark.parametrize("text", ["", "job", "exa_01", "job_01\n", "<xml/>", "job_" + "a" * 300])
def test_a_message_that_names_no_job_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        run_nudged(praxeo_on(MemoryNudges()), text, worker="test")
    assert refusal.value.code == "bad_nudge"


def test_of_a_batch_the_failed_ones_are_named() -> None:
    praxeo = praxeo_on(MemoryNudges())
    job = job_of(praxeo, document_of(praxeo, add_text(praxeo)))
    batch = {"a": "nothing", "b": job.id, "c": "job_deleted"}
    assert list(run_batch(praxeo, batch, worker="test", seconds=900)) == ["a"]
    stored = praxeo.outside.records.get(Job, job.id)
    assert stored is not None
    assert stored.status == "done"
