"""Drawings (SVG) written into a page: charts and diagrams, told from the signs and buttons that are drawn so, too."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from lxml import etree

from praxeo.sources.documents.html.tree import Element, first_number, name_of

SMALLEST_SIDE = 100  # pixels
ELEMENTS_MAX = 10_000
DEPTH_MAX = 40
SPACE = "http://www.w3.org/2000/svg"
NAME = re.compile(r"[A-Za-z_][\w.-]*")
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
# What a parser of HTML writes in small letters, and a drawing must not.
CAPITALS = {
    name.lower(): name
    for name in [
        "viewBox",
        "preserveAspectRatio",
        "linearGradient",
        "radialGradient",
        "clipPath",
        "textPath",
        "foreignObject",
        "gradientUnits",
        "gradientTransform",
        "spreadMethod",
        "patternUnits",
        "patternContentUnits",
        "patternTransform",
        "clipPathUnits",
        "maskUnits",
        "maskContentUnits",
        "markerWidth",
        "markerHeight",
        "markerUnits",
        "refX",
        "refY",
        "stdDeviation",
        "textLength",
        "lengthAdjust",
        "startOffset",
        "feGaussianBlur",
        "feOffset",
        "feMerge",
        "feMergeNode",
        "feFlood",
        "feComposite",
        "feBlend",
        "feColorMatrix",
        "feDropShadow",
    ]
}


def is_drawing(svg: Element) -> bool:
    """Whether an `svg` shows something to look at: large enough, and with letters, a name or a figure around it."""
    if svg.get("aria-hidden") == "true" or min(_sides(svg)) < SMALLEST_SIDE:
        return False
    if any(
        name_of(node) in ("button", "a", "nav", "header", "footer") for node in svg.iterancestors()
    ):
        return False
    named = bool(svg.get("aria-label")) or any(
        name_of(node) in ("text", "title") for node in svg.iter()
    )
    return named or any(name_of(node) == "figure" for node in svg.iterancestors())


def drawing_address(svg: Element) -> str:
    """The drawing as a `data:` address of its own; "" where it takes its colours from the page's style sheets."""
    if _is_styled_outside(svg) or _is_too_large(svg):
        return ""
    text = etree.tostring(_copied(svg), encoding="unicode")
    return f"data:image/svg+xml,{quote(text)}"


def said_of(svg: Element) -> str:
    """What the page says is to be seen."""
    for name in ("title", "desc"):
        for node in svg:
            if name_of(node) == name:
                return "".join(node.itertext())
    return svg.get("aria-label") or ""


def _sides(svg: Element) -> tuple[int, int]:
    box = re.split(r"[\s,]+", (svg.get("viewBox") or svg.get("viewbox") or "").strip())
    inside = box[2:] if len(box) == 4 else ["", ""]
    wide, high = (
        first_number(
            (svg.get(name) or part).partition(".")[0].removesuffix("px"),
            default=0,
            least=0,
            most=100_000,
        )
        for name, part in zip(("width", "height"), inside, strict=True)
    )
    return wide, high


def _is_too_large(svg: Element) -> bool:
    level = [svg]
    seen = 0
    for _ in range(DEPTH_MAX):
        seen += len(level)
        if seen > ELEMENTS_MAX:
            return True
        level = [inner for node in level for inner in node]
    return bool(level)


def _is_styled_outside(svg: Element) -> bool:
    """Whether most shapes have a class and no colour, and no rules of the drawing's own give one."""
    if next(svg.iter("style"), None) is not None:
        return False
    shapes = [node for node in svg.iter() if name_of(node) in SHAPES]
    bare = [node for node in shapes if node.get("class") and not _has_colour(node, svg)]
    return len(bare) * 2 > len(shapes)


def _has_colour(node: Element, svg: Element) -> bool:
    while node is not None:
        if any(node.get(name) for name in ("fill", "stroke", "style")):
            return True
        node = node.getparent() if node is not svg else None
    return False


def _copied(element: Element) -> Any:
    """The element in the name space of drawings, without what a page's scripts put on it."""
    name = name_of(element)
    copy = etree.Element(f"{{{SPACE}}}{CAPITALS.get(name, name)}")
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].rpartition(":")[2] if key.endswith("href") else key
        if NAME.fullmatch(plain) and not plain.lower().startswith(("on", "xmlns")):
            copy.set(CAPITALS.get(plain, plain), value)
    copy.text = element.text
    for inner in element:
        if NAME.fullmatch(name_of(inner)):
            made = _copied(inner)
            made.tail = inner.tail
            copy.append(made)
    return copy
