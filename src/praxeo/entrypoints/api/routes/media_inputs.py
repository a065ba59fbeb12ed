"""/v1/media_inputs, beside what all inputs have: create, send the bytes and captions, confirm; then it is read."""

from __future__ import annotations

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.input_records import MediaInput
from praxeo.domain.limits import RECORDING_BYTES_MAX, UPLOAD_PART_BYTES
from praxeo.entrypoints.api.bodies import Announcement
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.intake import takes_bytes
from praxeo.entrypoints.api.lists import PreparationQuote, Rendition, UploadTarget
from praxeo.entrypoints.api.media_bodies import NewMediaInput, WholeSize
from praxeo.entrypoints.api.replies import caller, content, one
from praxeo.entrypoints.api.routes.file_contents import (
    FILE,
    RAW_BODY,
    announced,
    given_back,
    received,
    told_where,
)
from praxeo.entrypoints.api.routes.file_parts import part_of_file
from praxeo.entrypoints.api.routes.inputs import input_router
from praxeo.sources.given_captions import CAPTIONS_BYTES_MAX
from praxeo.sources.media.made_files import file_of
from praxeo.sources.media.parts import PartUploads
from praxeo.sources.media.preparing import check_looked_at

router = input_router("media_input")


@router.post("", response_model=MediaInput, status_code=201)
async def create_media_input(request: Request, body: NewMediaInput, key: Key = None) -> Response:
    """Announce a recording; send its bytes next, to where `/upload` says or to `/content`."""
    praxeo, actor = caller(request)
    project = praxeo.project_for(actor, body.project_id)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.recordings.create(
            actor,
            project_id=project.id,
            name=body.name,
            size=body.size or 0,
            captions=(body.captions or "").encode(),
        ),
    )


@router.post("/{input_id}/upload", response_model=UploadTarget)
async def announce_media_content(request: Request, input_id: str, body: Announcement) -> Response:
    """Ask where to send the recording's bytes: a PUT to `url` with `headers`, within 15 minutes.

    The address takes just these bytes. It may be the API's own, and is then relative to this one.
    """
    return announced(request, caller(request)[0].recordings, input_id, body)


@router.put("/{input_id}/content", response_model=MediaInput, openapi_extra=RAW_BODY)
@takes_bytes(RECORDING_BYTES_MAX)
async def put_media_content(request: Request, input_id: str) -> Response:
    """Send the recording's bytes, as they are. They can be sent again until they are confirmed."""
    return await received(request, caller(request)[0].recordings, input_id)


@router.put("/{input_id}/parts/{number}", response_model=MediaInput, openapi_extra=RAW_BODY)
@takes_bytes(UPLOAD_PART_BYTES)
async def put_media_part(request: Request, input_id: str, number: int) -> Response:
    """Send a part of the recording's bytes, from 1 on, each of 8,000,000 bytes but the last; `parts` tells which have come.

    After a break go on with what is missing. Then `/complete`.
    """
    praxeo, actor = caller(request)
    data = await request.body()
    parts = PartUploads(room=praxeo.recordings)
    return one(request, await run_in_threadpool(parts.put, actor, input_id, number, data))


@router.post("/{input_id}/parts/{number}", response_model=UploadTarget)
async def announce_media_part(
    request: Request, input_id: str, number: int, body: Announcement
) -> Response:
    """Ask where to send a part: a PUT to `url` with `headers`, within 15 minutes. Where `url` is empty it is there already."""
    praxeo, actor = caller(request)
    parts = PartUploads(room=praxeo.recordings)
    target = await run_in_threadpool(
        lambda: parts.announce(
            actor, input_id, number, size=body.size, content_hash=body.content_hash
        )
    )
    return told_where(request, target, request.url.path)


@router.post("/{input_id}/complete", response_model=MediaInput)
async def complete_media_parts(request: Request, input_id: str, body: WholeSize) -> Response:
    """Say that all parts have come, and how many bytes they are together; then `/confirm`."""
    praxeo, actor = caller(request)
    parts = PartUploads(room=praxeo.recordings)
    return one(
        request, await run_in_threadpool(lambda: parts.complete(actor, input_id, size=body.size))
    )


@router.get("/{input_id}/content", responses=FILE)
async def get_media_content(request: Request, input_id: str) -> Response:
    """The recording itself, as a file to keep; it may be fetched from another address (307)."""
    return await given_back(request, caller(request)[0].recordings, input_id)


@router.put("/{input_id}/captions", response_model=MediaInput, openapi_extra=RAW_BODY)
@takes_bytes(CAPTIONS_BYTES_MAX)
async def put_media_captions(request: Request, input_id: str) -> Response:
    """Send the recording's captions, as a file of any form that has times; once it is confirmed it is read again."""
    praxeo, actor = caller(request)
    captions = await request.body()
    return one(
        request, await run_in_threadpool(praxeo.recordings.give_captions, actor, input_id, captions)
    )


@router.get("/{input_id}/preparation", response_model=PreparationQuote)
async def get_preparation_quote(request: Request, input_id: str) -> Response:
    """What preparing the recording for playing takes: seconds of one processor, and the renditions that it gives."""
    from praxeo.sources.media.ladder import processor_seconds, rungs_of

    praxeo, actor = caller(request)
    recording = praxeo.recordings.get(actor, input_id)
    check_looked_at(recording)
    assert recording.facts
    quote = PreparationQuote(
        processor_seconds=processor_seconds(recording.facts),
        renditions=[
            Rendition(width=rung.width, height=rung.height, copied=rung.copied)
            for rung in rungs_of(recording.facts.video)
        ],
    )
    return content(request, quote.model_dump_json().encode())


@router.post("/{input_id}/preparation", response_model=MediaInput, status_code=202)
async def prepare_media_input(request: Request, input_id: str, key: Key = None) -> Response:
    """Have the recording prepared for playing: pictures, sound, renditions. Follow its `preparation_job_id`."""
    praxeo, actor = caller(request)
    recording = praxeo.recordings.get(actor, input_id, "change")
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.preparations.start(actor, recording),
        status=202,
    )


@router.get("/{input_id}/files/{name}", responses=FILE)
async def get_media_file(request: Request, input_id: str, name: str) -> Response:
    """A file that was made of the recording, such as `poster.jpg`, `film.mp4` or `master.m3u8`; whole or a part (`Range`)."""
    praxeo, actor = caller(request)
    file = file_of(praxeo.recordings.get(actor, input_id), name)
    return await run_in_threadpool(part_of_file, request, praxeo.outside.blobs, file)


@router.post("/{input_id}/confirm", response_model=MediaInput, status_code=202)
async def confirm_media_input(request: Request, input_id: str, key: Key = None) -> Response:
    """Have the recording looked at and read; follow its `job_id`."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.recordings.confirm(actor, input_id),
        status=202,
    )
