"""A worker that is killed at any moment costs time, and nothing else."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import plain_praxeo
import pytest
from doomed_records import DoomedRecords, Killed
from plain_praxeo import (
    HandClock,
    add_text,
    document_of,
    job_of,
    outside_in_folder,
    outside_in_memory,
)

from praxeo.adapters.memory import MemoryBlobs
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.jobs import LANES
from praxeo.domain.records import (
    CodeSnippet,
    Example,
    Job,
    Spec,
)
from praxeo.jobs.runner import run_job
from praxeo.jobs.taking import take
from praxeo.jobs.worker import Worker

KILLS = 9  # of real worker processes
LEASE_SECONDS = 0.8
WORKERS_MOST = 60
MOST_POINTS = 200  # far more saves and puts than the jobs make


class DoomedBlobs(MemoryBlobs):
    """The same for stored bytes."""

    puts_left = MOST_POINTS

    def put(self, area: str, data: bytes) -> Any:
        blob = super().put(area, data)
        self.puts_left -= 1
        if self.puts_left == 0:
            raise Killed
        return blob

    def delete(self, key: str) -> None:
        super().delete(key)
        self.puts_left -= 1
        if self.puts_left == 0:
            raise Killed


def killed_at(
    point: int, *, where: str, text: str, by_lane: bool = False
) -> tuple[Praxeo, Example, bool]:
    """Run the jobs in a process killed at this point, then in one that lives on."""
    records, blobs = DoomedRecords(), DoomedBlobs()
    praxeo = build(replace(outside_in_memory(), records=records, blobs=blobs))
    example = add_text(praxeo, text)
    if where == "blob":
        blobs.puts_left = point
    else:
        records.saves_left, records.after = point, where == "after save"
    was_killed = run_until_idle_or_killed(praxeo, by_lane=by_lane)
    records.saves_left = blobs.puts_left = MOST_POINTS
    if was_killed:
        assert not run_until_idle_or_killed(praxeo, by_lane=by_lane)
    return praxeo, example, was_killed


def run_until_idle_or_killed(praxeo: Praxeo, *, by_lane: bool) -> bool:
    worker = Worker(praxeo=praxeo, name="test")
    records, clock = praxeo.outside.records, praxeo.outside.clock
    assert isinstance(clock, HandClock)
    try:
        for _ in range(12):
            if by_lane:
                worker.look_after()
                for lane in LANES:
                    job = take(records, clock, worker="test", lane=lane)
                    if job:
                        run_job(praxeo, job, lanes=(lane,))
            else:
                worker.run_one()
            clock.move(30)  # past any lease and the first delays
    except Killed:
        return True
    return False


def assert_made_once(praxeo: Praxeo, example: Example) -> None:
    """The whole work is done, each step has taken effect once, and no bytes are left over."""
    now = praxeo.examples.get(local_user(), example.id)
    assert now.status == "ready", now
    records = praxeo.outside.records
    specs = records.list(Spec, {"example_id": example.id}).records
    snippets = records.list(CodeSnippet, {"example_id": example.id}).records
    assert [spec.id for spec in specs] == [now.spec_id]
    assert [snippet.id for snippet in snippets] == [now.code_snippet_id]
    document = document_of(praxeo, now)
    assert document.status == "ready"
    for record in (now, document):
        assert job_of(praxeo, record).status == "done"
    used = {specs[0].text_blob, snippets[0].code_blob, snippets[0].report_blob, now.cover_blob}
    assert set(praxeo.outside.blobs.keys(f"examples/{example.id}")) == used
    assert set(praxeo.outside.blobs.keys(f"document_inputs/{document.id}")) == {
        document.content_blob,
        document.extraction_blob,
    }


@pytest.mark.parametrize("by_lane", [False, True], ids=["one worker", "a worker for each lane"])
@pytest.mark.parametrize("where", ["before save", "after save", "blob"])
def test_a_kill_at_any_point_of_any_step_loses_and_repeats_nothing(
    where: str, by_lane: bool
) -> None:
    points = 0
    for point in range(1, MOST_POINTS):
        praxeo, example, was_killed = killed_at(
            point, where=where, text=plain_praxeo.TEXT, by_lane=by_lane
        )
        assert_made_once(praxeo, example)
        if not was_killed:
            break
        points = point
    assert points == (5 if where == "blob" else 8 if by_lane else 7)


@pytest.mark.parametrize("where", ["before save", "after save", "blob"])
def test_a_kill_during_a_refusal_still_ends_with_the_refusal_and_no_bytes(where: str) -> None:
    points = 0
    for point in range(1, MOST_POINTS):
        praxeo, example, was_killed = killed_at(point, where=where, text="refuse me")
        document = document_of(praxeo, example)
        assert (document.status, document.reason_code) == ("refused", "not_a_document")
        assert job_of(praxeo, document).status == "failed"
        assert list(praxeo.outside.blobs.keys(f"document_inputs/{document.id}")) == []
        assert praxeo.examples.get(local_user(), example.id).status == "failed"
        if not was_killed:
            break
        points = point
    assert points >= 1


def test_sigkill_at_random_moments_loses_and_repeats_nothing(tmp_path: Path) -> None:
    praxeo = build(outside_in_folder(tmp_path))
    moments = random.Random(20261123)
    made = [add_text(praxeo, f"Line one of {number}.\nLine two.") for number in range(6)]
    kills = 0
    pause = threading.Event()
    for _ in range(WORKERS_MOST):
        process = start_worker(tmp_path)
        try:
            target = work_done(praxeo, made) + moments.randint(1, 9)
            while not all_done(praxeo, made) and (
                kills >= KILLS or near_its_end(praxeo, made) or work_done(praxeo, made) < target
            ):
                pause.wait(0.001)
                assert process.poll() is None
        finally:
            process.kill()
            process.wait()
        if all_done(praxeo, made):
            break
        kills += 1
    assert kills >= KILLS // 2
    for example in made:
        assert_made_once(praxeo, example)
    praxeo.outside.records.close()


def start_worker(folder: Path) -> subprocess.Popen[bytes]:
    program = [sys.executable, plain_praxeo.__file__, str(folder), str(LEASE_SECONDS)]
    return subprocess.Popen(program, stderr=subprocess.DEVNULL)


def all_done(praxeo: Praxeo, made: list[Example]) -> bool:
    return all(job.status in ("done", "failed", "dead") for job in jobs_of(praxeo, made))


def near_its_end(praxeo: Praxeo, made: list[Example]) -> bool:
    """Whether another kill could make a job one that kills every worker, which is given up."""
    return any(job.attempt >= job.attempts_allowed - 1 for job in jobs_of(praxeo, made))


def work_done(praxeo: Praxeo, made: list[Example]) -> int:
    """How often the jobs have been saved: the moments to be killed at."""
    return sum(job.version for job in jobs_of(praxeo, made))


def jobs_of(praxeo: Praxeo, made: list[Example]) -> list[Job]:
    records = praxeo.outside.records
    documents = [records.get(DocumentInput, example.input_id) for example in made]
    job_ids = [record.job_id for record in (*made, *documents) if record]
    return [job for job_id in job_ids if (job := records.get(Job, job_id))]
