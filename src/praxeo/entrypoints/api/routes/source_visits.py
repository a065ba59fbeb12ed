"""/v1/examples/…/source_visit: whether the sources of an example still say what was read of them."""

from __future__ import annotations

import json
from dataclasses import asdict

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.records import Example, Job
from praxeo.domain.source_visits import VisitFound
from praxeo.entrypoints.api.desk_replies import seen_spec
from praxeo.entrypoints.api.edit_bodies import SettledSources
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.replies import IfMatch, caller, tag_of, tagged
from praxeo.entrypoints.api.routing import table_router

router = table_router("examples")


@router.get("/{example_id}/source_visit", response_model=VisitFound)
async def get_source_visit(request: Request, example_id: str) -> Response:
    """What the last visit found: each source, and the items that rest on changed sentences, as they would be."""
    praxeo, actor = caller(request)
    found = await run_in_threadpool(praxeo.source_changes.show, actor, example_id)
    body = json.dumps(asdict(found), ensure_ascii=False).encode()
    told = tag_of(body).strip('"')
    return tagged(request, body, f'"{found.spec_id}.{told[:16]}"')


@router.post("/{example_id}/source_visit", response_model=Job, status_code=202)
async def visit_sources(request: Request, example_id: str, key: Key = None) -> Response:
    """Have the sources visited again; follow the job, then read what was found. Nothing is changed by it."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.source_changes.visit(actor, example_id),
        status=202,
    )


@router.post("/{example_id}/source_visit/settle", response_model=Example, status_code=202)
async def settle_sources(
    request: Request,
    example_id: str,
    body: SettledSources,
    if_match: IfMatch = None,
    key: Key = None,
) -> Response:
    """Take over what the sources say now for some items, and leave the others; a new version, and the app follows.

    `If-Match` names the version of the spec that you saw: the ETag of the visit. What is published stays as it is.
    """
    praxeo, actor = caller(request)
    current = seen_spec(if_match)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.source_changes.settle(actor, example_id, body.take, current=current),
        status=202,
        slow=True,
    )
