"""The archive of a transfer: a zip of records as JSON lines, blobs, and a manifest that vouches for both.

    records/TABLE.jsonl     one record a line, in order of ids
    blobs/AREA/SHA-256      the bytes, which their own name vouches for
    manifest.json           format, scope, and size and SHA-256 of each file of records; number of blobs

The same records and blobs always make the same bytes. The manifest finds damage and what does not
belong; it is no signature, so an archive is to be trusted as far as whoever it comes from.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO

from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.errors import Refused
from praxeo.domain.limits import RECORD_BYTES_MAX, is_blob_key
from praxeo.ports.blobs import check_hash

FORMAT = 1
MANIFEST = "manifest.json"
MANIFEST_BYTES_MAX = 100_000
CHUNK_BYTES = 1_000_000
PACKED_MAX = 100  # times that records may be packed; text of many records comes to about twenty
RECORDS_BYTES_MAX = 100_000_000  # that may be packed to any size
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip can state


@dataclass(kw_only=True, slots=True)
class ArchiveWriter:
    """Writes files one after another, then the manifest."""

    archive: zipfile.ZipFile
    scope: dict[str, str]
    _files: dict[str, dict[str, Any]] = field(default_factory=dict)
    _blobs: int = 0

    @contextmanager
    def lines(self, table: Table) -> Iterator[Any]:
        """A function that takes a table's records line by line."""
        name, digest, size = records_name(table), hashlib.sha256(), 0
        with self.archive.open(_entry(name, packed=True), "w", force_zip64=True) as file:

            def write(line: str) -> None:
                nonlocal size
                data = line.encode() + b"\n"
                digest.update(data)
                size += len(data)
                file.write(data)

            yield write
        self._files[name] = {"size": size, "sha256": digest.hexdigest()}

    def blob(self, key: str, source: BinaryIO) -> None:
        """Take a blob's bytes. Raises Unavailable("blob_damaged") if they are not those of the key."""
        with self.archive.open(_entry(blob_name(key)), "w", force_zip64=True) as file:
            check_hash(key, _copied(source, file))
        self._blobs += 1

    def finish(self) -> None:
        """Write the manifest."""
        manifest = {"format": FORMAT, **self.scope, "files": self._files, "blobs": self._blobs}
        text = json.dumps(manifest, indent=1, sort_keys=True) + "\n"
        self.archive.writestr(_entry(MANIFEST, packed=True), text)


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchiveReader:
    """Reads an archive that has been checked as a whole."""

    archive: zipfile.ZipFile

    def lines(self, table: Table) -> Iterator[str]:
        """The records of a table, as they were written; an earlier release may not have had it."""
        if records_name(table) not in self.archive.NameToInfo:
            return
        with self.archive.open(records_name(table)) as file:
            while line := file.readline(RECORD_BYTES_MAX + 2):
                if not line.endswith(b"\n"):
                    raise _damaged(f"{table.name} holds a record that is too large.")
                try:
                    yield line[:-1].decode()
                except UnicodeDecodeError as fault:
                    raise _damaged(f"{table.name} holds what is no text.") from fault

    def blob_keys(self) -> Iterator[str]:
        """The keys of all blobs."""
        for name in self.archive.namelist():
            if name.startswith("blobs/"):
                yield name.removeprefix("blobs/")

    def size_of(self, key: str) -> int:
        """How many bytes a blob has."""
        return self.archive.getinfo(blob_name(key)).file_size

    @contextmanager
    def blob(self, key: str) -> Iterator[IO[bytes]]:
        """The bytes of a blob."""
        with self.archive.open(blob_name(key)) as file:
            yield file


@contextmanager
def writing(path: Path, scope: dict[str, str]) -> Iterator[ArchiveWriter]:
    """A new archive at this path; nothing is there until all is written. Refused("cannot_write")."""
    beside = path.with_name(f".{path.name}.part")
    try:
        with zipfile.ZipFile(beside, "w") as archive:
            writer = ArchiveWriter(archive=archive, scope=scope)
            yield writer
            writer.finish()
        beside.replace(path)
    except OSError as error:
        raise Refused(
            "cannot_write",
            f"{path} cannot be written: {error.strerror}. Give another place.",
        ) from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def reading(path: Path) -> Iterator[ArchiveReader]:
    """The archive, after every byte of it has been checked.

    Raises Refused("not_an_archive") for other files, Refused("archive_damaged") for what is cut off,
    changed, missing or too much.
    """
    with _opened(path) as archive:
        try:
            _check_sizes(archive, path.stat().st_size)
            _check(archive)
        except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError) as error:
            raise _damaged("a part of it cannot be unpacked.") from error
        yield ArchiveReader(archive=archive)


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise Refused("not_a_file", f"There is no file {path}, or it may not be read.") from error
    except (zipfile.BadZipFile, NotImplementedError, OSError) as error:
        raise Refused(
            "not_an_archive", "This file is no archive of Praxeo, or it is cut off."
        ) from error


def records_name(table: Table) -> str:
    """Where a table's records are."""
    return f"records/{table.name}.jsonl"


def blob_name(key: str) -> str:
    """Where a blob's bytes are."""
    return f"blobs/{key}"


def _check_sizes(archive: zipfile.ZipFile, size: int) -> None:
    """Refuse what would unpack to far more than it is. Blobs are not packed, and none lies in another."""
    blobs = records = 0
    for entry in archive.infolist():
        if entry.filename.startswith("blobs/"):
            blobs += entry.file_size
            if entry.compress_type != zipfile.ZIP_STORED:
                raise _damaged(f"{entry.filename} is packed.")
        else:
            records += entry.file_size
    if blobs > size or records > RECORDS_BYTES_MAX + size * PACKED_MAX:
        raise _damaged("it would unpack to more than an archive of its size can hold.")


def _check(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    if len(set(names)) < len(names):
        raise _damaged("a file is in it twice.")
    manifest = _manifest(archive, names)
    files: dict[str, Any] = manifest["files"]
    if not set(files) <= {records_name(table) for table in TABLES if table.moves}:
        raise _damaged("it has tables that this release does not know.")
    blobs = [name for name in names if name.startswith("blobs/")]
    if set(names) != {MANIFEST, *files, *blobs} or len(blobs) != manifest["blobs"]:
        raise _damaged("a file is missing, or one does not belong to it.")
    for name in [*files, *blobs]:
        stated = files.get(name) or {"sha256": name.rpartition("/")[2]}
        if name in blobs and not is_blob_key(name.removeprefix("blobs/")):
            raise _damaged(f"{name} is no name of a blob.")
        with archive.open(name) as file:
            right = _copied(file, None) == stated["sha256"]
        if not right or archive.getinfo(name).file_size != stated.get(
            "size", archive.getinfo(name).file_size
        ):
            raise _damaged(f"{name} has been changed.")


def _manifest(archive: zipfile.ZipFile, names: list[str]) -> dict[str, Any]:
    if MANIFEST not in names or archive.getinfo(MANIFEST).file_size > MANIFEST_BYTES_MAX:
        raise Refused("not_an_archive", "This file is no archive of Praxeo: it has no manifest.")
    try:
        manifest = json.loads(archive.read(MANIFEST))
        number = manifest["format"]
        well_formed = isinstance(manifest["blobs"], int) and all(
            isinstance(entry["size"], int) and isinstance(entry["sha256"], str)
            for entry in manifest["files"].values()
        )
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise _damaged("its manifest cannot be read.") from fault
    if number != FORMAT or not well_formed:
        raise Refused("not_an_archive", "This archive is of a release that is not known here.")
    return dict(manifest)


def _copied(source: IO[bytes], target: IO[bytes] | None) -> str:
    """Copy all bytes piece by piece; gives their SHA-256."""
    digest = hashlib.sha256()
    while chunk := source.read(CHUNK_BYTES):
        digest.update(chunk)
        if target:
            target.write(chunk)
    return digest.hexdigest()


def _entry(name: str, *, packed: bool = False) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    entry.external_attr = 0o600 << 16
    return entry


def _damaged(reason: str) -> Refused:
    return Refused(
        "archive_damaged", f"This archive is not as it was written: {reason} Export it anew."
    )
