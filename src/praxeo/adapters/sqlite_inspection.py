"""A look into a SQLite file that changes nothing in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from praxeo.adapters.sqlite import BEGUN, translated
from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.errors import Unavailable
from praxeo.domain.record_json import from_body
from praxeo.ports.inspection import Inspection, StoredRow

FAULTS_MAX = 20  # of the file, that are told
FINE = "ok"


@contextmanager
def inspected(path: Path) -> Iterator[Inspection]:
    """An Inspection of the file at `path`, opened for reading alone."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    with translated(), closing(sqlite3.connect(address, uri=True, isolation_level=None)) as opened:
        # What is no text is damage of one record, and no reason to stop.
        opened.text_factory = lambda data: data.decode(errors="replace")
        opened.execute("BEGIN")
        yield _SqliteInspection(opened)


class _SqliteInspection:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def missing_tables(self) -> tuple[str, ...]:
        there = self._tables()
        if BEGUN not in there:  # a library of a release that did not note them
            return ()
        with translated():
            begun = {name for (name,) in self._connection.execute(f"SELECT name FROM {BEGUN}")}  # noqa: S608
        lost = begun - there
        return tuple(table.name for table in TABLES if table.name in lost)

    def damage(self, *, deep: bool) -> tuple[str, ...]:
        check = "integrity_check" if deep else "quick_check"
        try:
            told = [row[0] for row in self._connection.execute(f"PRAGMA {check}({FAULTS_MAX})")]
        except sqlite3.DatabaseError as fault:  # so damaged that the check itself breaks off
            return (str(fault),)
        return tuple(line for text in told if text != FINE for line in str(text).splitlines())

    def rows(self, table: Table) -> Iterator[StoredRow]:
        if table.name not in self._tables():
            return
        query = f"SELECT id, version, body FROM {table.name}"  # noqa: S608 (catalog's name)
        with translated():
            for record_id, version, body in self._connection.execute(query):
                yield _row(table, record_id, version, body)

    def _tables(self) -> set[str]:
        with translated():
            found = self._connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            return {name for (name,) in found}


def _row(table: Table, record_id: object, version: object, body: object) -> StoredRow:
    name = str(record_id)
    try:
        record = from_body(table.record, body if isinstance(body, str) else "")
    except Unavailable as fault:
        return StoredRow(id=name, record=None, newer=fault.code != "record_unreadable")
    if (record.id, record.version) != (record_id, version):
        return StoredRow(id=name, record=None)
    return StoredRow(id=name, record=record)
