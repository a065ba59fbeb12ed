"""/v1/change_requests: changes of an example that were asked for in words, and what came of them."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from praxeo.compile.picked_element import Element
from praxeo.domain.edit_records import ChangeRequest
from praxeo.entrypoints.api.edit_bodies import NewChangeRequest
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.lists import ChangeRequestList
from praxeo.entrypoints.api.replies import (
    PAGE_RECORDS_DEFAULT,
    Cursor,
    Limit,
    caller,
    many,
    one,
)
from praxeo.entrypoints.api.routing import table_router

router = table_router("change_requests")
of_examples = table_router("examples")


@router.get("/{change_request_id}", response_model=ChangeRequest)
async def get_change_request(request: Request, change_request_id: str) -> Response:
    """What was asked for, and what came of it: changed, unchanged because, or failed because."""
    praxeo, actor = caller(request)
    return one(request, praxeo.change_requests.get(actor, change_request_id))


@of_examples.get("/{example_id}/change_requests", response_model=ChangeRequestList)
async def list_change_requests(
    request: Request,
    example_id: str,
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List what was asked for of this example in words, newest first."""
    praxeo, actor = caller(request)
    return many(request, praxeo.change_requests.list(actor, example_id, cursor=cursor, limit=limit))


@of_examples.post("/{example_id}/change_requests", response_model=ChangeRequest, status_code=202)
async def create_change_request(
    request: Request, example_id: str, body: NewChangeRequest, key: Key = None
) -> Response:
    """Ask for a change in words. A model writes it, the app is checked; the example's `job_id` tells how it goes."""
    praxeo, actor = caller(request)
    given = body.element
    element = Element(**given.model_dump()) if given else None
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.change_requests.create(
            actor, example_id, words=body.words, element=element, based_on=body.based_on or ""
        ),
        status=202,
        slow=True,
    )
