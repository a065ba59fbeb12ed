"""The records that work leaves behind: who did what, which requests have taken effect, how far migrations are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.records import ActorKind, Record

Outcome = Literal["done", "refused"]


@dataclass(frozen=True, kw_only=True, repr=False)
class AuditEvent(Record):
    """Who did what to which record, from where, and whether it was done; saved together with the change.

    `owner` is the account whose record it is. `actor_id` is "" in events from before actors were recorded.
    """

    action: str
    subject_id: str
    actor_id: str = ""
    actor_kind: ActorKind = "user"
    outcome: Outcome = "done"
    address: str = ""
    session_id: str = ""
    request_id: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class IdempotencyKey(Record):
    """A request that has taken effect once; saved together with its effect.

    `subject_id` is the record that answers the request, `fingerprint` the SHA-256 of the request.
    """

    fingerprint: str
    subject_id: str
    status_code: int = 201


@dataclass(frozen=True, kw_only=True, repr=False)
class Migration(Record):
    """How far the records of a table have been rewritten in a form. `cursor` is where to go on."""

    table: str
    form: int
    cursor: str = ""
    rewritten: int = 0
    status: Literal["running", "done"] = "running"
