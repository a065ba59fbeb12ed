"""Two regions over tables that replicate with a delay, where the last writer wins: no job runs twice.

Sweep, takes and nudges are the real ones. A region's clock and workers are on or off as its templates say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from plain_praxeo import CountedIds, HandClock

from praxeo.adapters.memory import MemoryRecords
from praxeo.domain.access import local_user
from praxeo.domain.catalog import table_of
from praxeo.domain.jobs import GenerateExample, new_job
from praxeo.domain.record_json import to_body
from praxeo.domain.records import Job, Lane, Record, changed, first_of, utc_text
from praxeo.jobs.nudging import NudgeForJobs
from praxeo.jobs.taking import LEASE, can_be_taken, sweep, take_this

JOBS, JOB_SECONDS, WORKERS = 24, 50, 2
HANDED_OVER_AFTER = 120  # as the runbook says
LAGS = (1, 10, 60)


class Replica(MemoryRecords):
    """One region's copy of the tables."""

    def receive(self, record: Record) -> None:
        """Take what another region wrote, unless this one wrote later."""
        kind = type(record)
        mine = self.get(kind, record.id)
        if mine is None or mine.updated_at <= record.updated_at:
            self._bodies[table_of(kind).name][record.id] = to_body(record)


@dataclass
class Region:
    """A queue, a clock and workers, over a replica. Counts the runs that it begins."""

    clock: HandClock
    on: bool
    runs: Counter[str]
    records: Replica = field(init=False)
    sent: list[Record] = field(default_factory=list)
    queue: list[str] = field(default_factory=list)
    running: list[tuple[Job, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        nudge = NudgeForJobs(nudges=self, clock=self.clock)  # type: ignore[arg-type]

        def told(saved: Sequence[Record]) -> None:
            self.sent.extend(saved)
            nudge(saved)

        self.records = Replica(after_save=told)

    def send(self, job_id: str, *, lane: Lane, after_seconds: float = 0) -> None:
        self.queue.append(job_id)

    def second(self, at: int) -> None:
        """What happens here in one second."""
        self.running = [self._further(job, left - 1) for job, left in self.running if left > 0]
        if self.on and at % 60 == 0:
            sweep(self.records, self.clock, self)  # type: ignore[arg-type]
        while self.on and self.queue and len(self.running) < WORKERS:
            job = self.records.get(Job, self.queue.pop(0))
            if job is None or not can_be_taken(job, self.clock.now()):
                continue
            if taken := take_this(self.records, self.clock, job, worker="w"):
                self.runs[job.id] += 1
                self.running.append((taken, JOB_SECONDS))

    def _further(self, job: Job, left: float) -> tuple[Job, float]:
        now = self.clock.now()
        if left > 0 and left % 5:
            return job, left
        until = utc_text(now + LEASE) if left > 0 else ""
        status = "running" if left > 0 else "done"
        held = changed(job, now, status=status, lease_until=until)
        return first_of(Job, self.records.save(held)), left


def played(
    lag: int, *, on: tuple[bool, bool], handed_over: int = 0, pause: int = 0
) -> Counter[str]:
    """How often each job was begun in twenty minutes.

    `handed_over` is the second at which the first region is switched off; `pause` later the other one is on.
    """
    clock, runs, ids = HandClock(), Counter[str](), CountedIds()
    regions = [Region(clock, each, runs) for each in on]
    under_way: list[tuple[int, int, Record]] = []
    for at in range(1200):
        clock.move(1)
        if at < JOBS:  # requests reach both regions' APIs
            job = new_job(
                GenerateExample(example_id=f"exa_{at}"),
                actor=local_user(),
                subject_id=f"exa_{at}",
                id=ids.new("job"),
                now=utc_text(clock.now()),
            )
            regions[at % 2].records.save(job)
        if handed_over and at == handed_over:
            regions[0].on = False
        if handed_over and at == handed_over + pause:
            regions[1].on = True
        for number, region in enumerate(regions):
            region.second(at)
            under_way += [(at + lag, 1 - number, record) for record in region.sent]
            region.sent.clear()
        for _, number, record in [one for one in under_way if one[0] <= at]:
            regions[number].records.receive(record)
        under_way = [one for one in under_way if one[0] > at]
    return runs


@pytest.mark.parametrize("lag", LAGS)
def test_with_one_region_active_every_job_runs_once_wherever_it_was_asked_for(lag: int) -> None:
    runs = played(lag, on=(True, False))
    assert (len(runs), set(runs.values())) == (JOBS, {1})


@pytest.mark.parametrize("lag", LAGS)
@pytest.mark.parametrize("at", [30, 75, 130, 200])
def test_a_region_that_takes_over_as_the_runbook_says_repeats_nothing(lag: int, at: int) -> None:
    runs = played(lag, on=(True, False), handed_over=at, pause=HANDED_OVER_AFTER)
    assert (len(runs), set(runs.values())) == (JOBS, {1})


def test_two_active_regions_would_run_jobs_twice() -> None:
    """The fault that this guards against, planted."""
    assert max(played(60, on=(True, True)).values()) > 1


def test_a_region_that_takes_over_at_once_would_run_jobs_twice() -> None:
    """The two minutes of the runbook are needed."""
    assert max(played(60, on=(True, False), handed_over=75, pause=0).values()) > 1


def test_a_lease_is_shorter_than_the_wait_of_the_runbook_with_the_longest_lag() -> None:
    assert timedelta(seconds=max(LAGS)) + LEASE < timedelta(seconds=HANDED_OVER_AFTER)
