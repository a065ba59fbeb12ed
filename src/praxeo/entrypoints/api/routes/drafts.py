"""/v1/examples/…/draft: a spec or code that is being written, judged and shown without being saved."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import parse_qs

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.errors import Refused
from praxeo.domain.limits import CODE_BYTES_MAX
from praxeo.entrypoints.api.edit_bodies import Draft
from praxeo.entrypoints.api.intake import takes_bytes
from praxeo.entrypoints.api.lists import DraftFaults
from praxeo.entrypoints.api.problems import told_fault
from praxeo.entrypoints.api.replies import app_page, caller, content
from praxeo.entrypoints.api.routes.examples import HTML
from praxeo.entrypoints.api.routing import table_router

router = table_router("examples")
FIELDS_MAX = 4  # of the form; it has one
FORM_BYTES_MAX = 3 * CODE_BYTES_MAX  # a byte takes up to three in a form
FORM: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "required": ["text"],
                    "properties": {"text": {"type": "string"}},
                }
            }
        },
    }
}


@router.post("/{example_id}/draft/faults", response_model=DraftFaults)
async def find_draft_faults(request: Request, example_id: str, body: Draft) -> Response:
    """Tell by line what keeps a draft of the spec from becoming an app. Nothing is saved."""
    praxeo, actor = caller(request)
    found = await run_in_threadpool(praxeo.drafts.faults, actor, example_id, body.text)
    faults = [told_fault(fault) for fault in found]
    return content(request, DraftFaults(faults=faults).model_dump_json(exclude_none=True).encode())


@router.post("/{example_id}/draft/{kind}/app", responses=HTML, openapi_extra=FORM)
@takes_bytes(FORM_BYTES_MAX)
async def show_draft_app(
    request: Request, example_id: str, kind: Literal["spec", "code"]
) -> Response:
    """The app of a draft, to be shown in a frame as a saved one is. Nothing is saved.

    It takes a form, so that a page can send it into a frame, where this answer's policy holds
    instead of the page's own.
    """
    praxeo, actor = caller(request)
    text = await run_in_threadpool(_text_of, await request.body())
    make = praxeo.drafts.app if kind == "spec" else praxeo.drafts.code
    return app_page(request, await run_in_threadpool(make, actor, example_id, text))


def _text_of(form: bytes) -> str:
    try:
        fields = parse_qs(form.decode(), keep_blank_values=True, max_num_fields=FIELDS_MAX)
    except ValueError as error:
        raise Refused("bad_form", "The form of the request cannot be read.") from error
    if "text" not in fields:
        raise Refused("bad_form", "The form of the request has no field “text”.")
    return fields["text"][0].replace("\r\n", "\n")
