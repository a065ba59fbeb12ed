"""/v1/examples/…/spec_edits: typed operations on a spec."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from praxeo.app import Praxeo
from praxeo.domain.records import Record, Spec
from praxeo.editing.desk.service import DeskEdited
from praxeo.entrypoints.api.desk_bodies import NewSpecEdits
from praxeo.entrypoints.api.desk_replies import desk_tag, edited_body, seen_spec
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.replies import IfMatch, caller, tagged
from praxeo.entrypoints.api.routing import table_router

router = table_router("examples")


@router.post("/{example_id}/spec_edits", response_model=DeskEdited, status_code=202)
async def edit_spec(
    request: Request, example_id: str, body: NewSpecEdits, if_match: IfMatch = None, key: Key = None
) -> Response:
    """Change parts and items of a spec by operations, all or none; a new version, and the app follows.

    `If-Match` names the version that you take for the current one: the ETag of its desk.
    """
    praxeo, actor = caller(request)
    current = seen_spec(if_match)
    made: list[DeskEdited] = []

    def act(praxeo: Praxeo) -> Spec:
        made.append(
            praxeo.desks.edit(
                actor, example_id, body.operations, based_on=body.based_on, current=current
            )
        )
        return made[0].spec

    def answer(record: Record) -> Response:
        spec = praxeo.examples.spec(actor, record.id)
        edited = (
            made[0]
            if made
            else DeskEdited(spec=spec, desk=praxeo.desks.show(actor, spec.id), keys={})
        )
        more = {"Location": f"/v1/specs/{spec.id}"}
        data = edited_body(edited)
        return tagged(request, data, desk_tag(edited.desk), status=202, more=more)

    return await once(request, praxeo, actor, key, act, status=202, slow=True, answer=answer)
