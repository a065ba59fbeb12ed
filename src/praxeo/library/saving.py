"""The one way to write what somebody does: records with the event that says so, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from praxeo.domain.access import Actor, demand, may
from praxeo.domain.audit import audit_event, noted_event
from praxeo.domain.errors import Conflict, NotFound, Unavailable
from praxeo.domain.records import Record
from praxeo.domain.trail_records import Outcome
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import RecordStore

SAVES_TRIED = 10  # of what a worker changes at the same time

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Service(Protocol):
    """What writes: each service has these ports."""

    @property
    def records(self) -> RecordStore: ...

    @property
    def clock(self) -> Clock: ...

    @property
    def ids(self) -> Ids: ...


def saved(
    by: Service,
    actor: Actor,
    action: str,
    record: R,
    *along: Record,
    of: Record | None = None,
    delete: Sequence[Record] = (),
) -> R:
    """Save the record, what goes along with it and the actor's event; gives it with its new version.

    The event says that `action` happened to the record, or to the one that it is rather done `of`.
    Raises Forbidden where the actor may not change what is saved, Conflict and the rest as the store does.
    """
    _refuse_foreign(actor, record, *along, *delete)
    event = audit_event(actor, of or record, action, id=by.ids.new("aud"), now=by.clock.now())
    first = by.records.save(record, *along, event, delete=delete)[0]
    assert isinstance(first, type(record))
    return first


def deleted(by: Service, actor: Actor, action: str, record: Record, *parts: Record) -> None:
    """Delete the record with its parts and save the actor's event, all at once. Raises as `saved`."""
    _refuse_foreign(actor, record, *parts)
    event = audit_event(actor, record, action, id=by.ids.new("aud"), now=by.clock.now())
    by.records.save(event, delete=(record, *parts))


def noted(by: Service, actor: Actor, action: str, subject_id: str, outcome: Outcome) -> None:
    """Save an event alone: that the actor was refused this, or did what changes no record by itself."""
    now = by.clock.now()
    event = noted_event(actor, action, subject_id, outcome=outcome, id=by.ids.new("aud"), now=now)
    by.records.save(event)


def against_others(act: Callable[[], T]) -> T:
    """Do what reads and saves, and do it again where a worker saved the same in between.

    Raises Unavailable("record_contended") if that happens all the time, and whatever the act raises.
    """
    for _ in range(SAVES_TRIED):
        try:
            return act()
        except Conflict as conflict:
            if conflict.code != "changed_meanwhile":
                raise
    raise Unavailable("record_contended", "This example is being changed all the time.")


def at_version(record: R, version: int) -> R:
    """The record, if it is still as the actor saw it. Raises Conflict("changed_meanwhile")."""
    if record.version != version:
        raise Conflict("changed_meanwhile", "This has been changed meanwhile; read it again.")
    return record


def _refuse_foreign(actor: Actor, *records: Record) -> None:
    """The last of the questions: services ask before they begin, and none gets past this one."""
    demand(actor, "change")
    if not all(may(actor, "change", record) for record in records):
        raise NotFound("not_found", "There is no such record.")
