"""PDF files: looked over for bombs, then read; and the second reader for what the first misses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from praxeo.domain.blocks import Extraction, Locator, Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.pdf.inspection import inspect_pdf
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.text.plain import read_plain

SECOND_READER_PAGES = 1000


def read_pdf_file(path: Path) -> Extraction:
    """The blocks of a PDF, after a look at its structure that costs little."""
    from praxeo.sources.documents.pdf.reader import read_pdf

    inspect_pdf(path)
    return read_pdf(path)


def read_recognised_pdf_file(path: Path, recognised: Mapping[int, Page]) -> Extraction:
    """The blocks of a PDF, some of whose pages (by number, from 1) were recognised."""
    from praxeo.sources.documents.pdf.reader import read_pdf

    inspect_pdf(path)
    return read_pdf(path, recognised)


def read_pdf_file_again(path: Path) -> Extraction:
    """Plain paragraphs per page by another library, for damaged files and odd fonts."""
    import pdf_oxide

    blocks = BlockList()
    try:
        document = pdf_oxide.PdfDocument(str(path))
        count = document.page_count()
        for page in range(min(count, SECOND_READER_PAGES)):
            blocks.place = Locator(page=page + 1)
            read_plain(document.extract_text(page), blocks)
    except (RuntimeError, ValueError, OSError) as error:
        raise Refused("damaged", "This PDF is too damaged to be read.") from error
    if blocks.blocks:
        blocks.warn(
            "second_reader",
            "This PDF is unusual or damaged; only its plain text could be read, without layout.",
        )
    return blocks.extraction(Metadata(page_count=count))
