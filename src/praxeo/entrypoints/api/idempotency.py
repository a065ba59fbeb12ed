"""`Idempotency-Key`: a POST that is sent again takes effect once.

The key is saved together with the first change that the request makes, so that there is no moment
at which one is stored without the other. A repeated request is answered with the record that the
first one made, as it is now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from fastapi import Header, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.app import Praxeo
from praxeo.domain.access import Actor
from praxeo.domain.catalog import table_of_id
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.domain.records import Record, created
from praxeo.domain.trail_records import IdempotencyKey
from praxeo.entrypoints.api.replies import one
from praxeo.ports.records import RecordStore

KEY_CHARACTERS_MAX = 200
REPLAYED = "Idempotency-Replayed"

Key = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=KEY_CHARACTERS_MAX,
        description="Any text of your own. Sent again with the same key, the request takes effect "
        "once; kept for two days.",
    ),
]


async def once(
    request: Request,
    praxeo: Praxeo,
    actor: Actor,
    key: str | None,
    act: Callable[[Praxeo], Record],
    *,
    status: int = 201,
    slow: bool = False,
    answer: Callable[[Record], Response] | None = None,
) -> Response:
    """Let `act` take effect once for this key, and answer with the record that it gives.

    What is `slow` (longer than a short transaction) is done in a thread, so that others are answered.
    `answer` tells more than the record, where that is wanted.
    """
    told = answer or (lambda record: _answer(request, record, status))
    if key is None:
        return told(await _done(act, praxeo, slow))
    mark_id = f"key_{_digest(actor.account, request.url.path, key)}"
    fingerprint = _digest(request.method, str(request.query_params), (await request.body()).hex())
    records = praxeo.outside.records
    known = records.get(IdempotencyKey, mark_id)
    if known is None:
        told_at = praxeo.outside.clock.now()
        fields = {"fingerprint": fingerprint, "subject_id": "", "status_code": status}
        mark = created(IdempotencyKey, told_at, id=mark_id, owner=actor.account, **fields)
        try:
            return told(await _done(_marking(act, mark), praxeo, slow))
        except Conflict:
            known = records.get(IdempotencyKey, mark.id)
            if known is None:
                raise
    if known.fingerprint != fingerprint:
        raise Refused("key_used_before", "This Idempotency-Key belongs to a different request.")
    replayed = told(_subject(records, known))
    replayed.headers[REPLAYED] = "true"
    return replayed


def _marking(act: Callable[[Praxeo], Record], mark: IdempotencyKey) -> Callable[[Praxeo], Record]:
    """The act, with the mark of its key saved along with its first change."""

    def marked(praxeo: Praxeo) -> Record:
        with praxeo.outside.records.along(lambda saved: replace(mark, subject_id=saved[0].id)):
            return act(praxeo)

    return marked


async def _done(act: Callable[[Praxeo], Record], praxeo: Praxeo, slow: bool) -> Record:
    return await run_in_threadpool(act, praxeo) if slow else act(praxeo)


def _subject(records: RecordStore, known: IdempotencyKey) -> Record:
    table = table_of_id(known.subject_id)
    record = records.get(table.record, known.subject_id) if table else None
    if record is None:
        raise NotFound("not_found", "What this request made has been deleted meanwhile.")
    return record


def _answer(request: Request, record: Record, status: int) -> Response:
    table = table_of_id(record.id)
    return one(
        request, record, status=status, location=f"/v1/{table.name}/{record.id}" if table else ""
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
