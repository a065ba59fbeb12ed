"""How many jobs a waiting one still has before it."""

from __future__ import annotations

from praxeo.domain.records import Job
from praxeo.ports.records import RecordStore

PLACES_TOLD = 100  # whoever waits further back is told this place; it is the length of one look


def queue_place(records: RecordStore, job: Job) -> int:
    """The place of a queued job among those that workers of its lane take in turn: 1 is the next; 0: it does not queue.

    Another job may have been taken between two looks, so it tells how things stand, and promises nothing.
    """
    if job.status != "queued":
        return 0
    where = {"lane": str(job.lane), "status": "queued"} if job.lane else {"status": "queued"}
    queued = records.list(Job, where, limit=PLACES_TOLD).records
    before = [other.id for other in queued].index(job.id) if job in queued else len(queued)
    return min(before + 1, PLACES_TOLD)
