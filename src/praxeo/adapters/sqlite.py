"""Records in one SQLite file: a table per record type with the body as JSON, indexes by the catalog.

WAL with `synchronous = NORMAL`: a power cut may lose the last commits but never harms the file.
Listings page by key, so that their cost does not grow with the table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from praxeo.adapters.private_files import private_file, private_folder, tighten, tighten_folder
from praxeo.adapters.sqlite_connections import ThreadConnections, transaction
from praxeo.domain import limits
from praxeo.domain.catalog import TABLES, Table, listing_of, table_of
from praxeo.domain.cursors import cursor_after, id_of_cursor
from praxeo.domain.errors import Conflict, PraxeoError, Unavailable
from praxeo.domain.record_json import from_body, to_body
from praxeo.domain.records import Record
from praxeo.ports.along import AfterSave, Companion, along, company, tell_nobody
from praxeo.ports.records import Page

R = TypeVar("R", bound=Record)

BUSY_SECONDS = 15  # how long a write waits for another process's write
CACHE_KIBIBYTES = 16_384  # per connection
BEGUN = "begun_tables"  # names the tables that were made here once, so that none is lost in silence


class SqliteRecords:
    """A RecordStore in a file. Each thread has a connection of its own."""

    def __init__(self, path: Path, after_save: AfterSave = tell_nobody) -> None:
        self._path, self._after_save = path, after_save
        self._connections = ThreadConnections(partial(_connect, path))
        private_folder(path.parent)
        private_file(path)  # what SQLite puts beside it has the same rights
        tighten(path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")))
        tighten_folder(path.parent)
        with self._transaction() as connection:
            _begin_tables(connection)

    def get(self, kind: type[R], record_id: str) -> R | None:
        if not limits.is_key(record_id):
            return None
        query = f"SELECT body FROM {table_of(kind).name} WHERE id = ?"  # noqa: S608 (catalog's name)
        with translated():
            row = self._connections.of_this_thread().execute(query, (record_id,)).fetchone()
        return None if row is None else from_body(kind, row[0])

    def along(self, companion: Companion) -> AbstractContextManager[None]:
        return along(self, companion)

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        with company(self, records) as together:
            saved = self._save(together, delete)
        self._after_save(saved)
        return saved[: len(records)]

    def restore(self, *records: Record) -> None:
        bodies = [(record.id, to_body(record)) for record in records]
        limits.check_save(bodies, ())
        with self._transaction() as connection:
            for record, (key, body) in zip(records, bodies, strict=True):
                _insert(connection, table_of(type(record)).name, key, record.version, body)

    def list(
        self,
        kind: type[R],
        where: Mapping[str, str],
        *,
        cursor: str = "",
        limit: int = 50,
        newest_first: bool = False,
    ) -> Page[R]:
        limits.check_listing(where, limit)
        listing = listing_of(kind, where)
        after = id_of_cursor(cursor)
        query = _list_query(table_of(kind), listing, bool(after), newest_first)
        values = [*(where[name] for name in listing), *([after] if after else []), limit + 1]
        with translated():
            rows = self._connections.of_this_thread().execute(query, values).fetchall()
        return _page(kind, rows, limit)

    def scan(self, kind: type[R], *, cursor: str = "", limit: int = 50) -> Page[R]:
        limits.check_listing({}, limit)
        query = f"SELECT id, body FROM {table_of(kind).name} WHERE id > ? ORDER BY id LIMIT ?"  # noqa: S608
        with translated():
            rows = (
                self._connections.of_this_thread()
                .execute(query, (id_of_cursor(cursor), limit + 1))
                .fetchall()
            )
        return _page(kind, rows, limit)

    def close(self) -> None:
        with translated():
            self._connections.close()

    def _save(self, records: Sequence[Record], delete: Sequence[Record]) -> tuple[Record, ...]:
        saved = tuple(replace(record, version=record.version + 1) for record in records)
        bodies = [(record.id, to_body(record)) for record in saved]
        limits.check_save(bodies, [record.id for record in delete])
        with self._transaction() as connection:
            for record, (key, body) in zip(saved, bodies, strict=True):
                _write(connection, table_of(type(record)).name, key, record.version, body)
            for record in delete:
                _remove(connection, table_of(type(record)).name, record)
        return saved

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with translated(), transaction(self._connections.of_this_thread()) as connection:
            yield connection


def _page(kind: type[R], rows: Sequence[tuple[str, str]], limit: int) -> Page[R]:
    """The first rows as records, with a cursor if there is one more."""
    more = len(rows) > limit
    cursor = cursor_after(rows[limit - 1][0]) if more else ""
    return Page.of_bodies(kind, [body for _, body in rows[:limit]], cursor)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for setting in (
        "journal_mode = WAL",
        "synchronous = NORMAL",
        f"cache_size = -{CACHE_KIBIBYTES}",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {setting}")
    return connection


def _begin_tables(connection: sqlite3.Connection) -> None:
    """Make the tables that are not there yet. Unavailable("store_damaged") if one is not there any more."""
    connection.execute(f"CREATE TABLE IF NOT EXISTS {BEGUN} (name TEXT PRIMARY KEY)")
    begun = {name for (name,) in connection.execute(f"SELECT name FROM {BEGUN}")}  # noqa: S608
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = {name for (name,) in found}
    for table in TABLES:
        if table.name in begun and table.name not in there:
            raise _damaged(f"the table {table.name} is missing")
        for statement in _schema(table):
            connection.execute(statement)
        if table.name not in begun:
            connection.execute(f"INSERT INTO {BEGUN} (name) VALUES (?)", (table.name,))  # noqa: S608


def _schema(table: Table) -> Iterator[str]:
    """The table and, for each listing, an index over the body's fields; all may exist already."""
    yield (
        f"CREATE TABLE IF NOT EXISTS {table.name} "
        "(id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL)"
    )
    for listing in table.list_by:
        columns = ", ".join(_field(name) for name in listing)
        name = f"{table.name}_by_{'_and_'.join(listing)}"
        yield f"CREATE INDEX IF NOT EXISTS {name} ON {table.name} ({columns}, id)"


def _field(name: str) -> str:
    return f"json_extract(body, '$.{name}')"


def _list_query(table: Table, listing: tuple[str, ...], after: bool, newest_first: bool) -> str:
    conditions = [f"{_field(name)} = ?" for name in listing]
    if after:
        conditions.append("id < ?" if newest_first else "id > ?")
    order = "DESC" if newest_first else "ASC"
    return (
        f"SELECT id, body FROM {table.name} INDEXED BY {table.name}_by_{'_and_'.join(listing)} "  # noqa: S608
        f"WHERE {' AND '.join(conditions)} ORDER BY id {order} LIMIT ?"
    )


def _write(connection: sqlite3.Connection, table: str, key: str, version: int, body: str) -> None:
    """Insert the first version, or replace exactly the version before this one."""
    if version == 1:
        statement = f"INSERT OR IGNORE INTO {table} (version, body, id) VALUES (?, ?, ?)"  # noqa: S608
        values: tuple[object, ...] = (version, body, key)
    else:
        statement = f"UPDATE {table} SET version = ?, body = ? WHERE id = ? AND version = ?"  # noqa: S608
        values = (version, body, key, version - 1)
    if connection.execute(statement, values).rowcount != 1:
        raise _changed_meanwhile()


def _insert(connection: sqlite3.Connection, table: str, key: str, version: int, body: str) -> None:
    statement = f"INSERT OR IGNORE INTO {table} (version, body, id) VALUES (?, ?, ?)"  # noqa: S608
    if connection.execute(statement, (version, body, key)).rowcount != 1:
        raise Conflict("exists_already", "A record with this id exists already.")


def _remove(connection: sqlite3.Connection, table: str, record: Record) -> None:
    statement = f"DELETE FROM {table} WHERE id = ? AND version = ?"  # noqa: S608
    if connection.execute(statement, (record.id, record.version)).rowcount != 1:
        raise _changed_meanwhile()


def _changed_meanwhile() -> Conflict:
    return Conflict("changed_meanwhile", "This has been changed meanwhile; read it again.")


@contextmanager
def translated() -> Iterator[None]:
    """SQLite's errors as ours: a busy or full disk may pass, a damaged file does not."""
    try:
        yield
    except PraxeoError:
        raise
    except sqlite3.OperationalError as fault:
        raise Unavailable("store_unavailable", f"The database does not answer: {fault}.") from fault
    except sqlite3.DatabaseError as fault:
        raise _damaged(str(fault)) from fault


def _damaged(reason: str) -> Unavailable:
    return Unavailable(
        "store_damaged",
        f"The database file is damaged: {reason}. Stop Praxeo, keep the folder as it is, and bring the "
        "database back from a backup; `praxeo doctor` says what is wrong.",
        retryable=False,
        details={"reason": reason},
    )
