"""/v1/embeds/{id}/usage: how a published app is used, as sums of days."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import Annotated

from fastapi import Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.errors import Refused, Unavailable
from praxeo.embeds.usage.report import UsageReport, usage_csv, usage_report
from praxeo.entrypoints.api.replies import caller, content
from praxeo.entrypoints.api.routing import table_router

router = table_router("embeds")
DAYS_DEFAULT, DAYS_MAX = 28, 400
Version = Annotated[str, Query(pattern=r"^[0-9a-f]{0,64}$", description="Left out: all versions.")]


@router.get("/{embed_id}/usage", response_model=UsageReport)
async def get_usage(
    request: Request,
    embed_id: str,
    since: date | None = None,
    until: date | None = None,
    version: Version = "",
) -> Response:
    """Read how a published app is used: visits, time, how far people come, what is answered wrong, and with what."""
    report = await _report(request, embed_id, since, until, version)
    return content(request, json.dumps(asdict(report), ensure_ascii=False).encode())


@router.get("/{embed_id}/usage.csv", responses={200: {"content": {"text/csv": {}}}})
async def get_usage_table(
    request: Request,
    embed_id: str,
    since: date | None = None,
    until: date | None = None,
    version: Version = "",
) -> Response:
    """Read how its exercises are answered, as a table for a spreadsheet."""
    report = await _report(request, embed_id, since, until, version)
    name = {"Content-Disposition": f'attachment; filename="{embed_id}.csv"'}
    return content(request, usage_csv(report).encode(), "text/csv; charset=utf-8", name)


async def _report(
    request: Request, embed_id: str, since: date | None, until: date | None, version: str
) -> UsageReport:
    praxeo, actor = caller(request)
    embed = praxeo.embeds.get(actor, embed_id)
    tally = praxeo.outside.tally
    if tally is None:
        raise Unavailable("usage_not_counted", "Here visits are not counted yet.", retryable=False)
    last = until or praxeo.outside.clock.now().date()
    first = since or last - timedelta(days=DAYS_DEFAULT - 1)
    if not timedelta(0) <= last - first <= timedelta(days=DAYS_MAX):
        raise Refused("bad_days", f"Ask for at least one day and at most {DAYS_MAX}.")

    def read() -> UsageReport:
        return usage_report(tally.cells(embed.id, first, last), first, last, version)

    return await run_in_threadpool(read)
