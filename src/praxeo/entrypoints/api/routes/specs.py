"""/v1/specs: single versions of specs."""

from __future__ import annotations

import json
from dataclasses import asdict

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.authors.coverage.report import Coverage
from praxeo.domain.records import Spec
from praxeo.editing.desk.answer import Desk
from praxeo.entrypoints.api.desk_replies import desk_body, desk_tag, seen_spec
from praxeo.entrypoints.api.edit_bodies import VersionChange
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.replies import IfMatch, caller, content, one, tag_of, tagged, version_of
from praxeo.entrypoints.api.routing import table_router

router = table_router("specs")


@router.get("/{spec_id}", response_model=Spec)
async def get_spec(request: Request, spec_id: str) -> Response:
    """Read the record of one version of a spec."""
    praxeo, actor = caller(request)
    return one(request, praxeo.examples.spec(actor, spec_id))


@router.patch("/{spec_id}", response_model=Spec)
async def change_spec(
    request: Request, spec_id: str, body: VersionChange, if_match: IfMatch = None
) -> Response:
    """Name one version of a spec, so that it is found again."""
    praxeo, actor = caller(request)
    spec = praxeo.examples.spec(actor, spec_id)
    return one(
        request, praxeo.examples.label(actor, spec, body.label, version_seen=version_of(if_match))
    )


@router.get(
    "/{spec_id}/text",
    responses={200: {"content": {"text/markdown": {"schema": {"type": "string"}}}}},
)
async def get_spec_text(request: Request, spec_id: str) -> Response:
    """The Markdown of one version of a spec."""
    praxeo, actor = caller(request)
    text = praxeo.examples.spec_text(praxeo.examples.spec(actor, spec_id))
    return content(request, text.encode(), "text/markdown; charset=utf-8")


@router.get("/{spec_id}/desk", response_model=Desk)
async def get_desk(request: Request, spec_id: str) -> Response:
    """One version of a spec as parts and items, with what is wrong with each and what it quotes.

    Its ETag is what `If-Match` of an edit takes.
    """
    praxeo, actor = caller(request)
    desk = await run_in_threadpool(praxeo.desks.show, actor, spec_id)
    body = desk_body(desk)
    return tagged(request, body, desk_tag(desk, body))


@router.get("/{spec_id}/coverage", response_model=Coverage)
async def get_coverage(request: Request, spec_id: str) -> Response:
    """Which main ideas of its source one version of a spec practises, which are only read, and why."""
    praxeo, actor = caller(request)
    coverage = await run_in_threadpool(praxeo.coverages.show, actor, spec_id)
    body = json.dumps(asdict(coverage), ensure_ascii=False).encode()
    return tagged(request, body, tag_of(body))


@router.post("/{spec_id}/restore", response_model=Spec, status_code=202)
async def restore_spec(
    request: Request, spec_id: str, if_match: IfMatch = None, key: Key = None
) -> Response:
    """Make this version the current one again, as a new version; the app follows.

    `If-Match` may name the version that you take for the current one, by the ETag of its desk.
    """
    praxeo, actor = caller(request)
    current = seen_spec(if_match) if if_match else ""
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.restore_spec(actor, spec_id, current=current),
        status=202,
        slow=True,
    )
