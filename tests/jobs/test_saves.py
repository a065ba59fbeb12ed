"""How often the records are written to while an example is made: as rarely as durability allows."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from plain_praxeo import add_text, check_app, outside_in_memory, run_all
from test_lanes import lanes_taken

from praxeo.adapters.memory import MemoryRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.records import Job, Record
from praxeo.jobs.runner import run_job
from praxeo.jobs.taking import take

# A take, and a save for each step that says it is done; the last of them ends the job as well.
READING, MAKING = 2, 5
MOVES = 1  # from one lane to another: taking it there


def counted(**fields: Any) -> tuple[Praxeo, Counter[str]]:
    """A Praxeo whose saves of jobs, with all that goes with them, are counted by the job's kind."""
    saves: Counter[str] = Counter()

    def count(saved: Sequence[Record]) -> None:
        saves.update(record.kind for record in saved if isinstance(record, Job))
        saves["all"] += 1

    return build(replace(outside_in_memory(), records=MemoryRecords(count), **fields)), saves


def test_a_made_example_costs_a_save_for_each_step_and_one_for_each_claim() -> None:
    praxeo, saves = counted()
    made = add_text(praxeo)
    saves.clear()
    run_all(praxeo)
    assert praxeo.examples.get(local_user(), made.id).status == "ready"
    assert saves == {"ProcessDocument": READING, "GenerateExample": MAKING, "all": READING + MAKING}


def test_the_move_to_another_lane_costs_one_save_more() -> None:
    praxeo, saves = counted()
    made = add_text(praxeo)
    saves.clear()
    lanes_taken(praxeo)
    assert praxeo.examples.get(local_user(), made.id).status == "ready"
    assert saves["all"] == READING + MAKING + MOVES


def test_progress_is_saved_now_and_then_however_often_it_is_told() -> None:
    lease = timedelta(seconds=2)
    told = 0

    def check(html: str, *, progress: Any, **rest: Any) -> Any:
        nonlocal told
        ticks = threading.Event()
        while (current := praxeo.outside.records.get(Job, job.id)) and not seen(current):
            told += 1
            progress(min(0.1 + told / 1_000, 0.9))
            ticks.wait(0.01)
        return check_app(html, progress=progress, **rest)

    def seen(job: Job) -> bool:
        return any(0.1 < step.fraction < 1 for step in job.steps if step.name == "check")

    praxeo, saves = counted(checker=check)
    add_text(praxeo)
    records, clock = praxeo.outside.records, praxeo.outside.clock
    reading = take(records, clock, worker="test")
    assert reading is not None
    run_job(praxeo, reading)
    job = take(records, clock, worker="test")  # type: ignore[assignment]
    assert job is not None
    saves.clear()
    left = run_job(praxeo, job, lease=lease)
    assert left.status == "done"
    assert told > 10
    assert saves["GenerateExample"] <= MAKING - 1 + 2  # taking it is not among them
