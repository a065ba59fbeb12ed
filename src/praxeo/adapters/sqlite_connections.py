"""Connections to one SQLite file: one for each thread, for as long as that thread lives."""

from __future__ import annotations

import sqlite3
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class ThreadConnections:
    """A connection for each thread that asks.

    Servers let threads end that have nothing to do; a connection that outlived its thread would keep its files open.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._threads = threading.local()
        self._open: set[sqlite3.Connection] = set()

    def of_this_thread(self) -> sqlite3.Connection:
        """The caller's own."""
        held: _Held | None = getattr(self._threads, "held", None)
        if held is None:
            connection = self._connect()
            self._open.add(connection)
            held = self._threads.held = _Held(connection)
            weakref.finalize(held, _end, connection, self._open)
        return held.connection

    def close(self) -> None:
        """Close all of them; a thread that asks again gets a new one."""
        self._threads = threading.local()
        while self._open:
            self._open.pop().close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All that is written within, or nothing of it; no other process writes meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


class _Held:
    """What a thread keeps, and with it its connection."""

    __slots__ = ("__weakref__", "connection")

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection


def _end(connection: sqlite3.Connection, opened: set[sqlite3.Connection]) -> None:
    opened.discard(connection)
    connection.close()
