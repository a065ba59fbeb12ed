"""Audit events: who did what to which record, saved together with the change itself, or was refused it."""

from __future__ import annotations

from datetime import datetime

from praxeo.domain.access import Actor
from praxeo.domain.records import Record, created
from praxeo.domain.trail_records import AuditEvent, Outcome


def audit_event(actor: Actor, record: Record, action: str, *, id: str, now: datetime) -> AuditEvent:
    """The event that says that the actor did `action` (such as "project.created") to this record."""
    return noted_event(actor, action, record.id, outcome="done", id=id, now=now)


def noted_event(
    actor: Actor, action: str, subject_id: str, *, outcome: Outcome, id: str, now: datetime
) -> AuditEvent:
    """The event that says that `action` on a record ("": on the account) was done or refused, where
    nothing is saved with it."""
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
