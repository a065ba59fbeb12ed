"""/v1/examples, /v1/example_changes, /v1/example_deletions: whole examples copied, changed and deleted."""

from __future__ import annotations

import json
from dataclasses import asdict

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.record_json import to_body
from praxeo.domain.records import Example
from praxeo.entrypoints.api.bodies import Bulk, BulkDeletion, Copy
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.lists import BulkResult
from praxeo.entrypoints.api.replies import caller
from praxeo.entrypoints.api.routing import table_router
from praxeo.library.bulk import BulkChange, BulkOutcome

router = table_router("examples")
# Addresses of their own: under /v1/examples they would look like the address of one example.
changes_router = table_router("example_changes")
deletions_router = table_router("example_deletions")


@router.post("/{example_id}/duplicate", response_model=Example, status_code=201)
async def duplicate_example(
    request: Request, example_id: str, body: Copy, key: Key = None
) -> Response:
    """Make a true copy: every version of spec and code as it is, with reports and pictures."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.duplicate_example(actor, example_id, title=body.title or ""),
        slow=True,
    )


@changes_router.post("", response_model=BulkResult)
async def change_examples(request: Request, body: Bulk) -> Response:
    """Move, archive or tag many examples at once. Each changes or fails by itself; failures are told."""
    praxeo, actor = caller(request)
    change = BulkChange(
        project_id=body.project_id,
        archived=body.archived,
        add_tags=body.add_tags,
        remove_tags=body.remove_tags,
    )
    return _told(await run_in_threadpool(praxeo.change_examples, actor, body.ids, change))


@deletions_router.post("", response_model=BulkResult)
async def delete_examples(request: Request, body: BulkDeletion) -> Response:
    """Delete many examples at once as they are now. Each is deleted or fails by itself; failures are told."""
    praxeo, actor = caller(request)
    outcome = await run_in_threadpool(
        praxeo.delete_examples, actor, body.ids, with_inputs=body.with_inputs
    )
    return _told(outcome)


def _told(outcome: BulkOutcome) -> Response:
    records = ",".join(to_body(record) for record in outcome.records)
    failed = json.dumps([asdict(failure) for failure in outcome.failed], ensure_ascii=False)
    return Response(f'{{"records":[{records}],"failed":{failed}}}', media_type="application/json")
