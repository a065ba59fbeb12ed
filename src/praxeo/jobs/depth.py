"""How much work there is: what the gauges of jobs say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from praxeo.domain.jobs import LANES
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import Job, utc_moment
from praxeo.ports.clock import Clock
from praxeo.ports.metrics import Metrics
from praxeo.ports.records import RecordStore

OPEN = ("queued", "waiting", "running")
COUNTED_MAX = 1_000  # of one status; more says nothing new


def note_depth(records: RecordStore, clock: Clock, metrics: Metrics) -> None:
    """Take note of the open jobs by lane and status, and of how long the oldest queued one is there."""
    oldest = dict.fromkeys(LANES, 0.0)
    for status in OPEN:
        depth = Counter(dict.fromkeys(LANES, 0))
        for job in _jobs(records, status):
            lane = job.lane or LANES[0]
            depth[lane] += 1
            if status == "queued" and not oldest[lane]:
                oldest[lane] = (clock.now() - utc_moment(job.created_at)).total_seconds()
        for lane, count in depth.items():
            metrics.note({"lane": lane, "status": status}, praxeo_jobs=count)
    for lane, seconds in oldest.items():
        metrics.note({"lane": lane}, praxeo_job_oldest_seconds=seconds)


def _jobs(records: RecordStore, status: str) -> Iterator[Job]:
    cursor = ""
    for _ in range(COUNTED_MAX // PAGE_RECORDS_MAX):
        page = records.list(Job, {"status": status}, cursor=cursor, limit=PAGE_RECORDS_MAX)
        yield from page.records
        cursor = page.cursor
        if not cursor:
            return
