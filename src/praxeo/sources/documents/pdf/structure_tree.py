"""Walks the structure that a tagged PDF states for a page: its elements, their texts and their marks."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2.raw as raw

MAX_ELEMENTS = 20_000  # of the structure of one page; a tree may be one that never ends
MAX_DEPTH = 60
MAX_TEXT = 4_000  # bytes of one text (two for each character); the rest is cut off


@contextmanager
def structure_of(page: Any) -> Iterator[list[Any]]:
    """The uppermost elements of a loaded page, to be used inside the block; none where it states no structure."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        yield []
        return
    try:
        count = min(max(0, raw.FPDF_StructTree_CountChildren(tree)), MAX_ELEMENTS)
        yield [raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(count)]
    finally:
        raw.FPDF_StructTree_Close(tree)


def elements(top: list[Any], kind: str) -> Iterator[Any]:
    """The elements of a kind, whatever they stand in, none within another one."""
    waiting = [(node, 0) for node in reversed(top)]
    for _ in range(MAX_ELEMENTS):
        if not waiting:
            return
        node, depth = waiting.pop()
        if not node:
            continue
        if stated(raw.FPDF_StructElement_GetType, node) == kind:
            yield node
        elif depth < MAX_DEPTH and len(waiting) < MAX_ELEMENTS:
            waiting += [(child, depth + 1) for child in reversed(parts(node))]


def parts(node: Any) -> list[Any]:
    """What an element consists of; a part that is no element is None."""
    count = min(max(0, raw.FPDF_StructElement_CountChildren(node)), MAX_ELEMENTS)
    return [raw.FPDF_StructElement_GetChildAtIndex(node, at) for at in range(count)]


def marks(node: Any) -> list[int]:
    """The numbers by which an element's own content is marked on its page."""
    count = min(max(0, raw.FPDF_StructElement_GetMarkedContentIdCount(node)), MAX_ELEMENTS)
    return [raw.FPDF_StructElement_GetMarkedContentIdAtIndex(node, at) for at in range(count)]


def stated(get: Callable[..., int], node: Any) -> str:
    """A text of an element, by the function of PDFium that gives it; "" for none."""
    size = min(get(node, None, 0), MAX_TEXT)
    buffer = ctypes.create_string_buffer(MAX_TEXT)
    get(node, buffer, MAX_TEXT)
    return buffer.raw[:size].decode("utf-16-le", "replace").strip("\0 \r\n\t")
