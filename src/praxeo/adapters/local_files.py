"""Blobs in a folder: each file is written aside, then renamed to its hash, so none is ever half there."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from praxeo.adapters.private_files import FOLDER_MODE, private_folder, tighten
from praxeo.domain import limits
from praxeo.domain.errors import NotFound, Unavailable
from praxeo.ports.blobs import Blob, BlobWriter, PresignedUpload, StoredBlob, check_hash

INCOMING = ".incoming"  # folder of files that are still being written
LEFTOVER_SECONDS = 24 * 3600  # an incoming file older than this was left by a crash


class LocalBlobs:
    """A BlobStore in a folder: `folder/table/record id/sha256`. With `look_only` nothing is made there."""

    def __init__(self, folder: Path, *, look_only: bool = False) -> None:
        self._folder = folder
        if not look_only:
            private_folder(folder / INCOMING)
            tighten(folder)

    def put(self, area: str, data: bytes) -> Blob:
        with self.writer(area) as writer:
            writer.write(data)
            return writer.finish()

    @contextmanager
    def writer(self, area: str) -> Iterator[BlobWriter]:
        limits.check_area(area)
        with _translated():
            handle, name = tempfile.mkstemp(dir=self._folder / INCOMING)
        writer = _FileWriter(self._folder, area, os.fdopen(handle, "wb"), Path(name))
        try:
            yield writer
        finally:
            writer.drop()

    def read(self, key: str) -> bytes:
        with self.open(key) as file, _translated():
            data = file.read()
        check_hash(key, hashlib.sha256(data).hexdigest())
        return data

    def open(self, key: str) -> BinaryIO:
        with _translated():
            return self._path(key).open("rb")

    @contextmanager
    def as_file(self, key: str) -> Iterator[Path]:
        with _translated(), self._path(key).open("rb") as file:
            content_hash = hashlib.file_digest(file, "sha256").hexdigest()
        check_hash(key, content_hash)
        yield self._path(key)

    def exists(self, key: str) -> bool:
        return limits.is_blob_key(key) and self._path(key).is_file()

    def delete(self, key: str) -> None:
        path = self._path(key)
        with _translated(missing_ok=True):
            path.unlink(missing_ok=True)
            with suppress(OSError):  # the area still holds other blobs
                path.parent.rmdir()

    def keys(self, area: str) -> Iterator[str]:
        limits.check_area(area)
        with _translated(missing_ok=True):
            names = sorted(entry.name for entry in (self._folder / area).iterdir())
            yield from (f"{area}/{name}" for name in names)

    def stored(self, table: str) -> Iterator[StoredBlob]:
        for path in sorted(_in_areas(self._folder / table)):
            key = path.relative_to(self._folder).as_posix()
            with _translated(missing_ok=True):  # it may be deleted just now
                found = path.stat()
                if limits.is_blob_key(key):
                    stored_at = datetime.fromtimestamp(found.st_mtime, UTC)
                    yield StoredBlob(key=key, size=found.st_size, stored_at=stored_at)

    def presigned_upload(
        self, area: str, *, size: int, content_hash: str, seconds: int
    ) -> PresignedUpload | None:
        limits.check_area(area)
        limits.check_blob_key(f"{area}/{content_hash}")
        return None

    def presigned_download(self, key: str, *, name: str, media_type: str, seconds: int) -> str:
        limits.check_blob_key(key)
        return ""

    def remove_leftovers(self, older_than_seconds: float = LEFTOVER_SECONDS) -> int:
        """Delete incoming files that a crash left behind; gives their number."""
        oldest = time.time() - older_than_seconds
        with _translated():
            leftovers = [
                file
                for file in (self._folder / INCOMING).iterdir()
                if file.stat().st_mtime < oldest
            ]
            for file in leftovers:
                file.unlink(missing_ok=True)
        return len(leftovers)

    def _path(self, key: str) -> Path:
        limits.check_blob_key(key)
        return self._folder / key


def _in_areas(folder: Path) -> Iterator[Path]:
    """What stands in the areas of a table. An area that is deleted just now is passed over."""
    for area, folders, files in os.walk(folder):
        if Path(area) != folder:
            yield from (Path(area, name) for name in (*folders, *files))
            folders.clear()


class _FileWriter:
    def __init__(self, folder: Path, area: str, file: BinaryIO, path: Path) -> None:
        self._folder, self._area, self._file, self._incoming = folder, area, file, path
        self._hash = hashlib.sha256()
        self.size = 0

    def write(self, chunk: bytes) -> None:
        with _translated():
            self._file.write(chunk)
        self._hash.update(chunk)
        self.size += len(chunk)

    def finish(self) -> Blob:
        key = f"{self._area}/{self._hash.hexdigest()}"
        with _translated():
            self._file.flush()
            os.fsync(self._file.fileno())  # a record must not name bytes that a power cut took
            self._file.close()
            target = self._folder / key
            self._move(target)
        return Blob(key=key, size=self.size)

    def drop(self) -> None:
        self._file.close()
        self._incoming.unlink(missing_ok=True)

    def _move(self, target: Path) -> None:
        """Rename into the area; try again if another thread removed the emptied area meanwhile."""
        while True:
            with suppress(FileExistsError, FileNotFoundError):
                for folder in (target.parent.parent, target.parent):
                    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
                self._incoming.replace(target)
                return


def _not_found() -> NotFound:
    return NotFound("blob_not_found", "These bytes are not stored any more.")


@contextmanager
def _translated(*, missing_ok: bool = False) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as fault:
        if not missing_ok:
            raise _not_found() from fault
    except OSError as fault:
        reason = fault.strerror or "the disk does not answer"
        raise Unavailable(
            "blobs_unavailable", f"The data folder cannot be used: {reason}."
        ) from fault
