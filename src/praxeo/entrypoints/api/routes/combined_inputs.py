"""/v1/combined_inputs, beside what all inputs have: put inputs together, choose among them."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from praxeo.domain.input_records import CombinedInput
from praxeo.entrypoints.api.bodies import ChosenParts, NewCombinedInput
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.replies import IfMatch, caller, one, version_of
from praxeo.entrypoints.api.routes.inputs import input_router

router = input_router("combined_input")


@router.post("", response_model=CombinedInput, status_code=201)
async def create_combined_input(
    request: Request, body: NewCombinedInput, key: Key = None
) -> Response:
    """Put inputs together, so that one app is made of them; they are joined in the background.

    They may still be being read. Every place of the combination names the source that it is of.
    """
    praxeo, actor = caller(request)
    project = praxeo.project_for(actor, body.project_id)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.combinations.create(
            actor, project_id=project.id, input_ids=body.input_ids, title=body.title or ""
        ),
    )


@router.put("/{input_id}/chosen", response_model=CombinedInput)
async def choose_parts(
    request: Request, input_id: str, body: ChosenParts, if_match: IfMatch = None
) -> Response:
    """Say which of the inputs are taught, and in which order. It counts from the next making on.

    No place in the combination changes its name by it. One that could not be read is read anew.
    """
    praxeo, actor = caller(request)
    return one(
        request,
        praxeo.combinations.choose(actor, input_id, body.input_ids, version=version_of(if_match)),
    )
