"""Opening a library: its records and its blobs belong together, and neither is begun without the other."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.adapters.clock import SystemClock
from praxeo.adapters.local_files import LocalBlobs
from praxeo.config import Config, name_of_url, path_of_url
from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.trail_records import Migration
from praxeo.ports.along import AfterSave, tell_nobody
from praxeo.ports.blobs import BlobStore
from praxeo.ports.records import RecordStore
from praxeo.ports.tally import Tally
from praxeo.wiring.cloud import need_sdk

if TYPE_CHECKING:
    from praxeo.ops.doctor.library import Library

USAGE = "usage.sqlite3"  # beside the database of the library


def open_library(
    config: Config, after_save: AfterSave = tell_nobody, *, restoring: bool = False
) -> tuple[RecordStore, BlobStore]:
    """The records and blobs that the configuration names.

    Raises Unavailable("library_lost") if this machine has the blobs of a library and no records: a new
    library is not begun over what is left of another, unless somebody is `restoring` it.
    """
    blobs = open_blobs(config.blobs_url, presigned=config.presigned)
    database = path_of_url(config.database_url, "sqlite")
    folder = path_of_url(config.blobs_url, "file")
    if restoring or not database or not folder:
        return open_records(config.database_url, after_save), blobs
    if not database.exists() or not database.stat().st_size:  # before a new one is made there
        _check_there_are_none(blobs, database, folder)
    records = open_records(config.database_url, after_save)
    try:
        if not any(_holds_any(records, table) for table in TABLES):
            _check_there_are_none(blobs, database, folder)
    except Unavailable:
        records.close()
        raise
    return records, blobs


def open_records(url: str, after_save: AfterSave = tell_nobody) -> RecordStore:
    """The records at this DATABASE_URL, whose saves `after_save` is told of. Raises Refused("bad_setting")."""
    if url == "memory:":
        from praxeo.adapters.memory import MemoryRecords

        return MemoryRecords(after_save)
    if name := name_of_url(url, "dynamodb"):
        need_sdk("DATABASE_URL")
        from praxeo.adapters.dynamodb import DynamoRecords

        return DynamoRecords(name, after_save=after_save)
    path = path_of_url(url, "sqlite")
    if path is None:
        raise Refused(
            "bad_setting", "DATABASE_URL has to be sqlite:///path, memory: or dynamodb://name."
        )
    from praxeo.adapters.sqlite import SqliteRecords  # not where records are in a cloud

    return SqliteRecords(path, after_save)


def open_tally(config: Config) -> Tally | None:
    """Where the use of embeds is counted: beside the records, here or in the cloud."""
    if config.database_url == "memory:":
        from praxeo.adapters.memory_tally import MemoryTally

        return MemoryTally()
    if name := name_of_url(config.database_url, "dynamodb"):
        from praxeo.adapters.dynamodb_tally import DynamoTally

        return DynamoTally(name)
    database = path_of_url(config.database_url, "sqlite")
    if database is None:
        return None
    from praxeo.adapters.sqlite_tally import SqliteTally

    return SqliteTally(database.with_name(USAGE))


def open_blobs(url: str, *, presigned: bool = False) -> BlobStore:
    """The blobs at this BLOBS_URL; `presigned` says that browsers reach the bucket by its own addresses.

    Raises Refused("bad_setting").
    """
    if url == "memory:":
        from praxeo.adapters.memory import MemoryBlobs

        return MemoryBlobs()
    if name := name_of_url(url, "s3"):
        need_sdk("BLOBS_URL")
        from praxeo.adapters.s3 import S3Blobs

        return S3Blobs(name, presigned=presigned)
    path = path_of_url(url, "file")
    if path is None:
        raise Refused("bad_setting", "BLOBS_URL has to be file:///path, memory: or s3://name.")
    blobs = LocalBlobs(path)
    blobs.remove_leftovers()
    return blobs


def look_at_library(config: Config) -> Library | None:
    """The library of this machine, to be looked at by the doctor; None if there is none on this machine."""
    database = path_of_url(config.database_url, "sqlite")
    folder = path_of_url(config.blobs_url, "file")
    if not database or not folder:
        return None
    from praxeo.adapters.sqlite_inspection import inspected
    from praxeo.ops.doctor.library import Library

    return Library(
        folder=config.data_dir,
        database=database,
        blobs_folder=folder,
        inspect=partial(inspected, database),
        blobs=LocalBlobs(folder, look_only=True),
        free_bytes=lambda place: shutil.disk_usage(place).free,
        now=SystemClock().now(),
    )


def _holds_any(records: RecordStore, table: Table) -> bool:
    if table.record is Migration:  # a new library has some too
        return False
    try:
        return bool(records.scan(table.record, limit=1).records)
    except Unavailable as fault:
        if fault.code == "record_unreadable":
            return True
        raise


def _check_there_are_none(blobs: BlobStore, database: Path, folder: Path) -> None:
    if any(any(blobs.stored(table.name)) for table in TABLES if table.blobs):
        raise Unavailable(
            "library_lost",
            f"{folder} holds the stored files of a library, but its database {database} is missing or "
            "empty. Nothing was changed. Bring the database back from a backup, or take in an archive with "
            f"`praxeo transfer import FILE --trusted`; to begin a new library, move {folder} away first.",
            retryable=False,
        )
