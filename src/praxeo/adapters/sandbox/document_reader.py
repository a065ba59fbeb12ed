"""Reads a document: validate, then parse and sanitize in a process of its own, then metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.pages import AS_USUAL, SCANNED, OcrWish, unheard
from praxeo.sources.documents.extraction_json import from_json
from praxeo.sources.documents.formats import AGAIN
from praxeo.sources.documents.validation import validate

if TYPE_CHECKING:  # what is needed for scans only, or is only named
    from praxeo.adapters.sandbox.tesseract import Tesseract
    from praxeo.ports.proving import Progress
    from praxeo.sources.documents.document_format import DocumentFormat
    from praxeo.sources.documents.ocr.telling import Absence

HASH_READ_BYTES = 2**20
NO_TEXT = "This document holds no text that could be learned."
SECOND_TRY_AFTER = ("damaged", "damaged_pdf", "parser_crashed")


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """Reads documents. `meanwhile` is begun while the first process reads: it must not take long itself.

    `engine` recognises the text of pictures; `absence` is why there is none. Without `figures` those of a PDF,
    whose pictures have to be cut out of its pages, are left uncut.
    """

    meanwhile: Callable[[], None] = lambda: None
    engine: Tesseract | None = None
    absence: Absence = "not_installed"
    figures: bool = True

    def __call__(
        self, path: Path, *, name: str, ocr: OcrWish = AS_USUAL, progress: Progress = unheard
    ) -> Extraction:
        """Everything that the document says, safe to show and complete with its metadata.

        `name` is how the user calls the file; it is only ever shown, never opened. Raises Refused or
        TooLarge with a sentence for the user, Unavailable if no process can be started.
        """
        from praxeo.adapters.sandbox.process import ask, parsing

        self.meanwhile()
        format = validate(path)
        found: Extraction | None = None
        failure: Refused | None = None
        try:
            found = from_json(ask(parsing(format.label, path)))
        except Refused as error:
            if not format.second_reader or error.code not in SECOND_TRY_AFTER:
                raise
            failure = error
        if found is None or (format.second_reader and not found.blocks):
            found = _second_reading(path, format, found, failure)
        if any(warning.code == SCANNED for warning in found.warnings):
            from praxeo.adapters.sandbox.recognition import with_scans_read

            found = with_scans_read(
                *(found, path, format),
                engine=self.engine,
                absence=self.absence,
                wish=ocr,
                progress=progress,
            )
        return self._completed(found, path, format)

    def _completed(self, found: Extraction, path: Path, format: DocumentFormat) -> Extraction:
        # Loaded with the first document: an API starts without what reads one.
        from praxeo.sources.documents.long_blocks import with_short_blocks
        from praxeo.sources.documents.metadata import complete

        found = with_short_blocks(found)
        if self.figures and any(block.picture for block in found.blocks):
            from praxeo.adapters.sandbox.figure_cutter import with_cut_figures

            found = with_cut_figures(found, path)
        if not found.blocks:
            raise Refused("no_text", NO_TEXT)
        return complete(found, media_type=format.media_type, content_hash=content_hash(path))


extract = DocumentReader()


def content_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(HASH_READ_BYTES):
            digest.update(part)
    return digest.hexdigest()


def _second_reading(
    path: Path, format: DocumentFormat, first: Extraction | None, failure: Refused | None
) -> Extraction:
    """What another reader finds where the first one found nothing; else what that one said."""
    from praxeo.adapters.sandbox.process import ask, parsing

    again = format.label + AGAIN
    try:
        second = from_json(ask(parsing(again, path)))
    except Refused:
        second = None
    if second and second.blocks:
        return replace(second, warnings=(*(first.warnings if first else ()), *second.warnings))
    if first is None and failure is not None:
        raise failure
    assert first is not None
    return first
