"""Parses XML that may mean harm: nothing is fetched or expanded, depth and size are bounded."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.documents.zip_files import DAMAGED

TOO_DEEP = "This file nests its parts deeper than any real document does, so it was refused."
TOO_LONG = (
    "One text in this file is longer than 10,000,000 characters, more than can be read as a whole. "
    "Split it into parts and add them one by one."
)
ENTITIES = "This file defines XML entities, as files that attack readers do, so it was refused."


def parse_xml(data: bytes, *, mend: bool = True) -> Any:
    """The root element; no entity is expanded, nothing is fetched, depth and size are bounded.

    What is not well formed is mended, unless what it is for needs it whole.
    """
    if b"<!ENTITY" in data[:100_000]:
        raise Refused("xml_bomb", ENTITIES)
    try:
        return etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Refused("too_deep", TOO_DEEP) from error
        if "too long" in str(error):  # mending would drop it, and all that follows
            raise TooLarge("text_too_long", TOO_LONG) from error
    root = _recovered(data) if mend else None
    if root is None:
        raise Refused("damaged", DAMAGED)
    return root


def parse_xml_rows(data: bytes, names: tuple[str, ...]) -> Iterator[Any]:
    """The elements of those names one after the other, for parts too large to hold as a tree.

    The caller clears each element when it is done with it.
    """
    if b"<!ENTITY" in data[:100_000]:
        raise Refused("xml_bomb", ENTITIES)
    events = etree.iterparse(
        BytesIO(data),
        tag=tuple("{*}" + name for name in names),
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            yield element
        if any("too long" in entry.message for entry in events.error_log):
            raise TooLarge("text_too_long", TOO_LONG)
    except etree.XMLSyntaxError as error:
        raise Refused("damaged", DAMAGED) from error


def _recovered(data: bytes) -> Any:
    try:
        return etree.fromstring(data, _parser(recover=True))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )
