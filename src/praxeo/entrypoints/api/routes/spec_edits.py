"""/v1/examples/…/spec_edits and …/candidates: typed operations on a spec, and what they may add."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.app import Praxeo
from praxeo.domain.records import Job, Record, Spec
from praxeo.editing.desk.answer import CandidateList
from praxeo.editing.desk.service import DeskEdited
from praxeo.entrypoints.api.desk_bodies import NewSpecEdits
from praxeo.entrypoints.api.desk_replies import candidates_body, desk_tag, edited_body, seen_spec
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.replies import IfMatch, caller, content, tagged
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


@router.get("/{example_id}/candidates", response_model=CandidateList)
async def list_candidates(
    request: Request, example_id: str, item: Annotated[str, Query(max_length=60)] = ""
) -> Response:
    """What else may be asked of the source, ready to be added; for one item of the desk, what is like it.

    It is looked for when that is asked for (POST), and kept.
    """
    praxeo, actor = caller(request)
    found = await run_in_threadpool(praxeo.candidates.list, actor, example_id, item=item)
    return content(request, candidates_body(found))


@router.post("/{example_id}/candidates", response_model=Job, status_code=202)
async def find_candidates(request: Request, example_id: str, key: Key = None) -> Response:
    """Look for what else may be asked of the source; follow the job, then read the list."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.candidates.find(actor, example_id),
        status=202,
    )
