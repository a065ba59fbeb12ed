"""Pages saved with their parts in one file (MHTML, RFC 2557): the HTML inside is read like any page."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.documents.mail.body import PAGES
from praxeo.sources.documents.mail.files import files_of
from praxeo.sources.documents.mail.message import as_utf8, leaves, opened
from praxeo.sources.documents.pictures.named import Files

NO_PAGE = "This saved page holds no text that can be read. Open it in a browser and save it as HTML, then add that."


def read_saved_page(path: Path) -> Extraction:
    """The main content of a page saved as MHTML, with the pictures that were saved with it."""
    page, files = page_of_message(path.read_bytes())
    return read_html(page, files=files)


def page_of_message(data: bytes) -> tuple[bytes, Files]:
    """The first page inside a message with several parts, and what finds its pictures there.

    Raises Refused("empty_page") without any.
    """
    message = opened(data, NO_PAGE)
    for part in leaves(message):
        if part.get_content_type() in PAGES:
            return as_utf8(part), files_of(message, part)
    raise Refused("empty_page", NO_PAGE)
