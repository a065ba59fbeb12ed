"""Pages saved with their parts in one file (MHTML, RFC 2557), and mail: the HTML inside is read like any page."""

from __future__ import annotations

import email
import email.policy
import re
from email.message import EmailMessage
from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.reader import read_html

BOUNDARIES_AT_MOST = 100  # each nests parts; more would be a bomb for the parser
PARTS_AT_MOST = 2_000
SAVED = re.compile(r"^(?:From: <Saved by|Snapshot-Content-Location:)", re.M | re.I)
RELATED = re.compile(r"^Content-Type:\s*multipart/related", re.M | re.I)
NO_PAGE = "This saved page holds no text that can be read. Open it in a browser and save it as HTML, then add that."


def is_saved_page(text: str) -> bool:
    """Whether a text that begins so is a web page that a browser saved in one file."""
    head = text[:4000]
    return bool(SAVED.search(head) or (RELATED.search(head) and "text/html" in head))


def read_saved_page(path: Path) -> Extraction:
    """The main content of a page saved as MHTML."""
    return read_html(html_of_message(path.read_bytes()))


def html_of_message(data: bytes) -> bytes:
    """The first page inside a message with several parts. Raises Refused("empty_page") without any."""
    if data.count(b"boundary=") > BOUNDARIES_AT_MOST:
        raise Refused("too_deep", "This file nests its parts too deeply to be read.")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        for number, part in enumerate(message.walk()):
            if number > PARTS_AT_MOST:
                break
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                return _body(part)
    except (RecursionError, LookupError, ValueError) as error:
        raise Refused("damaged", NO_PAGE) from error
    raise Refused("empty_page", NO_PAGE)


def _body(part: EmailMessage) -> bytes:
    """A part's page as UTF-8, whatever its header says of its characters."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    return data.decode(charset, "replace").encode() if charset else data
