"""Documents: takes uploads and reads them; the rest of their life is that of every input."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain import texts
from praxeo.domain.access import Actor, demand
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import NotFound
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.limits import UPLOAD_BYTES_MAX
from praxeo.domain.pages import OcrWish, PageImage
from praxeo.domain.reading_ledger import Channel
from praxeo.domain.records import created
from praxeo.library.saving import saved
from praxeo.library.settings import SettingsService
from praxeo.ports.documents import PagePainter, Reader
from praxeo.ports.proving import Progress
from praxeo.sources.documents.formats import with_pages
from praxeo.sources.documents.validation import check_start
from praxeo.sources.file_room import FileRoom
from praxeo.sources.uploads import Intake

READ_FROM, READ_SHARE = 0.05, 0.85  # of the step, in which pages are recognised


@dataclass(frozen=True, kw_only=True, slots=True)
class Documents(FileRoom[DocumentInput]):
    """The room of the inputs that are documents; see `sources.life_cycle.Room`."""

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
        self.intake().check_size(size)
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

    def record(self) -> type[DocumentInput]:
        return DocumentInput

    def intake(self) -> Intake:
        return Intake(word="document", bytes_max=self.upload_bytes_max, check_start=check_start)

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
