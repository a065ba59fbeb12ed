"""Texts of engines as plain text: without their mark-up and their entities, short."""

from __future__ import annotations

import html
import re

from praxeo.domain.texts import one_line
from praxeo.ports.search import SearchHit

SNIPPET_CHARACTERS_MAX = 600
TITLE_CHARACTERS_MAX = 300
_TAG = re.compile(r"<[^>]{0,200}>")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def plain(text: object, most: int = SNIPPET_CHARACTERS_MAX) -> str:
    """A text from outside without tags; "" for what is no text."""
    if not isinstance(text, str):
        return ""
    return one_line(html.unescape(_TAG.sub("", text[: most * 4])))[:most]


def hit(url: object, title: object, snippet: object = "", date: object = "") -> SearchHit | None:
    """A hit of these parts; None where there is no address to go to."""
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        return None
    day = _DAY.match(date) if isinstance(date, str) else None
    return SearchHit(
        url=url,
        title=plain(title, TITLE_CHARACTERS_MAX) or url,
        snippet=plain(snippet),
        date=day[0] if day else "",
    )


def hits(found: list[SearchHit | None], limit: int) -> tuple[SearchHit, ...]:
    """The first of them, each address once."""
    return tuple({each.url: each for each in reversed(found) if each}.values())[::-1][:limit]
