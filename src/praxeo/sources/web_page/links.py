"""What a person gives as the address of a page. Whether it may be fetched is judged where it is dialled."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from praxeo.domain import texts
from praxeo.domain.errors import Refused

LINK_CHARACTERS_MAX = 4_096
_LINK = re.compile(r"https?://[^\s/?#]+\S*", re.I)
_WITHOUT_SCHEME = re.compile(r"(?:www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/)\S+", re.I)


def link(given: str) -> str:
    """The address, with https:// where a person left that out. Raises Refused("link_malformed")."""
    text = given.strip()
    if _WITHOUT_SCHEME.fullmatch(text):
        text = f"https://{text}"
    if len(text) > LINK_CHARACTERS_MAX or not _LINK.fullmatch(text):
        raise Refused(
            "link_malformed",
            "This is no address of a web page. Copy it from the browser's address line.",
        )
    return text


def name_in(address: str) -> str:
    """What the file behind an address is called, "page" where the address does not say."""
    last = urlsplit(address).path.rstrip("/").rpartition("/")[2]
    return texts.file_name(unquote(last)) if last else "page"
