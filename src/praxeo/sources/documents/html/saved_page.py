"""Pages saved with their parts in one file (MHTML, RFC 2557): the HTML inside is read like any page."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.documents.mail.body import PAGES
from praxeo.sources.documents.mail.files import files_of
from praxeo.sources.documents.mail.message import Part, as_utf8, leaves, opened

NO_PAGE = "This saved page holds no text that can be read. Open it in a browser and save it as HTML, then add that."


def read_saved_page(path: Path) -> Extraction:
    """The main content of a page saved as MHTML, with the pictures that were saved with it."""
    message = opened(path.read_bytes(), NO_PAGE)
    page = _page(message)
    return read_html(as_utf8(page), files=files_of(message, page))


def html_of_message(data: bytes) -> bytes:
    """The first page inside a message with several parts. Raises Refused("empty_page") without any."""
    return as_utf8(_page(opened(data, NO_PAGE)))


def _page(message: Part) -> Part:
    for part in leaves(message):
        if part.get_content_type() in PAGES:
            return part
    raise Refused("empty_page", NO_PAGE)
