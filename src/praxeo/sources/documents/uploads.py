"""Uploads: the bytes of a document on their way in, through the API or straight into the store."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from praxeo.domain.errors import Conflict, NotFound, Refused, TooLarge
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.records import (
    changed,
    first_of,
)
from praxeo.ports.blobs import BlobStore, BlobWriter
from praxeo.ports.clock import Clock
from praxeo.ports.records import RecordStore
from praxeo.sources.documents.signatures import HEAD_BYTES
from praxeo.sources.documents.validation import check_start
from praxeo.sources.life_cycle import area_of

ADDRESS_SECONDS = 900  # that an address for an upload or a download is good for
NO_CONTENT = "Send the document's bytes before you confirm."


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """The bytes of one document while they arrive."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    bytes_max: int
    document: DocumentInput
    writer: BlobWriter
    _head: bytearray = field(default_factory=bytearray)

    def write(self, chunk: bytes) -> None:
        """Take more bytes. Raises TooLarge("upload_too_large") past the limit."""
        if len(self._head) < HEAD_BYTES:
            self._head.extend(chunk[: HEAD_BYTES - len(self._head)])
        check_size(self.writer.size + len(chunk), self.bytes_max)
        self.writer.write(chunk)

    def finish(self) -> DocumentInput:
        """Keep the bytes. Raises Conflict if the document was changed meanwhile.

        What its first bytes show to be no document is not kept: Refused("wrong_type"). That is said
        after the last byte, because browsers hear no answer while they are still sending.
        """
        check_start(bytes(self._head))
        blob = self.writer.finish()
        document = changed(
            self.document,
            self.clock.now(),
            size=blob.size,
            content_hash=blob.content_hash,
            content_blob=blob.key,
        )
        saved = first_of(DocumentInput, self.records.save(document))
        earlier = self.document.content_blob
        if earlier and earlier != blob.key:
            self.blobs.delete(earlier)
        return saved


def with_announced_bytes(blobs: BlobStore, document: DocumentInput) -> DocumentInput:
    """The document with the bytes that were sent straight into the store as it was announced.

    Raises Conflict("no_content") if they are not there, Refused("wrong_type") for what its first bytes
    show to be no document; that is not kept.
    """
    key = f"{area_of(document)}/{document.content_hash}"
    if not document.content_hash or document.content_blob == key:
        return document
    try:
        file = blobs.open(key)
    except NotFound as missing:
        raise Conflict("no_content", NO_CONTENT) from missing
    with file:
        head = file.read(HEAD_BYTES)
    try:
        check_start(head)
    except Refused:
        blobs.delete(key)
        raise
    return replace(document, content_blob=key)


def check_size(size: int, bytes_max: int) -> None:
    """Refuse a document of more bytes: TooLarge("upload_too_large")."""
    if size > bytes_max:
        raise TooLarge(
            "upload_too_large",
            f"A document has at most {bytes_max // 1_000_000} megabytes.",
            details={"limit": bytes_max // 1_000_000},
        )
