"""Connections end with their threads, so that a server that runs for months keeps as many files open as on its first day."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.records import Project

FOLDER = Path("/proc/self/fd")
ROUNDS = 20
THREADS = 8


def open_files(path: Path) -> int:
    """How many descriptors of this process lead to the database."""
    found = 0
    for descriptor in FOLDER.iterdir():
        with suppress(FileNotFoundError):  # the one that the folder itself is read by
            found += str(descriptor.readlink()).startswith(str(path))
    return found


def in_threads(work: Callable[[], object]) -> None:
    """Let threads work at the same time, all of which end."""
    together = threading.Barrier(THREADS)

    def run() -> None:
        work()
        together.wait()

    threads = [threading.Thread(target=run) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.skipif(not FOLDER.exists(), reason="descriptors are listed on Linux only")
def test_threads_that_end_leave_no_file_open(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite3"
    store = SqliteRecords(path)
    store.get(Project, "prj_1")
    before = open_files(path)
    for _ in range(ROUNDS):
        in_threads(lambda: store.get(Project, "prj_1"))
    # SQLite keeps one each for the next connections, as long as any other holds a lock.
    assert open_files(path) <= before + THREADS
    store.close()
    assert open_files(path) == 0


def test_a_store_that_was_closed_opens_again_for_whoever_asks(tmp_path: Path) -> None:
    store = SqliteRecords(tmp_path / "library.sqlite3")
    first = store._connections.of_this_thread()
    assert store._connections.of_this_thread() is first
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        first.execute("SELECT 1")
    assert store.get(Project, "prj_1") is None
    store.close()
