"""The records that work leaves behind: who did what, which requests have taken effect, how far migrations are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.records import Record


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditEvent(Record):
    """Who did what to which record; saved together with the change."""

    action: str
    subject_id: str
    request_id: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class IdempotencyKey(Record):
    """A request that has taken effect once; saved together with its effect.

    `subject_id` is the record that answers the request, `fingerprint` the SHA-256 of the request.
    """

    fingerprint: str
    subject_id: str
    status_code: int = 201


@dataclass(frozen=True, kw_only=True, slots=True)
class Migration(Record):
    """How far the records of a table have been rewritten in a form. `cursor` is where to go on."""

    table: str
    form: int
    cursor: str = ""
    rewritten: int = 0
    status: Literal["running", "done"] = "running"
