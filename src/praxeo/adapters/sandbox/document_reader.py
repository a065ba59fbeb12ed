"""Reads a document: validate, then parse and sanitize in a process of its own, then metadata."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from praxeo.adapters.sandbox.process import run
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.formats import DocumentFormat
from praxeo.sources.documents.long_blocks import with_short_blocks
from praxeo.sources.documents.metadata import complete
from praxeo.sources.documents.readers import AGAIN
from praxeo.sources.documents.validation import validate

HASH_READ_BYTES = 2**20
SECOND_TRY_AFTER = ("damaged", "damaged_pdf", "parser_crashed")


def extract(path: Path, *, name: str) -> Extraction:
    """Everything that the document says, safe to show and complete with its metadata.

    `name` is how the user calls the file; it is only ever shown, never opened. Raises Refused or
    TooLarge with a sentence for the user, Unavailable if no process can be started.
    """
    format = validate(path)
    found = with_short_blocks(_parse(path, format))
    if not found.blocks:
        raise _nothing_found(found)
    return complete(found, media_type=format.media_type, content_hash=content_hash(path))


def content_hash(path: Path) -> str:
    """SHA-256 of the file's bytes, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(HASH_READ_BYTES):
            digest.update(part)
    return digest.hexdigest()


def _parse(path: Path, format: DocumentFormat) -> Extraction:
    """The first reader's result; where it finds nothing, a second one tries, if there is one."""
    if not format.second_reader:
        return run(format.label, path)
    first: Extraction | None = None
    try:
        first = run(format.label, path)
        if first.blocks:
            return first
    except Refused as error:
        if error.code not in SECOND_TRY_AFTER:
            raise
        failure: Refused | None = error
    else:
        failure = None
    try:
        second = run(format.label + AGAIN, path)
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
