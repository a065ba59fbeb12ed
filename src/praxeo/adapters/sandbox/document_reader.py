"""Reads a document: validate, then parse and sanitize in a process of its own, then metadata."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from praxeo.adapters.sandbox.process import ask, limits_for
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.extraction_json import from_json
from praxeo.sources.documents.formats import AGAIN, DocumentFormat
from praxeo.sources.documents.long_blocks import with_short_blocks
from praxeo.sources.documents.metadata import complete
from praxeo.sources.documents.validation import validate

HASH_READ_BYTES = 2**20
SECOND_TRY_AFTER = ("damaged", "damaged_pdf", "parser_crashed")


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """Reads documents. `meanwhile` is begun while the first process reads: it must not take long itself."""

    meanwhile: Callable[[], None] = lambda: None

    def __call__(self, path: Path, *, name: str) -> Extraction:
        """Everything that the document says, safe to show and complete with its metadata.

        `name` is how the user calls the file; it is only ever shown, never opened. Raises Refused or
        TooLarge with a sentence for the user, Unavailable if no process can be started.
        """
        self.meanwhile()
        format = validate(path)
        found: Extraction | None = None
        failure: Refused | None = None
        try:
            found = from_json(ask(format.label, path, limits_for(format.label, path)))
        except Refused as error:
            if not format.second_reader or error.code not in SECOND_TRY_AFTER:
                raise
            failure = error
        if found is None or (format.second_reader and not found.blocks):
            found = _second_reading(path, format, found, failure)
        found = with_short_blocks(found)
        if not found.blocks:
            raise _nothing_found(found)
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
    again = format.label + AGAIN
    try:
        second = from_json(ask(again, path, limits_for(again, path)))
    except Refused:
        second = None
    if second and second.blocks:
        return replace(second, warnings=(*(first.warnings if first else ()), *second.warnings))
    if first is None and failure is not None:
        raise failure
    assert first is not None
    return first


def _nothing_found(found: Extraction) -> Refused:
    if any(warning.code == "scanned_page" for warning in found.warnings):
        return Refused(
            "scanned",
            "This document is a scan: its pages are pictures without a text layer. Run a text "
            "recognition (OCR) on it and add the result.",
        )
    return Refused("no_text", "This document holds no text that could be learned.")
