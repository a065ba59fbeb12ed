"""The records that requests leave behind: who did what, and which requests have taken effect."""

from __future__ import annotations

from dataclasses import dataclass

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
