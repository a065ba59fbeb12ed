"""Audit events: who did what to which record, saved together with the change itself, or was refused it."""

from __future__ import annotations

from datetime import datetime

from praxeo.domain.access import Actor
from praxeo.domain.records import Record, created
from praxeo.domain.trail_records import AuditEvent, Outcome


def audit_event(actor: Actor, record: Record, action: str, *, id: str, now: datetime) -> AuditEvent:
    """The event that says that the actor did `action` (such as "project.created") to this record."""
    return _event(actor, "done", action, record.id, id, now)


def refused_event(
    actor: Actor, action: str, subject_id: str, *, id: str, now: datetime
) -> AuditEvent:
    """The event that says that the actor wanted `action` done to a record ("": to none) and may not."""
    return _event(actor, "refused", action, subject_id, id, now)


def _event(
    actor: Actor, outcome: Outcome, action: str, subject_id: str, id: str, now: datetime
) -> AuditEvent:
    return created(
        AuditEvent,
        now,
        id=id,
        owner=actor.account,
        action=action,
        subject_id=subject_id,
        actor_id=actor.id,
        actor_kind=actor.kind,
        outcome=outcome,
        address=actor.address,
        session_id=actor.session_id,
        request_id=actor.request_id,
    )
