"""/v1/youtube_inputs, beside what all inputs have: a link, and the captions by which the video is read."""

from __future__ import annotations

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.input_records import YoutubeInput
from praxeo.entrypoints.api.bodies import NewYoutubeInput
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.intake import takes_bytes
from praxeo.entrypoints.api.replies import caller, one
from praxeo.entrypoints.api.routes.file_contents import RAW_BODY
from praxeo.entrypoints.api.routes.inputs import input_router
from praxeo.sources.given_captions import CAPTIONS_BYTES_MAX

router = input_router("youtube_input")


@router.post("", response_model=YoutubeInput, status_code=201)
async def create_youtube_input(
    request: Request, body: NewYoutubeInput, key: Key = None
) -> Response:
    """Give a video by its link; it is read in the background by its captions: follow its `job_id`."""
    praxeo, actor = caller(request)
    project = praxeo.project_for(actor, body.project_id)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.videos.create(
            actor,
            project_id=project.id,
            url=body.url,
            captions=(body.captions or "").encode(),
            description=body.description,
        ),
    )


@router.put("/{input_id}/captions", response_model=YoutubeInput, openapi_extra=RAW_BODY)
@takes_bytes(CAPTIONS_BYTES_MAX)
async def put_captions(request: Request, input_id: str) -> Response:
    """Send the video's captions, as a file of any form that has times; then it is read (again)."""
    praxeo, actor = caller(request)
    captions = await request.body()
    return one(
        request, await run_in_threadpool(praxeo.videos.give_captions, actor, input_id, captions)
    )
