"""Captions that a person gives for a video or a recording: kept beside it, read as what was said in it."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused, TooLarge
from praxeo.domain.input_records import MediaInput, YoutubeInput
from praxeo.ports.blobs import BlobStore
from praxeo.ports.documents import Reader
from praxeo.sources.life_cycle import area_of

CAPTIONS_BYTES_MAX = 5_000_000  # a talk of three hours has some 200,000

C = TypeVar("C", YoutubeInput, MediaInput)


def with_captions(blobs: BlobStore, source: C, captions: bytes) -> C:
    """The record with these captions, if there are any. Raises TooLarge("captions_too_large")."""
    if len(captions) > CAPTIONS_BYTES_MAX:
        most = CAPTIONS_BYTES_MAX // 1_000_000
        raise TooLarge("captions_too_large", f"Captions have at most {most} megabytes.")
    if not captions:
        return source
    return replace(source, captions_blob=blobs.put(area_of(source), captions).key)


def what_was_said(blobs: BlobStore, source: C, read_document: Reader) -> Extraction:
    """What its captions say, in paragraphs that know their second.

    Raises Refused: "captions_without_times", "nothing_said", and as the reader does.
    """
    with (
        blobs.as_file(source.captions_blob) as kept,
        tempfile.TemporaryDirectory() as folder,
    ):
        path = Path(folder, "captions")
        path.write_bytes(kept.read_bytes())
        extraction = _read(path, read_document)
    if any(block.locator.second is None for block in extraction.blocks):
        raise _without_times()
    return extraction


def _read(path: Path, read_document: Reader) -> Extraction:
    try:
        return read_document(path, name=path.name)
    except Refused as refusal:
        if refusal.code != "no_text":
            raise
        raise Refused(
            "nothing_said",
            "Nothing is said in these captions: they name music and sounds only. Give a video with speech.",
        ) from refusal


def _without_times() -> Refused:
    return Refused(
        "captions_without_times",
        "This text has no times, so nothing in it would lead back to the video. Add captions with times, such "
        "as WebVTT, SubRip, or a transcript that was copied with its times.",
    )
