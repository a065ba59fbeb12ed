"""/v1/ledger_entries: every call of a model and its price."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from pydantic import TypeAdapter
from starlette.responses import Response

from praxeo.entrypoints.api.lists import LedgerEntryList
from praxeo.entrypoints.api.replies import (
    PAGE_RECORDS_DEFAULT,
    Cursor,
    Limit,
    caller,
    content,
    many,
)
from praxeo.entrypoints.api.routing import table_router
from praxeo.models.service import Totals

router = table_router("ledger_entries")
ExampleId = Annotated[str, Query(description="Only the calls for this example.")]
Day = Annotated[
    str, Query(description="Only the calls of this day (UTC).", pattern=r"^(\d{4}-\d\d-\d\d)?$")
]


@router.get("", response_model=LedgerEntryList)
async def list_ledger_entries(
    request: Request,
    example_id: ExampleId = "",
    day: Day = "",
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List calls of models, newest first; `example_id` goes before `day`."""
    praxeo, actor = caller(request)
    page = praxeo.models.ledger.list(
        actor.account, example_id=example_id, day=day, cursor=cursor, limit=limit
    )
    return many(request, page)


@router.get("/totals", response_model=Totals)
async def get_ledger_totals(
    request: Request, example_id: ExampleId = "", day: Day = ""
) -> Response:
    """Add up the calls of an example, of a day, or (the newest ten thousand) of all time."""
    praxeo, actor = caller(request)
    totals = praxeo.models.totals(actor, example_id=example_id, day=day)
    return content(request, TypeAdapter(Totals).dump_json(totals))
