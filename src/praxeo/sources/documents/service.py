"""Documents: takes uploads, has them read, and keeps what was read from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

from praxeo.domain import texts
from praxeo.domain.access import Action, Actor, demand, may, permitted
from praxeo.domain.audit import audit_event
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Conflict, NotFound, PraxeoError, Refused
from praxeo.domain.jobs import Effect, ProcessDocument, new_job
from praxeo.domain.limits import UPLOAD_BYTES_MAX
from praxeo.domain.records import (
    DocumentInput,
    Example,
    InputWarning,
    changed,
    created,
    first_of,
    utc_text,
)
from praxeo.domain.sentences import evidence_parts
from praxeo.ports.blobs import Blob, BlobStore, PresignedUpload
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import PageImage, PagePainter, Reader
from praxeo.ports.proving import Progress
from praxeo.ports.records import Page, RecordStore
from praxeo.sources.documents.extraction_json import from_json, to_json
from praxeo.sources.documents.formats import PDF
from praxeo.sources.documents.uploads import (
    ADDRESS_SECONDS,
    NO_CONTENT,
    Upload,
    area_of,
    check_size,
    with_announced_bytes,
)

BYTES = "application/octet-stream"  # what is said of bytes that nobody has looked into
WARNINGS_KEPT = 200  # of one document; more of them tell nothing new


@dataclass(frozen=True, kw_only=True, slots=True)
class Documents:
    """Owns the table `document_inputs`."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    read_document: Reader
    draw_page: PagePainter
    upload_bytes_max: int = UPLOAD_BYTES_MAX

    def create(self, actor: Actor, *, project_id: str, name: str, size: int = 0) -> DocumentInput:
        """A document that waits for its bytes. The caller checks the project.

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
        )
        event = audit_event(
            actor, document, "document_input.created", id=self.ids.new("aud"), now=self.clock.now()
        )
        return first_of(DocumentInput, self.records.save(document, event))

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
        job = new_job(
            ProcessDocument(document_input_id=document.id),
            id=self.ids.new("job"),
            actor=actor,
            subject_id=document.id,
            now=utc_text(now),
        )
        document = changed(document, now, status="queued", job_id=job.id)
        event = audit_event(
            actor, document, "document_input.confirmed", id=self.ids.new("aud"), now=now
        )
        return first_of(DocumentInput, self.records.save(document, job, event))

    def get(self, actor: Actor, document_input_id: str, action: Action = "read") -> DocumentInput:
        """The document, for an actor who may do this with it. Raises NotFound, Forbidden."""
        document = self.records.get(DocumentInput, document_input_id)
        return permitted(document, actor, DocumentInput, action)

    def list(
        self, actor: Actor, *, project_id: str = "", cursor: str = "", limit: int = 50
    ) -> Page[DocumentInput]:
        """The owner's documents, newest first; of one project, if given."""
        where = {"project_id": project_id} if project_id else {"owner": actor.account}
        page = self.records.list(
            DocumentInput, where, cursor=cursor, limit=limit, newest_first=True
        )
        return Page(
            records=tuple(document for document in page.records if may(actor, "read", document)),
            cursor=page.cursor,
        )

    def delete(self, actor: Actor, document_input_id: str, *, version: int) -> None:
        """Delete a document and what was read from it.

        Raises Conflict while it is being read, while an example is made of it, or at another version.
        """
        document = self.get(actor, document_input_id, "change")
        if document.version != version:
            raise Conflict("changed_meanwhile", "This has been changed meanwhile; read it again.")
        if document.status in ("queued", "reading"):
            raise Conflict("being_read", "This document is being read; wait until that is done.")
        if self.records.list(Example, {"input_id": document.id}, limit=1).records:
            raise Conflict("input_in_use", "Delete the examples made from this document first.")
        event = audit_event(
            actor, document, "document_input.deleted", id=self.ids.new("aud"), now=self.clock.now()
        )
        self.records.save(event, delete=(document,))
        self._drop_bytes(document)

    def move(self, actor: Actor, document_input_id: str, *, project_id: str) -> DocumentInput:
        """Put a document on another shelf. Raises NotFound; the caller checks the project."""
        document = changed(
            self.get(actor, document_input_id, "change"), self.clock.now(), project_id=project_id
        )
        event = audit_event(
            actor, document, "document_input.moved", id=self.ids.new("aud"), now=self.clock.now()
        )
        return first_of(DocumentInput, self.records.save(document, event))

    def extraction(self, document: DocumentInput) -> Extraction:
        """What was read from the document. Raises NotFound if it is not read (yet)."""
        return from_json(self.extraction_json(document))

    def extraction_json(self, document: DocumentInput) -> bytes:
        """The same as stored. Raises NotFound("not_read_yet")."""
        if not document.extraction_blob:
            raise NotFound("not_read_yet", document.reason or "This document is not read yet.")
        return self.blobs.read(document.extraction_blob)

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

    def evidence_parts(self, document: DocumentInput, block_id: str) -> tuple[str, ...]:
        """What "b12.1", "b12.2" ... of a block say, in order.

        Raises NotFound: "no_such_block", "not_read_yet".
        """
        for block in self.extraction(document).blocks:
            if block.id == block_id:
                return evidence_parts(block)
        raise NotFound("no_such_block", "This document has no such block.")

    def page_image(self, document: DocumentInput, number: int) -> PageImage:
        """Page `number` (from 1) of a PDF as a picture, as its text was read.

        Raises NotFound: "no_pages" (it is no PDF), "no_such_page", "not_read_yet".
        """
        if not document.extraction_blob:
            raise NotFound("not_read_yet", document.reason or "This document is not read yet.")
        if document.media_type != PDF.media_type:
            raise NotFound("no_pages", "Only a PDF has pages that can be shown as pictures.")
        if not 1 <= number <= (document.page_count or 0):
            raise NotFound("no_such_page", f"This document has {document.page_count} pages.")
        with self.blobs.as_file(document.content_blob) as path:
            return self.draw_page(path, number, content_hash=document.content_hash)

    def read(self, document_input_id: str, progress: Progress) -> Effect:
        """Read the document's bytes: the one step of ProcessDocument."""
        document = self._document(document_input_id)
        progress(0.05)
        with self.blobs.as_file(document.content_blob) as path:
            extraction = self.read_document(path, name=document.name)
        progress(0.9)
        stored = self.blobs.put(area_of(document), to_json(extraction).encode())
        return Effect(changes=lambda: (self._ready(document_input_id, extraction, stored),))

    def refuse(self, document_input_id: str, error: PraxeoError) -> Effect:
        """Note why the document cannot be read."""
        status = "refused" if isinstance(error, Refused) else "failed"

        def changes() -> tuple[DocumentInput, ...]:
            document = self.records.get(DocumentInput, document_input_id)
            if document is None:
                return ()
            fields: dict[str, Any] = {
                "status": status,
                "reason_code": error.code,
                "reason": error.message,
            }
            fields["reason_details"] = error.details
            return (changed(document, self.clock.now(), **fields),)

        return Effect(changes=changes)

    def drop_refused_bytes(self, document_input_id: str) -> None:
        """Delete the bytes of a refused document. Doing it again does nothing."""
        document = self.records.get(DocumentInput, document_input_id)
        if document and document.status == "refused" and document.content_blob:
            self._drop_bytes(document)
            self.records.save(changed(document, self.clock.now(), content_blob=""))

    def _waiting(self, actor: Actor, document_input_id: str) -> DocumentInput:
        document = self.get(actor, document_input_id, "change")
        if document.status != "waiting":
            raise Conflict("already_confirmed", "This document has its bytes already.")
        return document

    def _document(self, document_input_id: str) -> DocumentInput:
        document = self.records.get(DocumentInput, document_input_id)
        if document is None:
            raise NotFound("not_found", "There is no such document input.")
        return document

    def _drop_bytes(self, document: DocumentInput) -> None:
        for key in self.blobs.keys(area_of(document)):
            self.blobs.delete(key)

    def _ready(self, document_input_id: str, extraction: Extraction, stored: Blob) -> DocumentInput:
        metadata = extraction.metadata
        fields: dict[str, Any] = {
            name: getattr(metadata, name)
            for name in (
                "media_type", "title", "authors", "language", "date", "licence",
                "page_count", "word_count",
            )
        }  # fmt: skip
        return changed(
            self._document(document_input_id),
            self.clock.now(),
            status="ready",
            extraction_blob=stored.key,
            block_count=len(extraction.blocks),
            warnings=tuple(
                InputWarning(
                    code=warning.code,
                    message=warning.message,
                    page=warning.page,
                    details=warning.details,
                )
                for warning in extraction.warnings[:WARNINGS_KEPT]
            ),
            **fields,
        )


def _content_key(document: DocumentInput) -> str:
    if not document.content_blob:
        raise NotFound("no_content", "This document has no bytes, or they were not kept.")
    return document.content_blob
