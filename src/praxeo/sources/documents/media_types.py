"""The kinds of file that Praxeo reads, and how it calls them before a person."""

from __future__ import annotations

from enum import StrEnum


class MediaType(StrEnum):
    """A kind of document that can be read; the value is its IANA media type."""

    PDF = "application/pdf"
    TEXT = "text/plain"
    MARKDOWN = "text/markdown"
    VTT = "text/vtt"
    SRT = "application/x-subrip"
    HTML = "text/html"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ODT = "application/vnd.oasis.opendocument.text"
    ODP = "application/vnd.oasis.opendocument.presentation"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    EPUB = "application/epub+zip"


READABLE = (
    "PDF, plain text, Markdown, HTML, Word, PowerPoint, Excel, OpenDocument, EPUB and subtitles"
)
"""The list of formats as it stands in a sentence."""
