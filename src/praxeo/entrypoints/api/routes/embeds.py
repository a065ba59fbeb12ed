"""/v1/embeds: published apps. Each shows one version of an example's code at one address."""

from __future__ import annotations

import json
from dataclasses import asdict

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.app import Praxeo
from praxeo.domain.access import Actor
from praxeo.domain.records import Embed
from praxeo.embeds.difference import Difference, difference
from praxeo.embeds.doors import Doors, SignedLink
from praxeo.embeds.films import Films
from praxeo.embeds.snippets import Snippets, snippets
from praxeo.entrypoints.api.bodies import EmbedChange, NewEmbed, NewLink, Pin
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.lists import EmbedList
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

router = table_router("embeds")


@router.get("", response_model=EmbedList)
async def list_embeds(
    request: Request,
    example_id: str = "",
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List embeds, newest first; of one example, if given."""
    praxeo, actor = caller(request)
    page = praxeo.embeds.list(actor, example_id=example_id, cursor=cursor, limit=limit)
    return many(request, page)


@router.post("", response_model=Embed, status_code=201)
async def create_embed(request: Request, body: NewEmbed, key: Key = None) -> Response:
    """Publish an app. Its address is the embed host's `/e/` and the embed's id."""
    praxeo, actor = caller(request)
    settings = praxeo.settings.get(actor)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.embeds.publish(
            actor,
            body.example_id,
            code_snippet_id=body.code_snippet_id or "",
            access=body.access or settings.embed_access,
            theme=settings.embed_theme if body.theme is None else body.theme,
        ),
        slow=True,
    )


@router.get("/{embed_id}", response_model=Embed)
async def get_embed(request: Request, embed_id: str) -> Response:
    """Read an embed."""
    praxeo, actor = caller(request)
    return one(request, praxeo.embeds.get(actor, embed_id))


@router.get("/{embed_id}/snippets", response_model=Snippets)
async def get_snippets(request: Request, embed_id: str) -> Response:
    """Read the address to give out, who can open it, and what is put into a page to have the app there."""
    praxeo, actor = caller(request)
    code = snippets(praxeo.embeds.get(actor, embed_id), request.app.state.shared_url)
    return content(request, json.dumps(asdict(code)).encode())


@router.get("/{embed_id}/difference", response_model=Difference)
async def get_difference(request: Request, embed_id: str) -> Response:
    """Read what an update would change for readers: items added, changed and dropped since the version shown."""
    praxeo, actor = caller(request)

    def found() -> Difference:
        return difference(praxeo.embeds, actor, praxeo.embeds.get(actor, embed_id))

    told = await run_in_threadpool(found)
    return content(request, json.dumps(asdict(told), ensure_ascii=False).encode())


@router.patch("/{embed_id}", response_model=Embed)
async def change_embed(
    request: Request,
    embed_id: str,
    body: EmbedChange,
    if_match: IfMatch = None,
) -> Response:
    """Rename an embed, change its look, who finds it or until when, withdraw it or bring it back."""
    praxeo, actor = caller(request)
    version = version_of(if_match)
    if body.films is None:
        return one(request, _change(praxeo, actor, embed_id, body, version))
    return one(request, await run_in_threadpool(_change, praxeo, actor, embed_id, body, version))


@router.post("/{embed_id}/pin", response_model=Embed)
async def pin_embed(
    request: Request,
    embed_id: str,
    body: Pin,
    if_match: IfMatch = None,
) -> Response:
    """Show another version of the app at the same address."""
    praxeo, actor = caller(request)
    version = version_of(if_match)

    def pin() -> Embed:
        return praxeo.embeds.pin(
            actor, embed_id, version=version, code_snippet_id=body.code_snippet_id or ""
        )

    return one(request, await run_in_threadpool(pin))


@router.post("/{embed_id}/roll_back", response_model=Embed)
async def roll_back_embed(request: Request, embed_id: str, if_match: IfMatch = None) -> Response:
    """Show the version before the present one again."""
    praxeo, actor = caller(request)
    version = version_of(if_match)

    def roll_back() -> Embed:
        return praxeo.embeds.roll_back(actor, embed_id, version=version)

    return one(request, await run_in_threadpool(roll_back))


@router.post("/{embed_id}/links", response_model=SignedLink, status_code=201)
async def create_link(request: Request, embed_id: str, body: NewLink) -> Response:
    """Sign a link that opens an embed until a moment. It is not kept: change the rules, and it is void."""
    praxeo, actor = caller(request)
    embed = praxeo.embeds.get(actor, embed_id, "change")
    url = request.app.state.shared_url
    link = Doors(praxeo.embeds).link(actor, embed, body.expires_at, url)
    text = json.dumps(asdict(link))
    return Response(text, 201, {"Cache-Control": "no-store"}, "application/json")


@router.post("/{embed_id}/revoke", response_model=Embed)
async def revoke_embed(request: Request, embed_id: str, if_match: IfMatch = None) -> Response:
    """Void all links that were given out, and have everybody who got in come to the door again."""
    praxeo, actor = caller(request)
    return one(request, praxeo.embeds.revoke(actor, embed_id, version=version_of(if_match)))


@router.delete("/{embed_id}", status_code=204)
async def delete_embed(request: Request, embed_id: str, if_match: IfMatch = None) -> Response:
    """Delete an embed; its address is gone for good."""
    praxeo, actor = caller(request)
    praxeo.embeds.delete(actor, embed_id, version=version_of(if_match))
    return none()


def _change(praxeo: Praxeo, actor: Actor, embed_id: str, body: EmbedChange, version: int) -> Embed:
    """At most two saves: what it is like, then whether it is there at all."""
    embeds = praxeo.embeds
    fields = body.model_dump(exclude_none=True, exclude={"published", "films"})
    if body.films is not None:
        films = Films(embeds=embeds, inputs=praxeo.inputs)
        fields["films"] = films.of(actor, embed_id) if body.films else ()
    embed = embeds.change(actor, embed_id, version=version, **fields)
    if body.published is None or body.published == embed.published:
        return embed
    switch = embeds.republish if body.published else embeds.unpublish
    return switch(actor, embed_id, version=embed.version)
