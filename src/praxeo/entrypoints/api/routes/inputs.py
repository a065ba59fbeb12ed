"""/v1/document_inputs, /v1/youtube_inputs, …: what can be done with an input of any kind.

The routes follow from the table of kinds: a kind that has a room has them all.
"""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from pydantic import create_model
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.errors import NotFound
from praxeo.domain.input_records import Input, InputType
from praxeo.entrypoints.api.bodies import Given, InputChange, NewInput
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.lists import EvidenceParts, list_of
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
from praxeo.entrypoints.api.topic_bodies import DepthField, Queries
from praxeo.sources.inputs import KINDS, type_of

# What else may be said with what is given, by its kind.
HOW: dict[InputType, dict[str, Any]] = {
    "topic_input": {"depth": (DepthField, "quick"), "queries": (Queries, ())}
}
KEPT = "private, max-age=3600"  # what was read never changes
PICTURE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"image/webp": {"schema": {"type": "string", "format": "binary"}}}}
}
EXTRACTION: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {"schema": {"type": "object"}}}}
}


def input_router(input_type: InputType) -> APIRouter:
    """The routes of one kind of input."""
    router = table_router(f"{input_type}s")
    _add_list(router, input_type)
    if KINDS[input_type].given:
        _add_create(router, input_type)
    _add_record(router, input_type)
    _add_change(router, input_type)
    _add_what_was_read(router, input_type)
    _add_block_parts(router, input_type)
    _add_delete(router, input_type)
    return router


def _add_list(router: APIRouter, input_type: InputType) -> None:
    async def list_inputs(
        request: Request,
        project_id: str = "",
        cursor: Cursor = "",
        limit: Limit = PAGE_RECORDS_DEFAULT,
    ) -> Response:
        praxeo, actor = caller(request)
        page = praxeo.inputs.list(
            actor, input_type, project_id=project_id, cursor=cursor, limit=limit
        )
        return many(request, page)

    router.get(
        "",
        name=f"list_{input_type}s",
        description=f"List {KINDS[input_type].word}s, newest first; of one project, if given.",
        response_model=list_of(KINDS[input_type].record),
    )(list_inputs)


def _add_record(router: APIRouter, input_type: InputType) -> None:
    async def get_input(request: Request, input_id: str) -> Response:
        return one(request, _of_type(request, input_type, input_id))

    router.get(
        "/{input_id}",
        name=f"get_{input_type}",
        description=f"Read a {KINDS[input_type].word}'s record: its state, and what it says about itself.",
        response_model=KINDS[input_type].record,
    )(get_input)


def _add_change(router: APIRouter, input_type: InputType) -> None:
    async def change_input(
        request: Request, input_id: str, body: InputChange, if_match: IfMatch = None
    ) -> Response:
        praxeo, actor = caller(request)
        source = _of_type(request, input_type, input_id)
        return one(
            request,
            praxeo.inputs.choose_channels(
                actor, source.id, body.channels, version=version_of(if_match)
            ),
        )

    router.patch(
        "/{input_id}",
        name=f"change_{input_type}",
        description="Choose what is taught of what was set aside: speaker's notes, reviewers' comments, hidden "
        "and private passages. It counts from the next making on.",
        response_model=KINDS[input_type].record,
    )(change_input)


def _add_what_was_read(router: APIRouter, input_type: InputType) -> None:
    word = KINDS[input_type].word

    async def get_extraction(request: Request, input_id: str) -> Response:
        source = _of_type(request, input_type, input_id)
        return content(
            request,
            caller(request)[0].inputs.extraction_json(source),
            blob=source.extraction_blob,
            name=f"{source.called}.json",
        )

    router.get(
        "/{input_id}/extraction",
        name=f"get_{input_type}_extraction",
        description=f"What was read from the {word}: metadata, warnings, every block with its "
        "place, the passages that were set aside by their channel, and the ledger of what was seen and kept.",
        responses=EXTRACTION,
    )(get_extraction)

    async def get_picture(request: Request, input_id: str, content_hash: str) -> Response:
        source = _of_type(request, input_type, input_id)
        inputs = caller(request)[0].inputs
        picture = await run_in_threadpool(inputs.picture, source, content_hash)
        return content(request, picture, "image/webp", {"Cache-Control": KEPT})

    router.get(
        "/{input_id}/pictures/{content_hash}",
        name=f"get_{input_type}_picture",
        description=f"The picture of a figure of the {word}, by the hash that its block names.",
        responses=PICTURE,
    )(get_picture)


def _add_block_parts(router: APIRouter, input_type: InputType) -> None:
    async def get_block_parts(request: Request, input_id: str, block_id: str) -> Response:
        source = _of_type(request, input_type, input_id)
        inputs = caller(request)[0].inputs
        parts = await run_in_threadpool(inputs.evidence_parts, source, block_id)
        found = EvidenceParts(block_id=block_id, parts=list(parts))
        return content(request, found.model_dump_json().encode())

    router.get(
        "/{input_id}/blocks/{block_id}",
        name=f"get_{input_type}_block_parts",
        description="What evidence references to this block mean, such as `b12.1`: its sentences, "
        "rows or lines.",
        response_model=EvidenceParts,
    )(get_block_parts)


def _add_delete(router: APIRouter, input_type: InputType) -> None:
    async def delete_input(request: Request, input_id: str, if_match: IfMatch = None) -> Response:
        praxeo, actor = caller(request)
        source = _of_type(request, input_type, input_id)
        praxeo.inputs.delete(actor, source.id, version=version_of(if_match))
        return none()

    router.delete(
        "/{input_id}",
        name=f"delete_{input_type}",
        description=f"Delete a {KINDS[input_type].word} and what was read from it.",
        status_code=204,
    )(delete_input)


def _add_create(router: APIRouter, input_type: InputType) -> None:
    """The route by which a person gives a text that is an input of this kind."""
    kind, more = KINDS[input_type], HOW.get(input_type, {})
    name = kind.record.__name__

    async def create_input(request: Request, body: NewInput, key: Key = None) -> Response:
        praxeo, actor = caller(request)
        project = praxeo.project_for(actor, body.project_id)
        given, how = getattr(body, kind.given), {name: getattr(body, name) for name in more}
        return await once(
            request,
            praxeo,
            actor,
            key,
            lambda praxeo: praxeo.inputs.create(
                actor, input_type, project_id=project.id, given=given, **how
            ),
        )

    field: dict[str, Any] = {kind.given: (Given, ...), **more}
    create_input.__annotations__["body"] = create_model(
        f"New{name}", __base__=NewInput, __doc__=f"A {kind.word}.", **field
    )
    router.post(
        "",
        name=f"create_{input_type}",
        description=f"Give a {kind.word}; it is read in the background: follow its `job_id`.",
        response_model=kind.record,
        status_code=201,
    )(create_input)


def _of_type(request: Request, input_type: InputType, input_id: str) -> Input:
    praxeo, actor = caller(request)
    source = praxeo.inputs.get(actor, input_id)
    if type_of(source) != input_type:
        raise NotFound("not_found", f"There is no such {input_type.replace('_', ' ')}.")
    return source
