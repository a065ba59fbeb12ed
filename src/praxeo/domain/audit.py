"""Audit events: who did what to which record, saved together with the change itself."""

from __future__ import annotations

from datetime import datetime

from praxeo.domain.access import Actor
from praxeo.domain.records import Record, created
from praxeo.domain.trail_records import AuditEvent, Outcome


def audit_event(
    actor: Actor, record: Record, action: str, *, id: str, now: datetime, outcome: Outcome = "done"
) -> AuditEvent:
    """The event that says that the actor did `action` (such as "project.created") to this record."""
    return created(
        AuditEvent,
        now,
        id=id,
        owner=record.owner,
        action=action,
        subject_id=record.id,
        actor_id=actor.id,
        actor_kind=actor.kind,
        outcome=outcome,
        address=actor.address,
        session_id=actor.session_id,
        request_id=actor.request_id,
    )
