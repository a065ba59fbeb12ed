"""Parses HTML into an element tree without any network access, and reads element names."""

from __future__ import annotations

from typing import Any

from lxml import etree
from lxml import html as lxml_html

from praxeo.domain.errors import Refused

Element = Any
"""An lxml element; lxml ships no types."""

PARSE_LIMIT_BYTES = 32_000_000


def parse_html(source: str | bytes, *, encoding: str = "utf-8") -> Element:
    """The root element of a page; bytes are read in `encoding`, wrong bytes are replaced.

    Raises Refused("empty_page") if there is no element at all.
    """
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    if not isinstance(source, str) and encoding.lower() not in {"utf-8", "utf8"}:
        data = data.decode(encoding, "replace").encode("utf-8")
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")[:PARSE_LIMIT_BYTES]
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = lxml_html.document_fromstring(data, parser=parser, ensure_head_body=False)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise Refused("empty_page", "The page holds no text.") from error
    return root


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
