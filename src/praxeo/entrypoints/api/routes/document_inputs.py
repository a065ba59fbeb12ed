"""/v1/document_inputs, beside what all inputs have: create, send the bytes, confirm; then it is read."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.input_records import DocumentInput
from praxeo.domain.limits import UPLOAD_BYTES_MAX
from praxeo.entrypoints.api.bodies import Announcement, NewDocumentInput
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.intake import takes_bytes
from praxeo.entrypoints.api.lists import UploadTarget
from praxeo.entrypoints.api.replies import (
    caller,
    content,
)
from praxeo.entrypoints.api.routes.examples import PNG
from praxeo.entrypoints.api.routes.file_contents import (
    FILE,
    RAW_BODY,
    announced,
    given_back,
    received,
)
from praxeo.entrypoints.api.routes.inputs import KEPT, input_router

router = input_router("document_input")
PAGE_PICTURE: dict[int | str, dict[str, Any]] = {
    200: {
        **PNG[200],
        "headers": {
            name: {
                "description": f"{side} of the page in PDF points.",
                "schema": {"type": "number"},
            }
            for name, side in (("X-Page-Width", "Width"), ("X-Page-Height", "Height"))
        },
    }
}


@router.post("", response_model=DocumentInput, status_code=201)
async def create_document_input(
    request: Request, body: NewDocumentInput, key: Key = None
) -> Response:
    """Announce a document; send its bytes next, to where `/upload` says or to `/content`."""
    praxeo, actor = caller(request)
    project = praxeo.project_for(actor, body.project_id)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.documents.create(
            actor, project_id=project.id, name=body.name, size=body.size or 0
        ),
    )


@router.post("/{input_id}/upload", response_model=UploadTarget)
async def announce_document_content(
    request: Request, input_id: str, body: Announcement
) -> Response:
    """Ask where to send the document's bytes: a PUT to `url` with `headers`, within 15 minutes.

    The address takes just these bytes. It may be the API's own, and is then relative to this one.
    """
    return announced(request, caller(request)[0].documents, input_id, body)


@router.put("/{input_id}/content", response_model=DocumentInput, openapi_extra=RAW_BODY)
@takes_bytes(UPLOAD_BYTES_MAX)
async def put_document_content(request: Request, input_id: str) -> Response:
    """Send the document's bytes, as they are. They can be sent again until they are confirmed."""
    return await received(request, caller(request)[0].documents, input_id)


@router.get("/{input_id}/content", responses=FILE)
async def get_document_content(request: Request, input_id: str) -> Response:
    """The document itself, as a file to keep; it may be fetched from another address (307)."""
    return await given_back(request, caller(request)[0].documents, input_id)


@router.post("/{input_id}/confirm", response_model=DocumentInput, status_code=202)
async def confirm_document_input(request: Request, input_id: str, key: Key = None) -> Response:
    """Have the document read; follow its `job_id`."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.documents.confirm(actor, input_id),
        status=202,
    )


@router.get("/{input_id}/pages/{number}", responses=PAGE_PICTURE)
async def get_page(request: Request, input_id: str, number: int) -> Response:
    """A page of a PDF as a picture, from 1; its boxes are measured in the points of its size."""
    praxeo, actor = caller(request)
    document = praxeo.documents.get(actor, input_id)
    image = await run_in_threadpool(praxeo.documents.page_image, document, number)
    size = {"X-Page-Width": f"{image.width:g}", "X-Page-Height": f"{image.height:g}"}
    return content(request, image.png, "image/png", size | {"Cache-Control": KEPT})
