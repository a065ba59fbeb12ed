"""/v1/code_snippets: single versions of an example's code, with what their check found."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from praxeo.domain.errors import NotFound
from praxeo.domain.records import CodeSnippet, Example
from praxeo.entrypoints.api.edit_bodies import LineCheck, VersionChange
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.replies import IfMatch, app_page, caller, content, one, version_of
from praxeo.entrypoints.api.routes.examples import HTML, PNG
from praxeo.entrypoints.api.routing import table_router

router = table_router("code_snippets")


@router.get("/{code_snippet_id}", response_model=CodeSnippet)
async def get_code_snippet(request: Request, code_snippet_id: str) -> Response:
    """Read the record of one version of the code."""
    praxeo, actor = caller(request)
    return one(request, praxeo.examples.code_snippet(actor, code_snippet_id))


@router.patch("/{code_snippet_id}", response_model=CodeSnippet)
async def change_code_snippet(
    request: Request, code_snippet_id: str, body: VersionChange, if_match: IfMatch = None
) -> Response:
    """Name one version of the code, so that it is found again."""
    praxeo, actor = caller(request)
    snippet = praxeo.examples.code_snippet(actor, code_snippet_id)
    return one(
        request,
        praxeo.examples.label(actor, snippet, body.label, version_seen=version_of(if_match)),
    )


@router.post("/{code_snippet_id}/restore", response_model=CodeSnippet, status_code=202)
async def restore_code_snippet(request: Request, code_snippet_id: str, key: Key = None) -> Response:
    """Make this version the current one again, as a new version that is checked like any other."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.restore_code(actor, code_snippet_id),
        status=202,
        slow=True,
    )


@router.get("/{code_snippet_id}/preview", responses=HTML)
async def preview_code_snippet(request: Request, code_snippet_id: str) -> Response:
    """The app itself, to be shown in a frame: in a sandbox, without any other origin's rights."""
    praxeo, actor = caller(request)
    snippet = praxeo.examples.code_snippet(actor, code_snippet_id)
    return app_page(request, praxeo.shown_app(actor, snippet))


@router.get(
    "/{code_snippet_id}/code",
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def get_code(request: Request, code_snippet_id: str) -> Response:
    """The source as plain text, for an editor."""
    praxeo, actor = caller(request)
    snippet = praxeo.examples.code_snippet(actor, code_snippet_id)
    code = praxeo.examples.code(snippet)
    kind = "text/plain; charset=utf-8"
    return content(request, code, kind, blob=snippet.code_blob, name=snippet.name)


@router.get(
    "/{code_snippet_id}/report",
    responses={200: {"content": {"application/json": {"schema": {"type": "object"}}}}},
)
async def get_report(request: Request, code_snippet_id: str) -> Response:
    """What the check of this code found."""
    praxeo, actor = caller(request)
    snippet = praxeo.examples.code_snippet(actor, code_snippet_id)
    return content(request, praxeo.examples.report(snippet))


@router.post("/{code_snippet_id}/check", response_model=Example, status_code=202)
async def check_code_snippet(
    request: Request, code_snippet_id: str, body: LineCheck, key: Key = None
) -> Response:
    """Prove one line of the report again, or the whole app; the example's `job_id` tells how it goes."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.check_line(actor, code_snippet_id, body.line),
        status=202,
    )


@router.get("/{code_snippet_id}/screenshots/{number}", responses=PNG)
async def get_screenshot(request: Request, code_snippet_id: str, number: int) -> Response:
    """A picture that the check took; `number` is its place in `screenshots`, from 0."""
    praxeo, actor = caller(request)
    shots = praxeo.examples.code_snippet(actor, code_snippet_id).screenshots
    if not 0 <= number < len(shots):
        raise NotFound("no_screenshot", "There is no such picture of this code.")
    return content(request, praxeo.outside.blobs.read(shots[number].blob), "image/png")
