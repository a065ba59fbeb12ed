"""The trail of changes, for whoever answers for an account."""

from __future__ import annotations

from praxeo.domain.access import Actor, demand, may
from praxeo.domain.trail_records import AuditEvent
from praxeo.ports.records import Page, RecordStore


def list_events(
    records: RecordStore, actor: Actor, *, subject_id: str = "", cursor: str = "", limit: int = 50
) -> Page[AuditEvent]:
    """Who did what, newest first; to one record, if given. Raises Forbidden without the right to manage."""
    demand(actor, "manage")
    where = {"subject_id": subject_id} if subject_id else {"owner": actor.account}
    page = records.list(AuditEvent, where, cursor=cursor, limit=limit, newest_first=True)
    return page.kept(lambda event: may(actor, "manage", event))
