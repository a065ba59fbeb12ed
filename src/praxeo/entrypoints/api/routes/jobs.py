"""/v1/jobs: background work as a resource, to be read again or waited for."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from praxeo.app import Praxeo
from praxeo.domain.access import Actor
from praxeo.domain.record_json import to_body
from praxeo.domain.records import Job
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.lists import JobList, PlacedJob
from praxeo.entrypoints.api.replies import (
    PAGE_RECORDS_DEFAULT,
    Cursor,
    Limit,
    caller,
    etag_of,
    many,
    tagged,
)
from praxeo.entrypoints.api.routing import table_router
from praxeo.jobs.control import cancel_job, get_job, list_jobs, retry_job
from praxeo.jobs.queue_place import queue_place

WAIT_SECONDS_MAX = 30
LOOK_SECONDS = 0.1  # how often a waiting request looks; one look costs some microseconds

router = table_router("jobs")
Wait = Annotated[
    float,
    Query(
        ge=0,
        le=WAIT_SECONDS_MAX,
        description="Seconds to wait for a change, if `If-None-Match` names the present version.",
    ),
]


@router.get("", response_model=JobList)
async def list_all_jobs(
    request: Request,
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List jobs, newest first."""
    praxeo, actor = caller(request)
    return many(request, list_jobs(praxeo, actor, cursor=cursor, limit=limit))


@router.get("/{job_id}", response_model=PlacedJob)
async def get_one_job(request: Request, job_id: str, wait: Wait = 0) -> Response:
    """Read a job: its steps with their progress, and its place while it queues. With `wait` and
    `If-None-Match` it answers when there is news, or with 304 when the time is over."""
    praxeo, actor = caller(request)
    loop = asyncio.get_running_loop()
    end = loop.time() + wait
    known = request.headers.get("if-none-match", "")
    job, place = _placed(praxeo, actor, job_id)
    while _tag(job, place) in known and loop.time() < end and not await request.is_disconnected():
        await asyncio.sleep(LOOK_SECONDS)
        job, place = _placed(praxeo, actor, job_id)
    body = f'{to_body(job)[:-1]},"queue_place":{place}}}'
    return tagged(request, body.encode(), _tag(job, place))


def _placed(praxeo: Praxeo, actor: Actor, job_id: str) -> tuple[Job, int]:
    job = get_job(praxeo, actor, job_id)
    return job, queue_place(praxeo.outside.records, job)


def _tag(job: Job, place: int) -> str:
    """A job that moves up in the queue has news for who waits, though its record is the same."""
    return f'"{job.version}-{place}"' if place else etag_of(job)


@router.post("/{job_id}/cancel", response_model=Job)
async def cancel_one_job(request: Request, job_id: str, key: Key = None) -> Response:
    """Stop a job; what it has finished so far is kept."""
    praxeo, actor = caller(request)
    return await once(
        request, praxeo, actor, key, lambda praxeo: cancel_job(praxeo, actor, job_id), status=200
    )


@router.post("/{job_id}/retry", response_model=Job, status_code=202)
async def retry_one_job(request: Request, job_id: str, key: Key = None) -> Response:
    """Have the work of a failed or stopped job tried again, as a new job."""
    praxeo, actor = caller(request)
    return await once(
        request, praxeo, actor, key, lambda praxeo: retry_job(praxeo, actor, job_id), status=202
    )
