"""Records and blobs in memory: for trying things out and for tests; gone with the process."""

from __future__ import annotations

import hashlib
import io
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from praxeo.domain import limits
from praxeo.domain.catalog import TABLES, listing_of, table_of
from praxeo.domain.cursors import cursor_after, id_of_cursor
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.record_json import from_body, to_body
from praxeo.domain.records import Record
from praxeo.ports.along import AfterSave, Companion, along, company, tell_nobody
from praxeo.ports.blobs import Blob, BlobWriter, PresignedUpload, StoredBlob, check_hash
from praxeo.ports.records import Page

R = TypeVar("R", bound=Record)


class MemoryRecords:
    """A RecordStore that keeps bodies in dictionaries under one lock."""

    def __init__(self, after_save: AfterSave = tell_nobody) -> None:
        self._after_save = after_save
        self._lock = threading.Lock()
        self._bodies: dict[str, dict[str, str]] = {table.name: {} for table in TABLES}

    def get(self, kind: type[R], record_id: str) -> R | None:
        with self._lock:
            body = self._bodies[table_of(kind).name].get(record_id)
        return None if body is None else from_body(kind, body)

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
        with self._lock:
            if any(record.id in self._bodies[table_of(type(record)).name] for record in records):
                raise Conflict("exists_already", "A record with this id exists already.")
            for record, (key, body) in zip(records, bodies, strict=True):
                self._bodies[table_of(type(record)).name][key] = body

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
        with self._lock:
            bodies = sorted(self._bodies[table_of(kind).name].items(), reverse=newest_first)
        found: list[R] = []
        for key, body in bodies:
            if after and (key >= after if newest_first else key <= after):
                continue
            record = from_body(kind, body)
            if all(getattr(record, name) == where[name] for name in listing):
                found.append(record)
            if len(found) > limit:
                break
        page = tuple(found[:limit])
        return Page(records=page, cursor=cursor_after(page[-1].id) if len(found) > limit else "")

    def scan(self, kind: type[R], *, cursor: str = "", limit: int = 50) -> Page[R]:
        limits.check_listing({}, limit)
        after = id_of_cursor(cursor)
        with self._lock:
            bodies = sorted(self._bodies[table_of(kind).name].items())
        found = [from_body(kind, body) for key, body in bodies if key > after][: limit + 1]
        page = tuple(found[:limit])
        return Page(records=page, cursor=cursor_after(page[-1].id) if len(found) > limit else "")

    def close(self) -> None:
        self._bodies = {table.name: {} for table in TABLES}

    def _save(self, records: Sequence[Record], delete: Sequence[Record]) -> tuple[Record, ...]:
        saved = tuple(replace(record, version=record.version + 1) for record in records)
        bodies = [(record.id, to_body(record)) for record in saved]
        limits.check_save(bodies, [record.id for record in delete])
        with self._lock:
            for record in records:
                self._check_version(record, must_exist=record.version > 0)
            for record in delete:
                self._check_version(record, must_exist=True)
            for record, (key, body) in zip(saved, bodies, strict=True):
                self._bodies[table_of(type(record)).name][key] = body
            for record in delete:
                del self._bodies[table_of(type(record)).name][record.id]
        return saved

    def _check_version(self, record: Record, *, must_exist: bool) -> None:
        body = self._bodies[table_of(type(record)).name].get(record.id)
        stored = None if body is None else from_body(type(record), body).version
        if stored != (record.version if must_exist else None):
            raise Conflict("changed_meanwhile", "This has been changed meanwhile; read it again.")


class MemoryBlobs:
    """A BlobStore that keeps bytes in a dictionary."""

    def __init__(self) -> None:
        self._blobs: dict[str, bytes] = {}
        self._stored_at: dict[str, datetime] = {}

    def put(self, area: str, data: bytes) -> Blob:
        limits.check_area(area)
        blob = Blob(key=f"{area}/{hashlib.sha256(data).hexdigest()}", size=len(data))
        self._blobs[blob.key] = bytes(data)
        self._stored_at[blob.key] = datetime.now(UTC)
        return blob

    @contextmanager
    def writer(self, area: str) -> Iterator[BlobWriter]:
        limits.check_area(area)
        yield _MemoryWriter(self, area)

    def read(self, key: str) -> bytes:
        data = self._stored(key)
        check_hash(key, hashlib.sha256(data).hexdigest())
        return data

    def open(self, key: str) -> BinaryIO:
        return io.BytesIO(self._stored(key))

    @contextmanager
    def as_file(self, key: str) -> Iterator[Path]:
        data = self.read(key)
        with tempfile.NamedTemporaryFile(prefix="praxeo-") as file:
            file.write(data)
            file.flush()
            yield Path(file.name)

    def exists(self, key: str) -> bool:
        return key in self._blobs

    def delete(self, key: str) -> None:
        self._blobs.pop(key, None)

    def keys(self, area: str) -> Iterator[str]:
        limits.check_area(area)
        yield from sorted(key for key in list(self._blobs) if key.startswith(f"{area}/"))

    def stored(self, table: str) -> Iterator[StoredBlob]:
        for key, data in list(self._blobs.items()):
            if key.startswith(f"{table}/"):
                yield StoredBlob(key=key, size=len(data), stored_at=self._stored_at[key])

    def remove_leftovers(self) -> int:
        return 0  # they go with the process

    def presigned_upload(
        self, area: str, *, size: int, content_hash: str, seconds: int
    ) -> PresignedUpload | None:
        limits.check_area(area)
        limits.check_blob_key(f"{area}/{content_hash}")
        return None

    def presigned_download(self, key: str, *, name: str, media_type: str, seconds: int) -> str:
        limits.check_blob_key(key)
        return ""

    def _stored(self, key: str) -> bytes:
        try:
            return self._blobs[key]
        except KeyError as missing:
            raise NotFound("blob_not_found", "These bytes are not stored any more.") from missing


class _MemoryWriter:
    def __init__(self, store: MemoryBlobs, area: str) -> None:
        self._store, self._area, self._chunks = store, area, cast("list[bytes]", [])
        self.size = 0

    def write(self, chunk: bytes) -> None:
        self._chunks.append(bytes(chunk))
        self.size += len(chunk)

    def finish(self) -> Blob:
        return self._store.put(self._area, b"".join(self._chunks))
