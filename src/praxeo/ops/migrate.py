"""Migrations: what is stored in an old form is rewritten in the new one, page by page.

Nothing has to stand still: readers know both forms, a record that is changed meanwhile has been written
in the new form by whoever changed it. Killed at any moment it goes on where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.errors import Conflict
from praxeo.domain.limits import SAVE_RECORDS_MAX
from praxeo.domain.records import Record, changed, created, first_of
from praxeo.domain.trail_records import Migration
from praxeo.domain.upgrades import to_migrate
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore

OWNER = "system"


@dataclass(frozen=True, kw_only=True, slots=True)
class Migrated:
    """A table whose records are all in this form now, and how many were rewritten for that."""

    table: str
    form: int
    rewritten: int


def pending(records: RecordStore) -> tuple[tuple[Table, int], ...]:
    """The tables and forms whose migration is not done. Costs nothing in a release without any."""
    return tuple(
        (table, form)
        for name, form in to_migrate()
        for table in TABLES
        if table.name == name and not _is_done(records, name, form)
    )


def migrate(records: RecordStore, clock: Clock) -> Iterator[Migrated]:
    """Do what is pending, one table after the other."""
    for table, form in pending(records):
        state = _begun(records, clock, table.name, form)
        while state.status != "done":
            page = records.scan(table.record, cursor=state.cursor, limit=SAVE_RECORDS_MAX)
            _rewrite(records, page.records)
            after = changed(
                state,
                clock.now(),
                cursor=page.cursor,
                rewritten=state.rewritten + len(page.records),
                status="running" if page.cursor else "done",
            )
            try:
                state = first_of(Migration, records.save(after))
            except Conflict:  # another process does the same, and has come as far
                state = _begun(records, clock, table.name, form)
        yield Migrated(table=table.name, form=form, rewritten=state.rewritten)


def _begun(records: RecordStore, clock: Clock, table: str, form: int) -> Migration:
    state = records.get(Migration, _id(table, form))
    if state:
        return state
    new = created(Migration, clock.now(), id=_id(table, form), owner=OWNER, table=table, form=form)
    try:
        return first_of(Migration, records.save(new))
    except Conflict:
        return _begun(records, clock, table, form)


def _rewrite(records: RecordStore, page: tuple[Record, ...]) -> None:
    """Save these as they are; one by one if any of them has been changed meanwhile."""
    if not page:
        return
    try:
        records.save(*page)
    except Conflict:
        for record in page if len(page) > 1 else ():
            _rewrite(records, (record,))


def _is_done(records: RecordStore, table: str, form: int) -> bool:
    state = records.get(Migration, _id(table, form))
    return state is not None and state.status == "done"


def _id(table: str, form: int) -> str:
    return f"mig_{table.replace('_', '')}{form:03}"
