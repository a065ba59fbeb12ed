"""Picture files as documents: what they say is what text recognition found on their pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.sources.documents.ocr.images import check_heic, count_pages
from praxeo.sources.documents.ocr.telling import without_text
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.reader import read_recognised_pages


def read_image_file(path: Path) -> Extraction:
    """No text, and a warning for each page that has to be recognised first."""
    count = count_pages(path)
    return Extraction(
        metadata=Metadata(page_count=count),
        blocks=(),
        warnings=tuple(without_text(number) for number in range(1, count + 1)),
    )


def read_heic_file(path: Path) -> Extraction:
    """As `read_image_file`; raises Refused("no_heic_reader") without the optional package."""
    check_heic()
    return read_image_file(path)


def read_recognised_image(path: Path, recognised: Mapping[int, Page]) -> Extraction:
    """The pages as they were recognised (by their number, from 1), laid out as those of a PDF."""
    return read_recognised_pages(recognised.values(), page_count=count_pages(path))
