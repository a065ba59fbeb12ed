"""Whether a library on this machine is sound: its place, its database, its stored files, and that they fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from praxeo.domain.catalog import TABLES
from praxeo.ops.doctor import database, stored_files, work_left
from praxeo.ops.doctor.finding import Finding, damaged
from praxeo.ops.doctor.place import examine_place
from praxeo.ports.blobs import BlobStore
from praxeo.ports.inspection import Inspect


@dataclass(frozen=True, kw_only=True, slots=True)
class Library:
    """A library on this machine and how to look into it. `free_bytes` asks the disk of a folder."""

    folder: Path
    database: Path
    blobs_folder: Path
    inspect: Inspect
    blobs: BlobStore
    free_bytes: Callable[[Path], int]
    now: datetime


LOOKS_AT_MOST = 5  # into a library that is written to meanwhile


def examine_library(library: Library, *, deep: bool = False) -> Iterator[Finding]:
    """Look at all of it and change nothing.

    `deep` also reads every stored file and compares the indexes of the database. What is being written or
    deleted just now can look like damage for a moment; damage is what a second look finds just so.
    """
    before: list[Finding] = []
    for _ in range(LOOKS_AT_MOST):
        found = list(_looked(library, deep))
        if found == before or all(finding.ok for finding in found):
            break
        before = found
    yield from found


def _looked(library: Library, deep: bool) -> Iterator[Finding]:
    yield from examine_place(
        library.folder, library.database, library.blobs_folder, library.free_bytes
    )
    stored = {
        blob.key: blob
        for table in TABLES
        if table.blobs
        for blob in library.blobs.stored(table.name)
    }
    if not library.database.exists() or not library.database.stat().st_size:
        yield _without_database(library, len(stored))
        return
    found, contents = database.examine_database(library.inspect, deep=deep)
    count = sum(map(len, contents.ids.values())) if contents else 0
    if stored and contents and not count:
        found.append(_without_database(library, len(stored)))
        contents = None
    yield from found or [_sound(database.NAME, f"{count} records, all of them in order")]
    found = []
    if contents:
        found = stored_files.examine_stored(contents, library.blobs, stored, library.now)
    if deep:
        found += stored_files.examine_bytes(library.blobs, stored)
    if found or contents:
        read = "and read" if deep else "and there; praxeo doctor --deep reads them too"
        yield from found or [_sound(stored_files.NAME, f"{len(stored)} files, all named {read}")]
    if contents:
        yield from work_left.examine_work(contents.jobs, library.now)


def _without_database(library: Library, files: int) -> Finding:
    if not files:
        return _sound("Library", "there is none yet; it begins with the first use")
    return damaged(
        "database_missing",
        database.NAME,
        f"{library.database} is missing or empty, while {library.blobs_folder} holds {files} stored files",
        "Bring the database back from a backup, or take in an archive: praxeo transfer import FILE --trusted.",
    )


def _sound(name: str, message: str) -> Finding:
    return Finding(name=name, ok=True, message=message)
