"""FORMATS: the only description of the kinds of document that can be read.

Validation, the readers' processes, the README, the studio's words in both languages, the API's
description and the command line take what they say from here: a format is one reader and one row.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from praxeo.sources.documents.document_format import DocumentFormat

ROOM = "praxeo.sources.documents"
AGAIN = "-again"
"""After the label of a format: the reader that tries where the first one finds nothing."""
_OASIS = "application/vnd.oasis.opendocument."
_OOXML = "application/vnd.openxmlformats-officedocument."


def _open_document(label: str, kind: str, reader: str) -> DocumentFormat:
    media_type = _OASIS + kind
    return DocumentFormat(
        label=label,
        media_type=media_type,
        suffixes=(f".{label}",),
        words=("OpenDocument", "OpenDocument"),
        reader=reader,
        zip_types=(media_type.encode(), f"{media_type}-template".encode()),
    )


def _image(
    label: str, media_type: str, *suffixes: str, reader: str = "ocr.file:read_image_file"
) -> DocumentFormat:
    return DocumentFormat(
        label=label,
        media_type=media_type,
        suffixes=suffixes,
        words=("scans and photographs", "Scans und Fotos"),
        reader=reader,
        recognised_reader="ocr.file:read_recognised_image",
        pages="ocr.images",
    )


def _subtitles(
    label: str, media_type: str, *suffixes: str, told_by: str, reader: str = "read_captions_file"
) -> DocumentFormat:
    return DocumentFormat(
        label=label,
        media_type=media_type,
        suffixes=suffixes,
        words=("subtitles", "Untertitel"),
        reader=f"captions.paragraphs:{reader}",
        told_by=told_by,
    )


def _typeset(label: str, media_type: str, name: str, *suffixes: str) -> DocumentFormat:
    return DocumentFormat(
        label=label,
        media_type=media_type,
        suffixes=suffixes,
        words=(name, name),
        reader=f"markup.{label}.file:read_{label}_file",
        beside=f"markup.{label}.file:read_{label}",
        told_by=f"markup_signs:is_{label}",
    )


PDF = DocumentFormat(
    label="pdf",
    media_type="application/pdf",
    suffixes=(".pdf",),
    words=("PDF", "PDF"),
    reader="pdf.file:read_pdf_file",
    second_reader="pdf.file:read_pdf_file_again",
    recognised_reader="pdf.file:read_recognised_pdf_file",
    pages="pdf.pictures",
    start=b"%PDF-",
    start_within=1024,
)

# In the order in which they are named to a person.
FORMATS: tuple[DocumentFormat, ...] = (
    PDF,
    DocumentFormat(
        label="docx",
        media_type=f"{_OOXML}wordprocessingml.document",
        suffixes=(".docx", ".docm", ".dotx"),
        words=("Word", "Word"),
        reader="office.docx:read_docx",
        office_part=rb"wordprocessingml\.(document|template)\.main|ms-word\.(document|template)\.macro",
    ),
    DocumentFormat(
        label="pptx",
        media_type=f"{_OOXML}presentationml.presentation",
        suffixes=(".pptx", ".pptm", ".ppsx", ".potx"),
        words=("PowerPoint", "PowerPoint"),
        reader="office.pptx:read_pptx",
        office_part=rb"presentationml\.(presentation|slideshow|template)\.main|ms-powerpoint\.\w+\.macro",
    ),
    DocumentFormat(
        label="xlsx",
        media_type=f"{_OOXML}spreadsheetml.sheet",
        suffixes=(".xlsx", ".xlsm", ".xltx"),
        words=("Excel", "Excel"),
        reader="office.xlsx:read_xlsx",
        office_part=rb"spreadsheetml\.(sheet|template)\.main|ms-excel\.(sheet|template)\.macro",
    ),
    DocumentFormat(
        label="ppt",
        media_type="application/vnd.ms-powerpoint",
        suffixes=(".ppt", ".pps", ".pot"),
        words=("PowerPoint", "PowerPoint"),
        reader="office97.ppt:read_ppt",
    ),
    DocumentFormat(
        label="xls",
        media_type="application/vnd.ms-excel",
        suffixes=(".xls", ".xlt"),
        words=("Excel", "Excel"),
        reader="office97.xls:read_xls",
    ),
    DocumentFormat(
        label="doc",
        media_type="application/msword",
        suffixes=(".doc", ".dot"),
        words=("Word", "Word"),
        reader="office97.doc:read_doc",
    ),
    _open_document("odt", "text", "office.opendocument:read_opendocument"),
    _open_document("odp", "presentation", "office.opendocument:read_opendocument"),
    _open_document("ods", "spreadsheet", "office.opendocument:read_opendocument"),
    DocumentFormat(
        label="rtf",
        media_type="application/rtf",
        suffixes=(".rtf",),
        words=("RTF", "RTF"),
        reader="rtf.reader:read_rtf",
    ),
    DocumentFormat(
        label="epub",
        media_type="application/epub+zip",
        suffixes=(".epub",),
        words=("EPUB", "EPUB"),
        reader="office.epub:read_epub",
        zip_types=(b"application/epub+zip",),
    ),
    _image("png", "image/png", ".png"),
    _image("jpeg", "image/jpeg", ".jpg", ".jpeg"),
    _image("tiff", "image/tiff", ".tif", ".tiff"),
    _image("webp", "image/webp", ".webp"),
    _image("heif", "image/heic", ".heic", ".heif", reader="ocr.file:read_heic_file"),
    _image("avif", "image/avif", ".avif"),
    DocumentFormat(
        label="folder",
        media_type="application/zip",
        suffixes=(".zip", ".textpack"),
        words=("ZIP files of a text and its pictures", "ZIP-Dateien aus Text und Bildern"),
        reader="folders.reader:read_folder",
    ),
    DocumentFormat(
        label="mhtml",
        media_type="multipart/related",
        suffixes=(".mht", ".mhtml"),
        words=("saved web pages", "gespeicherte Webseiten"),
        reader="html.saved_page:read_saved_page",
        told_by="text_signs:is_saved_page",
    ),
    DocumentFormat(
        label="eml",
        media_type="message/rfc822",
        suffixes=(".eml",),
        words=("e-mail messages", "E-Mails"),
        reader="mail.file:read_mail_file",
        told_by="mail.sign:is_mail",
    ),
    DocumentFormat(
        label="jats",
        media_type="application/jats+xml",
        suffixes=(".xml", ".nxml"),
        words=("journal articles (JATS)", "Fachartikel (JATS)"),
        reader="text.jats:read_jats_file",
        beside="text.jats:read_jats",
        told_by="text_signs:is_jats",
    ),
    DocumentFormat(
        label="ipynb",
        media_type="application/x-ipynb+json",
        suffixes=(".ipynb",),
        words=("notebooks", "Notebooks"),
        reader="text.notebook:read_notebook_file",
        beside="text.notebook:read_notebook",
        told_by="text_signs:is_notebook",
    ),
    DocumentFormat(
        label="html",
        media_type="text/html",
        suffixes=(".html", ".htm", ".xhtml"),
        words=("saved web pages", "gespeicherte Webseiten"),
        reader="html.file:read_html_file",
        beside="html.file:read_page",
    ),
    _subtitles("vtt", "text/vtt", ".vtt", told_by="captions.arrows:is_webvtt"),
    _subtitles("srt", "application/x-subrip", ".srt", told_by="captions.arrows:is_subrip"),
    _subtitles("sbv", "text/x-sbv", ".sbv", told_by="captions.other_forms:is_sbv"),
    _subtitles("ass", "text/x-ssa", ".ass", ".ssa", told_by="captions.other_forms:is_ass"),
    _subtitles(
        "ttml",
        "application/ttml+xml",
        ".ttml",
        ".dfxp",
        ".srv1",
        ".srv3",
        told_by="text_signs:is_timed_xml",
        reader="read_timed_xml_file",
    ),
    DocumentFormat(
        label="cards",
        media_type="text/x-flashcards",
        suffixes=(),
        words=("flashcards (Anki, Quizlet)", "Lernkarten (Anki, Quizlet)"),
        reader="cards.file:read_cards_file",
        told_by="cards.sign:is_cards",
    ),
    DocumentFormat(
        label="apkg",
        media_type="application/vnd.anki",
        suffixes=(".apkg", ".colpkg"),
        words=("flashcards (Anki, Quizlet)", "Lernkarten (Anki, Quizlet)"),
        reader="cards.package:read_package",
    ),
    DocumentFormat(
        label="gift",
        media_type="text/x-gift",
        suffixes=(".gift",),
        words=("question banks (GIFT)", "Fragensammlungen (GIFT)"),
        reader="questions.file:read_gift_file",
        told_by="text_signs:is_gift",
    ),
    _typeset("rst", "text/x-rst", "reStructuredText", ".rst", ".rest"),
    _typeset("latex", "text/x-tex", "LaTeX", ".tex", ".latex", ".ltx"),
    _typeset("asciidoc", "text/asciidoc", "AsciiDoc", ".adoc", ".asciidoc", ".asc"),
    _typeset("org", "text/org", "Org", ".org"),
    DocumentFormat(
        label="markdown",
        media_type="text/markdown",
        suffixes=(".md", ".markdown"),
        words=("Markdown", "Markdown"),
        reader="text.markdown:read_markdown_file",
        beside="text.markdown:read_markdown_bytes",
    ),
    DocumentFormat(
        label="txt",
        media_type="text/plain",
        suffixes=(".txt", ".text", ".csv", ".tsv"),
        words=("plain text", "Text"),
        reader="text.plain:read_text_file",
    ),
)

BY_LABEL = {format.label: format for format in FORMATS}


def with_pages() -> dict[str, DocumentFormat]:
    """The formats whose pages can be shown as pictures, by their media type."""
    return {format.media_type: format for format in FORMATS if format.pages}


_LANGUAGES = {"en": (0, "and"), "de": (1, "und")}


def readable(language: str = "en") -> str:
    """All formats as they stand in a sentence: "PDF, Word, … and plain text" (en, de)."""
    place, joined = _LANGUAGES[language]
    *names, last = dict.fromkeys(format.words[place] for format in FORMATS)
    return f"{', '.join(names)} {joined} {last}"


def named(address: str) -> Any:
    """The function that a row of the table names as "module:function"."""
    module, _, function = address.partition(":")
    return getattr(import_module(f"{ROOM}.{module}"), function)
