"""Where bytes are kept, by area and content hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from praxeo.domain.errors import Unavailable


@dataclass(frozen=True, kw_only=True, slots=True)
class Blob:
    """Stored bytes: `key` is the area and the SHA-256 of the bytes in hex."""

    key: str
    size: int

    @property
    def content_hash(self) -> str:
        return self.key.rpartition("/")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredBlob:
    """A blob as it lies in the store: how many bytes there are, and when they were stored last."""

    key: str
    size: int
    stored_at: datetime


def check_hash(key: str, content_hash: str) -> None:
    """Refuse bytes of this SHA-256 in hex that are not those of the key: Unavailable("blob_damaged")."""
    if key.rpartition("/")[2] != content_hash:
        raise Unavailable(
            "blob_damaged",
            "The stored bytes are damaged: they are not those that were stored. `praxeo doctor --deep` "
            "names every such file; bring it back from a backup.",
            retryable=False,
        )


class BlobWriter(Protocol):
    """Takes the bytes of one blob piece by piece. Nothing is stored unless `finish` returns."""

    size: int

    def write(self, chunk: bytes) -> None:
        """Take more bytes."""

    def finish(self) -> Blob:
        """Store all that was written, whole, under its hash."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PresignedUpload:
    """Where one blob can be sent by a plain PUT with these headers, by whoever holds the address."""

    url: str
    headers: Mapping[str, str]


class BlobStore(Protocol):
    """Keeps bytes by area ("specs/spc_01…") and content hash; the same bytes get the same key.

    What is read whole (`read`, `as_file`) is hashed: changed bytes are `Unavailable("blob_damaged")`.
    """

    def put(self, area: str, data: bytes) -> Blob:
        """Store these bytes. `Refused("bad_blob_area")` if the area is not `table/record id`."""

    def writer(self, area: str) -> AbstractContextManager[BlobWriter]:
        """A writer for bytes that come in pieces; leaving the context without `finish` drops them."""

    def read(self, key: str) -> bytes:
        """All bytes. `NotFound("blob_not_found")` if there are none under this key."""

    def open(self, key: str) -> BinaryIO:
        """The bytes as a file that can seek; close it. `NotFound("blob_not_found")`.

        They are not hashed, since only a part may be wanted: whoever gives all of them on takes `as_file`.
        """

    def as_file(self, key: str) -> AbstractContextManager[Path]:
        """The bytes as a file on disk, to be read within the context only. `NotFound`."""

    def exists(self, key: str) -> bool:
        """Whether there are bytes under this key."""

    def delete(self, key: str) -> None:
        """Forget the bytes; nothing happens if there are none."""

    def keys(self, area: str) -> Iterator[str]:
        """The keys of all blobs of an area, sorted."""

    def stored(self, table: str) -> Iterator[StoredBlob]:
        """All blobs of a table, whatever their areas, in an order of the store's own."""

    def remove_leftovers(self) -> int:
        """Delete what a writer that was killed has left behind a day ago or longer; gives its number.

        0 where the store sees to that by itself.
        """

    def presigned_upload(
        self, area: str, *, size: int, content_hash: str, seconds: int
    ) -> PresignedUpload | None:
        """An address that takes just these bytes, of this SHA-256 in hex, and only for so many seconds.

        None where the store has no addresses of its own. `Refused("bad_blob_area")`, `NotFound` for what
        is no hash.
        """

    def presigned_download(self, key: str, *, name: str, media_type: str, seconds: int) -> str:
        """An address that gives the bytes as a file of this name for so many seconds; "" where there are none.

        `NotFound("blob_not_found")` for what is no key; whether there are bytes is not looked up.
        """
