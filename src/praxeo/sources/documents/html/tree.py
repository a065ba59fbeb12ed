"""Parses HTML into an element tree without any network access, and reads element names."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.encoding import decoded

Element = Any
"""An lxml element; lxml ships no types."""

PARSE_LIMIT_BYTES = 32_000_000
DEEPEST_ELEMENT = 2_000
"""libxml2 leaves out what is nested deeper than 2048 elements."""
HEAD_CHARACTERS = 1_000
HEAD_ELEMENTS = {
    "title",
    "meta",
    "link",
    "base",
    "basefont",
    "bgsound",
    "script",
    "style",
    "noscript",
    "template",
    "",
}
XHTML = "http://www.w3.org/1999/xhtml"
# XHTML may close any element at once; an HTML parser would let these swallow what follows.
CLOSED_AT_ONCE = re.compile(
    r"<(title|script|style|textarea|iframe|noscript|template|a|p|div|span|td|th|li|i|b|em|strong"
    r"|h[1-6])\b([^<>]*)/>"
)


def parse_html(source: str | bytes) -> Element:
    """The root element of a page; of bytes the encoding is found out, wrong ones are replaced.

    Raises Refused("empty_page") if there is no element at all.
    """
    text = source if isinstance(source, str) else decoded(source)
    if text.lstrip("\ufeff \t\r\n").startswith("<?xml") or XHTML in text[:HEAD_CHARACTERS]:
        text = CLOSED_AT_ONCE.sub(r"<\1\2></\1>", text)
    data = text.replace("\x00", "").encode("utf-8", "replace").removeprefix(b"\xef\xbb\xbf")
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(
            data[:PARSE_LIMIT_BYTES], parser=parser, ensure_head_body=False
        )
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Refused("empty_page", "The page holds no text.") from error
    _end_head(root)
    return root


def _end_head(root: Element) -> None:
    """Let the head end before the first element of the body: a page may leave both tags out, and libxml2
    does not know that a main, an article or a header begins the body."""
    head = root.find("head")
    if head is None:
        return
    inside = list(head)
    first = next((i for i, e in enumerate(inside) if name_of(e) not in HEAD_ELEMENTS), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for place, element in enumerate(inside[first:]):
        body.insert(place, element)
    if body.text and body.text.strip():  # it stood behind what was moved
        inside[-1].tail, body.text = f"{inside[-1].tail or ''}{body.text}", None


def name_of(element: Element) -> str:
    """The lower-case local name of an element, or "" for comments and the like."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    return (tag.rpartition("}")[2] if "}" in tag else tag).lower()


def first_number(text: str | None, *, default: int, least: int, most: int) -> int:
    """A whole number from an attribute, held between two bounds."""
    cleaned = (text or "").strip()
    digits = cleaned.removeprefix("-")
    if not digits.isdecimal() or len(digits) > 9:
        return default
    return max(least, min(most, int(cleaned)))
