"""Answers: records and lists as JSON with ETags, 304 for what the caller has already, `If-Match`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Annotated, TypeVar

from fastapi import Header, Query, Request
from starlette.responses import RedirectResponse, Response

from praxeo.app import Praxeo
from praxeo.domain.access import Actor, local_user, truncated
from praxeo.domain.app_policy import framed_by, guarded
from praxeo.domain.errors import Conflict, Refused
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.record_json import to_body
from praxeo.domain.records import Record
from praxeo.library.saving import noted
from praxeo.observability.context import request_id
from praxeo.ports.records import Page
from praxeo.sources.uploads import ADDRESS_SECONDS

R = TypeVar("R", bound=Record)

REVALIDATE = "private, no-cache"
PAGE_RECORDS_DEFAULT = 50
ANSWER_BYTES_MAX = 4_000_000  # a Lambda answers with 6 MB at most, a third of it lost to base64


def caller(request: Request) -> tuple[Praxeo, Actor]:
    """The product behind this API, and who asks for it, with their rights and from where.

    This is a call and no dependency of the framework, because those take a third of the time of a
    short read.
    """
    state = request.app.state
    return state.praxeo, state.actor_of(request)


def local_caller(request: Request) -> Actor:
    """Who asks on one's own machine: there is one user and no login."""
    address = truncated(request.client.host) if request.client else ""
    return local_user(address=address, request_id=request_id())


def note_refusal(request: Request) -> None:
    """Leave an event of what the caller tried and may not do: the operation and what it is about."""
    praxeo, actor = caller(request)
    subject_id = next(iter(request.path_params.values()), "")
    noted(praxeo.outside, actor, request.scope["route"].name, str(subject_id), "refused")


Cursor = Annotated[str, Query(max_length=300, description="Where to go on: `cursor` of a list.")]
Limit = Annotated[int, Query(ge=1, le=PAGE_RECORDS_MAX, description="How many, at most.")]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        description='ETag of the version that is to be changed, such as `"3"`. Required.',
    ),
]


def etag_of(record: Record) -> str:
    """The strong ETag of a record: its version."""
    return f'"{record.version}"'


def version_of(if_match: str | None) -> int:
    """The version that `If-Match` names.

    Raises Refused("if_match_required") if there is none, Conflict for one that no record ever has.
    """
    if not if_match:
        raise Refused("if_match_required", "Say with If-Match which version you want to change.")
    version = if_match.strip().strip('"')
    if not version.isascii() or not version.isdigit() or len(version) > 15:
        raise Conflict("changed_meanwhile", "This has been changed meanwhile; read it again.")
    return int(version)


def one(request: Request, record: Record, *, status: int = 200, location: str = "") -> Response:
    """A record, or 304 if the caller has this version."""
    headers = {"Location": location} if location else {}
    return tagged(request, to_body(record).encode(), etag_of(record), status=status, more=headers)


def many(request: Request, page: Page[R]) -> Response:
    """A page of a list, or 304 if the caller has just this page."""
    bodies = ",".join(page.bodies)
    return content(request, f'{{"records":[{bodies}],"cursor":{json.dumps(page.cursor)}}}'.encode())


def content(
    request: Request,
    body: bytes,
    media_type: str = "application/json",
    more: Mapping[str, str] | None = None,
    *,
    blob: str = "",
    name: str = "",
) -> Response:
    """Bytes with their hash as ETag, or 304 if the caller has them.

    What no Lambda could answer with is fetched from the store (307), where that has addresses and `blob`
    is the key of these bytes; `name` is what they are called there.
    """
    if blob and len(body) > ANSWER_BYTES_MAX:
        blobs = caller(request)[0].outside.blobs
        address = blobs.presigned_download(
            blob, name=name, media_type=media_type, seconds=ADDRESS_SECONDS
        )
        if address:
            return elsewhere(address)
    return tagged(request, body, tag_of(body), media_type=media_type, more=more)


def tag_of(body: bytes) -> str:
    """The ETag of bytes that have no version: their hash."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def elsewhere(address: str) -> Response:
    """Leads to an address that is good for a while and nobody else's."""
    return RedirectResponse(address, headers={"Cache-Control": "no-store"})


def app_page(request: Request, html: bytes) -> Response:
    """Generated code, to be shown in a frame of the studio.

    It never runs with the rights of the API's origin, nor reaches anything: guard and headers see to that.
    """
    ancestors = " ".join(["'self'", *sorted(request.app.state.origins)])
    return content(request, guarded(html), "text/html; charset=utf-8", framed_by(ancestors))


def tagged(
    request: Request,
    body: bytes,
    etag: str,
    *,
    status: int = 200,
    media_type: str = "application/json",
    more: Mapping[str, str] | None = None,
) -> Response:
    """An answer with this ETag; 304 to a GET that names it in `If-None-Match`."""
    headers = {"ETag": etag, "Cache-Control": REVALIDATE, **(more or {})}
    if request.method == "GET" and _has(request.headers.get("if-none-match", ""), etag):
        return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type)


def none() -> Response:
    """The answer after something was deleted."""
    return Response(status_code=204)


def _has(if_none_match: str, etag: str) -> bool:
    known: Sequence[str] = [part.strip().removeprefix("W/") for part in if_none_match.split(",")]
    return etag in known or "*" in known
