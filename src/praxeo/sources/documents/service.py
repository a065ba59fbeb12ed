"""Documents: takes uploads and reads them; the rest of their life is that of every input."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from praxeo.domain import texts
from praxeo.domain.access import Action, Actor, demand, permitted
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.limits import UPLOAD_BYTES_MAX
from praxeo.domain.pages import OcrWish, PageImage
from praxeo.domain.reading_ledger import Channel
from praxeo.domain.records import (
    changed,
    created,
)
from praxeo.library.saving import saved
from praxeo.library.settings import SettingsService
from praxeo.ports.blobs import BlobStore, PresignedUpload
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import PagePainter, Reader
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.sources.documents.formats import with_pages
from praxeo.sources.documents.uploads import (
    ADDRESS_SECONDS,
    NO_CONTENT,
    Upload,
    check_size,
    with_announced_bytes,
)
from praxeo.sources.life_cycle import area_of, to_be_read

READ_FROM, READ_SHARE = 0.05, 0.85  # of the step, in which pages are recognised
BYTES = "application/octet-stream"  # what is said of bytes that nobody has looked into


@dataclass(frozen=True, kw_only=True, slots=True)
class Documents:
    """The room of the inputs that are files; see `sources.life_cycle.Room`."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    read_document: Reader
    draw_page: PagePainter
    upload_bytes_max: int = UPLOAD_BYTES_MAX

    def create(
        self,
        actor: Actor,
        *,
        project_id: str,
        name: str,
        size: int = 0,
        channels: tuple[Channel, ...] = (),
    ) -> DocumentInput:
        """A document that waits for its bytes; of its asides the `channels` are wanted. The caller checks the project.

        Raises TooLarge("upload_too_large") if it is said to have more than can be taken.
        """
        demand(actor, "change")
        check_size(size, self.upload_bytes_max)
        document = created(
            DocumentInput,
            self.clock.now(),
            id=self.ids.new("doc"),
            owner=actor.account,
            project_id=project_id,
            name=texts.file_name(name),
            channels=channels,
        )
        return saved(self, actor, "document_input.created", document)

    @contextmanager
    def receive(self, actor: Actor, document_input_id: str, *, size: int = 0) -> Iterator[Upload]:
        """Take a waiting document's bytes; nothing is kept unless `Upload.finish` is called.

        `size` is what it is said to have, if that is known. Raises TooLarge("upload_too_large") for more
        than can be taken, Conflict("already_confirmed") once the document is being read.
        """
        check_size(size, self.upload_bytes_max)
        document = self._waiting(actor, document_input_id)
        with self.blobs.writer(area_of(document)) as writer:
            yield Upload(
                records=self.records,
                blobs=self.blobs,
                clock=self.clock,
                bytes_max=self.upload_bytes_max,
                document=document,
                writer=writer,
            )

    def announce(
        self, actor: Actor, document_input_id: str, *, size: int, content_hash: str
    ) -> PresignedUpload | None:
        """Where just these bytes can be sent straight into the store, before they are confirmed; None
        where the store has no addresses: then the API takes them.

        Raises TooLarge("upload_too_large"), Conflict("already_confirmed").
        """
        check_size(size, self.upload_bytes_max)
        document = self._waiting(actor, document_input_id)
        target = self.blobs.presigned_upload(
            area_of(document), size=size, content_hash=content_hash, seconds=ADDRESS_SECONDS
        )
        if target:
            now = self.clock.now()
            self.records.save(changed(document, now, size=size, content_hash=content_hash))
        return target

    def confirm(self, actor: Actor, document_input_id: str) -> DocumentInput:
        """Have the document read: saves the job with it. A second time changes nothing.

        Raises Conflict("no_content") if no bytes have come yet, Refused("wrong_type") for bytes in the
        store that are no document.
        """
        document = self.get(actor, document_input_id, "change")
        if document.status != "waiting":
            return document
        document = with_announced_bytes(self.blobs, document)
        if not document.content_blob:
            raise Conflict("no_content", NO_CONTENT)
        now = self.clock.now()
        document, job = to_be_read(document, actor, self.ids, now)
        return saved(self, actor, "document_input.confirmed", document, job)

    def get(self, actor: Actor, document_input_id: str, action: Action = "read") -> DocumentInput:
        """The document, for an actor who may do this with it. Raises NotFound, Forbidden."""
        document = self.records.get(DocumentInput, document_input_id)
        return permitted(document, actor, DocumentInput, action)

    def content_address(self, document: DocumentInput) -> str:
        """Where the document's own bytes can be fetched for a while; "" where only `content` has them.

        Raises NotFound("no_content").
        """
        return self.blobs.presigned_download(
            _content_key(document),
            name=document.name,
            media_type=document.media_type or BYTES,
            seconds=ADDRESS_SECONDS,
        )

    def content(self, document: DocumentInput) -> BinaryIO:
        """The document's own bytes as a file; close it.

        Raises NotFound("no_content"), Unavailable("blob_damaged") before the first of them is given.
        """
        with self.blobs.as_file(_content_key(document)) as path:
            return path.open("rb")  # stays readable when the file is taken away

    def page_image(self, document: DocumentInput, number: int) -> PageImage:
        """Page `number` (from 1) as a picture, as its text was read.

        Raises NotFound: "no_pages" (its format has none), "no_such_page", "not_read_yet".
        """
        if not document.extraction_blob:
            raise NotFound("not_read_yet", document.reason or "This document is not read yet.")
        if document.media_type not in with_pages():
            raise NotFound("no_pages", "Only PDFs, scans and photographs have pages to be shown.")
        if not 1 <= number <= (document.page_count or 0):
            raise NotFound("no_such_page", f"This document has {document.page_count} pages.")
        with self.blobs.as_file(document.content_blob) as path:
            return self.draw_page(
                path,
                number,
                media_type=document.media_type,
                content_hash=document.content_hash,
            )

    def read(self, source: DocumentInput, progress: Progress) -> Extraction:
        """What the document says. Raises as the reader does."""
        settings = SettingsService(records=self.records, clock=self.clock, ids=self.ids).of(
            source.owner
        )
        ocr = OcrWish(
            on=settings.ocr == "on", language=settings.ocr_language, likely=settings.language
        )

        def shared(share: float) -> None:
            progress(READ_FROM + share * READ_SHARE)

        with self.blobs.as_file(source.content_blob) as path:
            return self.read_document(path, name=source.name, ocr=ocr, progress=shared)

    def _waiting(self, actor: Actor, document_input_id: str) -> DocumentInput:
        document = self.get(actor, document_input_id, "change")
        if document.status != "waiting":
            raise Conflict("already_confirmed", "This document has its bytes already.")
        return document


def _content_key(document: DocumentInput) -> str:
    if not document.content_blob:
        raise NotFound("no_content", "This document has no bytes, or they were not kept.")
    return document.content_blob
