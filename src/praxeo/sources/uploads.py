"""Uploads: the bytes of a file on their way in, through the API or straight into the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from praxeo.domain.errors import Conflict, NotFound, Refused, TooLarge
from praxeo.domain.input_records import FileInput
from praxeo.domain.records import (
    changed,
    first_of,
)
from praxeo.ports.blobs import BlobStore, BlobWriter
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore
from praxeo.sources.documents.signatures import HEAD_BYTES
from praxeo.sources.life_cycle import area_of

ADDRESS_SECONDS = 900  # that an address for an upload or a download is good for

F = TypeVar("F", bound=FileInput)


@dataclass(frozen=True, kw_only=True)
class Intake:
    """What files of a kind may be: so many bytes at most, and what `check_start` takes for one of them."""

    word: str
    bytes_max: int
    check_start: Callable[[bytes], None]

    def check_size(self, size: int) -> None:
        """Refuse a file of more bytes: TooLarge("upload_too_large")."""
        if size > self.bytes_max:
            raise TooLarge(
                "upload_too_large",
                f"A {self.word} has at most {self.bytes_max // 1_000_000} megabytes.",
                details={"limit": self.bytes_max // 1_000_000},
            )

    def missing(self) -> Conflict:
        """What is said where no bytes have come yet."""
        return Conflict("no_content", f"Send the {self.word}'s bytes before you confirm.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload(Generic[F]):
    """The bytes of one file while they arrive."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    intake: Intake
    source: F
    writer: BlobWriter
    _head: bytearray = field(default_factory=bytearray)

    def write(self, chunk: bytes) -> None:
        """Take more bytes. Raises TooLarge("upload_too_large") past the limit."""
        if len(self._head) < HEAD_BYTES:
            self._head.extend(chunk[: HEAD_BYTES - len(self._head)])
        self.intake.check_size(self.writer.size + len(chunk))
        self.writer.write(chunk)

    def finish(self) -> F:
        """Keep the bytes. Raises Conflict if the record was changed meanwhile.

        What its first bytes show to be no such file is not kept: Refused("wrong_type"). That is said
        after the last byte, because browsers hear no answer while they are still sending.
        """
        self.intake.check_start(bytes(self._head))
        blob = self.writer.finish()
        source = changed(
            self.source,
            self.clock.now(),
            size=blob.size,
            content_hash=blob.content_hash,
            content_blob=blob.key,
        )
        saved = first_of(type(self.source), self.records.save(source))
        earlier = self.source.content_blob
        if earlier and earlier != blob.key:
            self.blobs.delete(earlier)
        return saved


def with_announced_bytes(blobs: BlobStore, source: F, intake: Intake) -> F:
    """The file with the bytes that were sent straight into the store as it was announced.

    Raises Conflict("no_content") if they are not there, Refused("wrong_type") for what its first bytes
    show to be no such file; that is not kept.
    """
    key = f"{area_of(source)}/{source.content_hash}"
    if not source.content_hash or source.content_blob == key:
        return source
    try:
        file = blobs.open(key)
    except NotFound as missing:
        raise intake.missing() from missing
    with file:
        head = file.read(HEAD_BYTES)
    try:
        intake.check_start(head)
    except Refused:
        blobs.delete(key)
        raise
    return replace(source, content_blob=key)
