"""Asks a wiki of MediaWiki which revision an article is at: a small question in place of a large page.

A page names its wiki's interface and its own revision; see mediawiki.org/wiki/API:Info and Manual:Interface/JavaScript.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

from praxeo.domain.errors import Refused, Unavailable
from praxeo.ports.web import Web

_INTERFACE = re.compile(rb'<link rel="EditURI"[^>]*href="([^"?]{1,500})\?', re.I)
_REVISION = re.compile(rb'"wgRevisionId":\s*(\d{1,15})\b')
_ARTICLE = re.compile(rb'"wgArticleId":\s*(\d{1,15})\b')


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article of a wiki at one revision. `interface` is the address of its api.php."""

    interface: str
    number: int
    revision: int


def article_in(page: bytes, address: str) -> Article | None:
    """The article that a page shows; None if it is none, or asks somewhere else than its own site."""
    found = [pattern.search(page) for pattern in (_INTERFACE, _ARTICLE, _REVISION)]
    if not all(found):
        return None
    place, number, revision = (match[1].decode("ascii", "replace") for match in found if match)
    interface = urljoin(address, html.unescape(place))
    # Asked as its page was: the link leaves out the scheme.
    parts = urlsplit(interface)
    if parts.hostname != urlsplit(address).hostname or not int(number) or not int(revision):
        return None
    interface = urlunsplit(parts._replace(scheme=urlsplit(address).scheme, query="", fragment=""))
    return Article(interface=interface, number=int(number), revision=int(revision))


def is_current(web: Web, article: Article) -> bool:
    """Whether the article is still at its revision; False also where the wiki does not say."""
    query = {
        "action": "query",
        "prop": "info",
        "pageids": article.number,
        "format": "json",
        "formatversion": 2,
        "maxlag": 5,
    }
    address = f"{article.interface}?{urlencode(query)}"
    try:
        told = json.loads(web.get(address, accept="application/json", robots=False).data)
        return int(told["query"]["pages"][0]["lastrevid"]) == article.revision
    except (Refused, Unavailable, ValueError, TypeError, KeyError, IndexError):
        return False
