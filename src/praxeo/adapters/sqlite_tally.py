"""Sums in a SQLite file of their own, so that a busy class does not hold up the library.

An event counts when its id is taken for the first time, in the transaction that adds to the sums.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from praxeo.adapters.private_files import private_file, private_folder, tighten
from praxeo.adapters.sqlite import translated
from praxeo.adapters.sqlite_connections import ThreadConnections, transaction
from praxeo.ports.tally import Cell, DayCell, Occurrence

_TABLES = """
CREATE TABLE IF NOT EXISTS seen (id TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS seen_by_day ON seen (day);
CREATE TABLE IF NOT EXISTS visits (id TEXT PRIMARY KEY, day TEXT NOT NULL, counted INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sums (
  subject TEXT NOT NULL, day TEXT NOT NULL, version TEXT NOT NULL, what TEXT NOT NULL, name TEXT NOT NULL,
  amount INTEGER NOT NULL, PRIMARY KEY (subject, day, version, what, name)
) WITHOUT ROWID;
"""
_ADD = (
    "INSERT INTO sums VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO UPDATE SET amount = amount + excluded.amount"
)
_VISIT = "INSERT INTO visits VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET counted = counted + excluded.counted"
BUSY_SECONDS = 15


class SqliteTally:
    """A Tally in a file. One writer at a time; who reads waits for nobody."""

    def __init__(self, path: Path) -> None:
        private_folder(path.parent)
        private_file(path)
        self._connections = ThreadConnections(partial(_connect, path))
        self._one_writer = threading.Lock()
        with translated():
            self._connections.of_this_thread().executescript(_TABLES)
        tighten(path, *(path.with_name(path.name + end) for end in ("-wal", "-shm")))

    def count(
        self, subject: str, day: date, visit: str, counted: Sequence[Occurrence], *, most: int
    ) -> int:
        own = self._connections.of_this_thread
        with self._one_writer, translated(), transaction(own()) as connection:
            return _counted(connection, subject, str(day), visit, counted, most)

    def cells(self, subject: str, since: date, until: date) -> Iterator[DayCell]:
        query = (
            "SELECT day, version, what, name, amount FROM sums "
            "WHERE subject = ? AND day BETWEEN ? AND ? ORDER BY day"
        )
        with translated():
            rows = (
                self._connections.of_this_thread()
                .execute(query, (subject, str(since), str(until)))
                .fetchall()
            )
        for day, version, what, name, amount in rows:
            yield DayCell(date.fromisoformat(day), Cell(version, what, name), amount)

    def forget(self, subject: str) -> None:
        self._write("DELETE FROM sums WHERE subject = ?", subject)

    def tidy(self, before: date) -> None:
        self._write("DELETE FROM seen WHERE day < ?", str(before))
        self._write("DELETE FROM visits WHERE day < ?", str(before))

    def close(self) -> None:
        with translated():
            self._connections.close()

    def _write(self, statement: str, value: str) -> None:
        with self._one_writer, translated():
            self._connections.of_this_thread().execute(statement, (value,))


def _counted(
    connection: sqlite3.Connection,
    subject: str,
    day: str,
    visit: str,
    counted: Sequence[Occurrence],
    most: int,
) -> int:
    row = connection.execute("SELECT counted FROM visits WHERE id = ?", (visit,)).fetchone()
    left = most - (row[0] if row else 0)
    new = 0
    for one in counted:
        if new >= left:
            break
        taken = connection.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (one.id, day))
        if taken.rowcount:
            new += 1
            rows = (
                (subject, day, cell.version, cell.what, cell.name, amount)
                for cell, amount in one.adds
            )
            connection.executemany(_ADD, rows)
    if new:
        connection.execute(_VISIT, (visit, day, new))
    return new


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for setting in ("journal_mode = WAL", "synchronous = NORMAL"):
        connection.execute(f"PRAGMA {setting}")
    return connection
