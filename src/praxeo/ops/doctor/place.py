"""Where a library lies: whether others can read it, and whether there is room for it to go on."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from praxeo.ops.doctor.finding import Finding, warned

OTHERS = 0o077  # rights of everybody but the owner
FULL_BYTES = 50_000_000  # with less nothing can be stored any more
LOW_BYTES = 1_000_000_000
WAL_BYTES_MAX = (
    256_000_000  # of the database's log; it is worked in now and then and stays far below
)
BYTES_PER_MEGABYTE = 1_000_000


def examine_place(
    folder: Path, database: Path, blobs: Path, free_bytes: Callable[[Path], int]
) -> Iterator[Finding]:
    """What is wrong with the place; `free_bytes` asks the disk of a folder."""
    files = (database, *(database.with_name(database.name + end) for end in ("-wal", "-shm")))
    yield from _rights((folder, blobs, *files))
    places = [place for place in (database.parent, blobs) if place.is_dir()]
    for place in {place.stat().st_dev: place for place in reversed(places)}.values():
        yield from _room(place, free_bytes(place))
    wal = files[1]
    if wal.exists() and wal.stat().st_size > WAL_BYTES_MAX:
        yield warned(
            "wal_large",
            "Library database",
            f"its log {wal} has {wal.stat().st_size // BYTES_PER_MEGABYTE} MB",
            "Some program holds an old view of the database open: restart Praxeo and whatever else reads it.",
        )


def _rights(paths: tuple[Path, ...]) -> Iterator[Finding]:
    there = [path for path in paths if path.exists()]
    shut = [str(path) for path in there if not os.access(path, os.R_OK | os.W_OK)]
    if shut:
        yield Finding(
            name="Library rights",
            ok=False,
            message=f"Praxeo may not read and write {', '.join(shut)}",
            remedy="Give them to the user that Praxeo runs as (chown).",
            code="rights_missing",
            items=tuple(shut),
        )
    if open_ones := [str(path) for path in there if stat.S_IMODE(path.stat().st_mode) & OTHERS]:
        yield warned(
            "rights_open",
            "Library rights",
            "other users of this machine can get at the library",
            f"Close it to them: chmod -R go= {open_ones[0]}",
            open_ones,
        )


def _room(folder: Path, free: int) -> Iterator[Finding]:
    told = f"{free // BYTES_PER_MEGABYTE} MB are free on the disk of {folder}"
    remedy = "Make room, or move the library to another disk."
    if free < FULL_BYTES:
        yield Finding(
            name="Disk",
            ok=False,
            message=f"{told}: nothing can be stored any more",
            remedy=remedy,
            code="disk_full",
        )
    elif free < LOW_BYTES:
        yield warned("disk_low", "Disk", told, remedy)
