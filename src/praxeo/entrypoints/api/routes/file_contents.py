"""The bytes of files, on their way in and out: what the routes of documents and of recordings share.

They are sent to where `/upload` says: straight into the store where that has addresses of its own
(nothing larger than a few megabytes comes through an API Gateway), else to `/content`.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from fastapi import Request
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import Response, StreamingResponse

from praxeo.domain.errors import Refused
from praxeo.domain.texts import attachment
from praxeo.entrypoints.api.bodies import Announcement
from praxeo.entrypoints.api.lists import UploadTarget
from praxeo.entrypoints.api.replies import caller, content, elsewhere, one
from praxeo.ports.blobs import PresignedUpload
from praxeo.sources.file_room import BYTES, FileRoom

PIECE_BYTES = 1_000_000  # of a file, read and sent at once
FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {BYTES: {"schema": {"type": "string", "format": "binary"}}}},
    307: {"description": "The file is at this address for 15 minutes."},
}
RAW_BODY = {
    "requestBody": {
        "required": True,
        "content": {BYTES: {"schema": {"type": "string", "format": "binary"}}},
    }
}


def announced(request: Request, room: FileRoom[Any], input_id: str, body: Announcement) -> Response:
    """Where the bytes are to be sent."""
    _, actor = caller(request)
    target = room.announce(actor, input_id, size=body.size, content_hash=body.content_hash)
    return told_where(request, target, request.url.path.removesuffix("upload") + "content")


def told_where(request: Request, target: PresignedUpload | None, path: str) -> Response:
    """The answer that names the address in the store, or else that path of the API."""
    answer = (
        UploadTarget(url=target.url, headers=dict(target.headers))
        if target
        else UploadTarget(url=path, headers={})
    )
    return content(request, answer.model_dump_json().encode(), more={"Cache-Control": "no-store"})


async def received(request: Request, room: FileRoom[Any], input_id: str) -> Response:
    """The record with the bytes that the request brings."""
    _, actor = caller(request)
    size = int(request.headers.get("content-length", "0"))
    with room.receive(actor, input_id, size=size) as upload:
        try:
            async for chunk in request.stream():
                await run_in_threadpool(upload.write, chunk)
        except ClientDisconnect as gone:
            raise Refused("upload_interrupted", "The upload broke off; send it again.") from gone
        return one(request, await run_in_threadpool(upload.finish))


async def given_back(request: Request, room: FileRoom[Any], input_id: str) -> Response:
    """The bytes as a file to keep, or where they are."""
    _, actor = caller(request)
    source = room.get(actor, input_id)
    address = room.content_address(source)
    if address:
        return elsewhere(address)
    file = await run_in_threadpool(room.content, source)
    headers = {
        "Content-Disposition": attachment(source.name),
        "Content-Length": str(source.size),
        "Content-Security-Policy": "sandbox",
    }
    pieces = iter(partial(file.read, PIECE_BYTES), b"")
    return StreamingResponse(
        pieces, headers=headers, media_type=BYTES, background=BackgroundTask(file.close)
    )
