"""/v1/audit_events: who did what to which record, from where, and what was refused to whom."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from starlette.responses import Response

from praxeo.entrypoints.api.lists import AuditEventList
from praxeo.entrypoints.api.replies import PAGE_RECORDS_DEFAULT, Cursor, Limit, caller, many
from praxeo.entrypoints.api.routing import table_router
from praxeo.library.trail import list_events

router = table_router("audit_events")
SubjectId = Annotated[str, Query(description="Only what was done to this record.")]


@router.get("", response_model=AuditEventList)
async def list_audit_events(
    request: Request,
    subject_id: SubjectId = "",
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List what was done and refused in the account, newest first; kept for 400 days."""
    praxeo, actor = caller(request)
    records = praxeo.outside.records
    page = list_events(records, actor, subject_id=subject_id, cursor=cursor, limit=limit)
    return many(request, page)
