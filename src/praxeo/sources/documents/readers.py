"""Which reader turns which kind of file into blocks; each is imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.media_types import MediaType
from praxeo.sources.documents.sanitization import sanitize

Reader = Callable[[Path], Extraction]

SECOND_PDF_READER = "second-pdf"
"""The name of the PDF reader that tries where the first one finds nothing."""

READERS: dict[str, str] = {
    MediaType.TEXT: "praxeo.sources.documents.text.plain:read_text_file",
    MediaType.MARKDOWN: "praxeo.sources.documents.text.markdown:read_markdown_file",
    MediaType.VTT: "praxeo.sources.documents.text.transcript:read_transcript_file",
    MediaType.SRT: "praxeo.sources.documents.text.transcript:read_transcript_file",
    MediaType.HTML: "praxeo.sources.documents.html.file:read_html_file",
    MediaType.PDF: "praxeo.sources.documents.pdf.file:read_pdf_file",
    SECOND_PDF_READER: "praxeo.sources.documents.pdf.file:read_pdf_file_again",
    MediaType.DOCX: "praxeo.sources.documents.office.docx:read_docx",
    MediaType.PPTX: "praxeo.sources.documents.office.pptx:read_pptx",
    MediaType.XLSX: "praxeo.sources.documents.office.xlsx:read_xlsx",
    MediaType.ODT: "praxeo.sources.documents.office.opendocument:read_opendocument",
    MediaType.ODP: "praxeo.sources.documents.office.opendocument:read_opendocument",
    MediaType.ODS: "praxeo.sources.documents.office.opendocument:read_opendocument",
    MediaType.EPUB: "praxeo.sources.documents.office.epub:read_epub",
}


def read(name: str, path: Path) -> Extraction:
    """What the reader of that name finds in a file, sanitized."""
    return sanitize(reader(name)(path))


def reader(name: str) -> Reader:
    """The reader of that name, a media type or SECOND_PDF_READER."""
    module, _, function = READERS[name].partition(":")
    return cast(Reader, getattr(import_module(module), function))
