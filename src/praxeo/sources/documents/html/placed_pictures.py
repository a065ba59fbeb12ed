"""The pictures that a page shows, and where they stand among its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from praxeo.sources.documents.html.inline_drawings import is_drawing
from praxeo.sources.documents.html.page_formulas import formula_of
from praxeo.sources.documents.html.tree import Element, name_of

PICTURES = ("img", "svg")
OFF = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class PlacedPicture(NamedTuple):
    """An image's element, and the index of the unit before which it stands."""

    element: Element
    at: int


def pictures_of(element: Element, hidden_by: Element | None) -> Iterator[Element]:
    """The image that an element is, or the images that a drawing holds; none that the page hides.

    `hidden_by` is what hides all around it. What is hidden until a script shows it, as pictures that are
    loaded late, is shown; so is what stands in a `noscript` alone.
    """
    if hidden_by is not None and not _only_without_scripts(hidden_by):
        return
    if name_of(element) == "svg":
        images = list(element.iter("{*}image"))
        yield from images or ([element] if is_drawing(element) else [])
    elif formula_of(element, "img") is None and not _is_off(element):
        yield element


def _is_off(image: Element) -> bool:
    if "data-src" in image.attrib or "data-srcset" in image.attrib:
        return False
    return "hidden" in image.attrib or bool(OFF.search(image.get("style") or ""))


def _only_without_scripts(hidden_by: Element) -> bool:
    """Whether a `noscript` holds the only form of its pictures, and no copy of one beside it."""
    if name_of(hidden_by) != "noscript" or hidden_by.getparent() is None:
        return False
    beside = (
        image
        for node in hidden_by.getparent()
        if node is not hidden_by
        for image in node.iter("img")
    )
    return next(beside, None) is None
