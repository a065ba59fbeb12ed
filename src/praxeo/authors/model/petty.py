"""Petty faults of markup that models make again and again, mended by rule instead of by another call."""

from __future__ import annotations

import re

# The role of a live region belongs on an element that may have it: <dd> may not (https://www.w3.org/TR/html-aria/).
_STATUS_IN_LIST = re.compile(
    r"<(?P<tag>dd|dt)\b(?P<attributes>[^<>]*\brole\s*=\s*[\"']?status\b[^<>]*)>(?P<text>[^<>]*)</(?P=tag)\s*>",
    re.IGNORECASE,
)

_STYLED = re.compile(r"\bd[dt]\[", re.IGNORECASE)  # what is addressed by its element stays as it is


def without_petty_faults(html: str) -> str:
    """The same app with the content of such elements in a span that has their attributes."""
    if _STYLED.search(html):
        return html
    return _STATUS_IN_LIST.sub(r"<\g<tag>><span\g<attributes>>\g<text></span></\g<tag>>", html)
