"""Draws SVG pictures as bitmaps with resvg, which runs no scripts; what they would load is taken out before."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

from lxml import etree
from PIL import Image

from praxeo.domain.errors import Refused
from praxeo.sources.documents.panics import panics
from praxeo.sources.documents.pictures.decoration import SHORTEST_SIDE
from praxeo.sources.documents.pictures.fitting import LADDER, PictureUnreadable
from praxeo.sources.documents.pictures.svg_guard import check_svg
from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.documents.xml_tree import local

BYTES_MAX = 4 * 2**20
START = re.compile(
    rb"^\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*>|\s)*<(?:\w+:)?svg\b",
    re.S,
)
LENGTH = re.compile(r"\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|ex|%)?\s*$", re.I)
PIXELS = {"pt": 4 / 3, "pc": 16.0, "mm": 3.78, "cm": 37.8, "in": 96.0, "em": 16.0, "ex": 8.0}
VISIBLE = {
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "image",
    "use",
}
USUAL = (600.0, 400.0)  # pixels, of a drawing that states no size
SHARPER = 2.0  # than it is shown, because lines and letters are to be read
PROBE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15">Ag</text></svg>'
)


def is_svg(data: bytes) -> bool:
    """Whether the bytes are an SVG picture."""
    return START.match(data[:4_000]) is not None


def drawn_svg(data: bytes) -> bytes:
    """The drawing as a PNG. Raises PictureUnreadable, whose message is the reason."""
    if len(data) > BYTES_MAX:
        raise PictureUnreadable("too_many_pixels")
    try:
        root = parse_xml(data, mend=False)
    except Refused as error:
        raise PictureUnreadable("damaged") from error
    check_svg(root)
    names = {local(node) for node in root.iter()}
    if names.isdisjoint(VISIBLE):
        raise PictureUnreadable("decoration")  # it keeps the place of what is loaded later
    if "text" in names and not has_fonts():
        raise PictureUnreadable("unknown_kind")  # a drawing without its labels would mislead
    width, height = _size(root)
    if min(width, height) < SHORTEST_SIDE:
        scale = 1.0
    else:
        most = LADDER[0].width
        scale = min(SHARPER, most / width, most * 1.5 / height)
    root.set("width", f"{max(1.0, width * scale):.0f}")
    root.set("height", f"{max(1.0, height * scale):.0f}")
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    return _drawn(etree.tostring(root, encoding="unicode"), fonts="text" in names)


@cache
def has_fonts() -> bool:
    """Whether this machine has any font that letters can be drawn with."""
    with Image.open(io.BytesIO(_drawn(PROBE, fonts=True))) as probe:
        return probe.getbbox() is not None


def _drawn(text: str, *, fonts: bool) -> bytes:
    import resvg_py

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=text, skip_system_fonts=not fonts))
    except ValueError as error:
        raise PictureUnreadable("damaged") from error
    except panics() as error:
        raise PictureUnreadable("damaged") from error


def _size(root: Any) -> tuple[float, float]:
    """Width and height in pixels, as the drawing states them."""
    box = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    numbers = [float(part) for part in box if re.fullmatch(r"-?[\d.]+(?:e[+-]?\d+)?", part, re.I)]
    inside = (numbers[2], numbers[3]) if len(numbers) == 4 and min(numbers[2:]) > 0 else None
    width, height = _length(root.get("width")), _length(root.get("height"))
    if inside is not None:
        shape = inside[1] / inside[0]
        if width and not height:
            height = width * shape
        elif height and not width:
            width = height / shape
    if width and height:
        return _bounded(width), _bounded(height)
    wide, high = inside or USUAL
    return _bounded(wide), _bounded(high)


def _length(stated: str | None) -> float:
    found = LENGTH.match(stated or "")
    if found is None or found[2] == "%":
        return 0.0
    try:
        return float(found[1]) * PIXELS.get((found[2] or "").lower(), 1.0)
    except ValueError:
        return 0.0


def _bounded(length: float) -> float:
    return min(100_000.0, max(0.01, length))
