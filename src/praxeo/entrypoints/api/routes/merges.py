"""/v1/merges: where a person's changes met a version written anew, and how they settle it."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from praxeo.domain.edit_records import Merge
from praxeo.domain.records import CodeSnippet, Example, Spec
from praxeo.entrypoints.api.edit_bodies import Resolutions
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.replies import caller, content, one
from praxeo.entrypoints.api.routing import table_router
from praxeo.entrypoints.api.shapes import Shape
from praxeo.merging.merged import Region, Resolution

router = table_router("merges")


class RegionList(Shape):
    """The conflicts of a merge, in the order of the text."""

    regions: list[Region]


@router.get("/{merge_id}", response_model=Merge)
async def get_merge(request: Request, merge_id: str) -> Response:
    """Read the record of a merge."""
    praxeo, actor = caller(request)
    return one(request, praxeo.merges.get(actor, merge_id))


@router.get("/{merge_id}/regions", response_model=RegionList)
async def get_merge_regions(request: Request, merge_id: str) -> Response:
    """The conflicts: what stood there before (base), your version (ours), the new one (theirs)."""
    praxeo, actor = caller(request)
    regions = praxeo.merges.regions(praxeo.merges.get(actor, merge_id))
    return content(request, RegionList(regions=list(regions)).model_dump_json().encode())


@router.post("/{merge_id}/resolve", response_model=Spec | CodeSnippet, status_code=202)
async def resolve_merge(
    request: Request, merge_id: str, body: Resolutions, key: Key = None
) -> Response:
    """Make the version that the choices, one for each conflict in order, lead to; it is checked."""
    praxeo, actor = caller(request)
    chosen = [Resolution(choice=each.choice, text=each.text) for each in body.resolutions]
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.merges.resolve(actor, merge_id, chosen),
        status=202,
        slow=True,
    )


@router.post("/{merge_id}/set_aside", response_model=Example)
async def set_merge_aside(request: Request, merge_id: str, key: Key = None) -> Response:
    """Leave spec and code as they are; the new version stays in the history."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.merges.set_aside(actor, merge_id),
        status=200,
    )
