"""/v1/examples: the learning apps of the library."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.app import Praxeo
from praxeo.domain.access import Actor
from praxeo.domain.errors import NotFound
from praxeo.domain.records import CodeSnippet, Example, ExampleStatus, Spec
from praxeo.domain.texts import attachment
from praxeo.entrypoints.api.bodies import ExampleChange, NewExample
from praxeo.entrypoints.api.edit_bodies import NewCode, NewSpec
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.lists import CodeSnippetList, ExampleList, MergeList, SpecList
from praxeo.entrypoints.api.replies import (
    PAGE_RECORDS_DEFAULT,
    Cursor,
    IfMatch,
    Limit,
    caller,
    content,
    many,
    none,
    one,
    version_of,
)
from praxeo.entrypoints.api.routing import table_router

router = table_router("examples")
HTML: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/html": {"schema": {"type": "string"}}}}
}
PNG: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("", response_model=ExampleList)
async def list_examples(
    request: Request,
    project_id: str = "",
    status: ExampleStatus | None = None,
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List examples, newest first; of one project and in one state, if given."""
    praxeo, actor = caller(request)
    page = praxeo.examples.list(
        actor, project_id=project_id, status=status, cursor=cursor, limit=limit
    )
    return many(request, page)


@router.post("", response_model=Example, status_code=202)
async def create_example(request: Request, body: NewExample, key: Key = None) -> Response:
    """Have an example made of an input; follow its `job_id`. The input may still be being read."""
    praxeo, actor = caller(request)
    return await once(
        request, praxeo, actor, key, lambda praxeo: _create(praxeo, actor, body), status=202
    )


@router.get("/{example_id}", response_model=Example)
async def get_example(request: Request, example_id: str) -> Response:
    """Read an example's record."""
    praxeo, actor = caller(request)
    return one(request, praxeo.examples.get(actor, example_id))


@router.patch("/{example_id}", response_model=Example)
async def change_example(
    request: Request,
    example_id: str,
    body: ExampleChange,
    if_match: IfMatch = None,
) -> Response:
    """Rename, move, tag or archive an example."""
    praxeo, actor = caller(request)
    if body.project_id:
        praxeo.projects.get(actor, body.project_id)
    example = praxeo.examples.change(
        actor,
        example_id,
        version=version_of(if_match),
        title=body.title,
        project_id=body.project_id,
        tags=body.tags,
        archived=body.archived,
    )
    return one(request, example)


@router.delete("/{example_id}", status_code=204)
async def delete_example(request: Request, example_id: str, if_match: IfMatch = None) -> Response:
    """Delete an example with all versions of its spec and code, and withdraw its embeds."""
    praxeo, actor = caller(request)
    version = version_of(if_match)
    await run_in_threadpool(praxeo.delete_example, actor, example_id, version=version)
    return none()


@router.post("/{example_id}/remake", response_model=Example, status_code=202)
async def remake_example(request: Request, example_id: str, key: Key = None) -> Response:
    """Write a new spec from the input and make the app anew; a person's edits are carried over."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.again(actor, example_id),
        status=202,
    )


@router.post("/{example_id}/check", response_model=Example, status_code=202)
async def check_example(request: Request, example_id: str, key: Key = None) -> Response:
    """Run the check of the current app again; the example's `job_id` tells how it goes."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.check_again(actor, example_id),
        status=202,
    )


@router.get("/{example_id}/specs", response_model=SpecList)
async def list_specs(
    request: Request,
    example_id: str,
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List the versions of an example's spec, newest first."""
    praxeo, actor = caller(request)
    return many(request, praxeo.examples.specs(actor, example_id, cursor=cursor, limit=limit))


@router.post("/{example_id}/specs", response_model=Spec, status_code=202)
async def create_spec(
    request: Request,
    example_id: str,
    body: NewSpec,
    key: Key = None,
) -> Response:
    """Save an edited spec as a new version and have the app follow; the example's `job_id` tells how."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.edit_spec(
            actor, example_id, text=body.text, based_on=body.based_on, note=body.note
        ),
        status=202,
        slow=True,
    )


@router.get("/{example_id}/code_snippets", response_model=CodeSnippetList)
async def list_code_snippets(
    request: Request,
    example_id: str,
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List the versions of an example's code, newest first."""
    praxeo, actor = caller(request)
    page = praxeo.examples.code_snippets(actor, example_id, cursor=cursor, limit=limit)
    return many(request, page)


@router.post("/{example_id}/code_snippets", response_model=CodeSnippet, status_code=202)
async def create_code_snippet(
    request: Request,
    example_id: str,
    body: NewCode,
    key: Key = None,
) -> Response:
    """Save edited code as a new version; it is checked like any other before the example is ready."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.edit_code(
            actor, example_id, text=body.text, based_on=body.based_on
        ),
        status=202,
        slow=True,
    )


@router.get("/{example_id}/merges", response_model=MergeList)
async def list_merges(
    request: Request,
    example_id: str,
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List where a person's changes met a version written anew, newest first."""
    praxeo, actor = caller(request)
    return many(request, praxeo.merges.list(actor, example_id, cursor=cursor, limit=limit))


@router.get("/{example_id}/app", responses=HTML)
async def download_app(request: Request, example_id: str) -> Response:
    """The current app as one HTML file to keep, named after its title."""
    praxeo, actor = caller(request)
    snippet = praxeo.examples.app(actor, example_id)
    name = f"{praxeo.examples.get(actor, example_id).title}.html"
    more = {"Content-Disposition": attachment(name), "Content-Security-Policy": "sandbox"}
    code, kind = praxeo.shown_app(actor, snippet), "text/html; charset=utf-8"
    return content(request, code, kind, more, blob=snippet.code_blob, name=name)


@router.post("/{example_id}/app", response_model=Example, status_code=202)
async def make_app(request: Request, example_id: str, key: Key = None) -> Response:
    """Have the app made of the spec that was to be looked at first, as it stands now."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.edits.approve_spec(actor, example_id),
        status=202,
    )


@router.get("/{example_id}/diagnosis", response_model=dict[str, Any])
async def get_diagnosis(request: Request, example_id: str) -> Response:
    """Why the repairs of a failed app did not help: every try with its findings, and what to do next."""
    praxeo, actor = caller(request)
    example = praxeo.examples.get(actor, example_id)
    if not example.diagnosis_blob:
        raise NotFound("no_diagnosis", "No repairs of this example have failed.")
    return content(request, praxeo.outside.blobs.read(example.diagnosis_blob), "application/json")


@router.get("/{example_id}/cover", responses=PNG)
async def get_cover(request: Request, example_id: str) -> Response:
    """A picture of the app, taken when it was checked."""
    praxeo, actor = caller(request)
    example = praxeo.examples.get(actor, example_id)
    if not example.cover_blob:
        raise NotFound("no_cover", "There is no picture of this example yet.")
    return content(request, praxeo.outside.blobs.read(example.cover_blob), "image/png")


def _create(praxeo: Praxeo, actor: Actor, body: NewExample) -> Example:
    return praxeo.create_example(
        actor,
        input_type=body.input_type,
        input_id=body.input_id,
        project_id=body.project_id or "",
        title=body.title or "",
        author=body.author,
        route=body.route,
        unsupported=body.unsupported or "mark",
        offline_fallback=body.offline_fallback is not False,
        wish=body.wish,
        spec_first=body.spec_first,
    )
