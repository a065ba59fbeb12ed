"""Audit events: who did what to which record, saved together with the change itself."""

from __future__ import annotations

from datetime import datetime

from praxeo.domain.records import Record, created
from praxeo.domain.trail_records import AuditEvent


def audit_event(record: Record, action: str, *, id: str, now: datetime) -> AuditEvent:
    """The event that says `action` (such as "project.created") happened to this record."""
    return created(AuditEvent, now, id=id, owner=record.owner, action=action, subject_id=record.id)
