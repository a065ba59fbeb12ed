"""Pages saved with their parts in one file (MHTML, RFC 2557): the HTML inside is read like any page."""

from __future__ import annotations

import re
from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.reader import read_html
from praxeo.sources.documents.mail.body import PAGES
from praxeo.sources.documents.mail.message import as_utf8, leaves, opened

SAVED = re.compile(r"^(?:From: <Saved by|Snapshot-Content-Location:)", re.M | re.I)
RELATED = re.compile(r"^Content-Type:\s*multipart/related", re.M | re.I)
SENT = re.compile(r"^(?:To|Received|Message-ID|Delivered-To|Return-Path):", re.M | re.I)
NO_PAGE = "This saved page holds no text that can be read. Open it in a browser and save it as HTML, then add that."


def is_saved_page(text: str) -> bool:
    """Whether a text that begins so is a web page that a browser saved in one file."""
    head = text[:4000]
    if SAVED.search(head):
        return True
    return bool(RELATED.search(head)) and "text/html" in head and not SENT.search(head)


def read_saved_page(path: Path) -> Extraction:
    """The main content of a page saved as MHTML."""
    return read_html(html_of_message(path.read_bytes()))


def html_of_message(data: bytes) -> bytes:
    """The first page inside a message with several parts. Raises Refused("empty_page") without any."""
    for part in leaves(opened(data, NO_PAGE)):
        if part.get_content_type() in PAGES:
            return as_utf8(part)
    raise Refused("empty_page", NO_PAGE)
