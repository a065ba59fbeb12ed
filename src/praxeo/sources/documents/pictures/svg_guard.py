"""Looks through an SVG before it is drawn: nothing that it would load, nothing that multiplies in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PIL import Image

from praxeo.sources.documents.pictures.fitting import PIXELS_MAX, PictureUnreadable
from praxeo.sources.documents.pictures.picture_file import written_out
from praxeo.sources.documents.xml_tree import attribute, local

WEIGHT_MAX = 200_000  # elements that are drawn, with all copies of them
# What needs the whole picture once more weighs as much as so many elements.
HEAVY = {"filter": 4_000, "mask": 500, "pattern": 500, "clipPath": 100}
LAYER_WEIGHT = 100
DEPTH_MAX = 40  # each may need a layer of its own
FILTERS_MAX = 50
STYLE_TARGETS_MAX = 20  # that rules of a style sheet point to, for whatever they hold
POINTED = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
MARKED = ("marker-start", "marker-mid", "marker-end", "marker")
# Effects whose cost is bounded by the size of the picture.
EFFECTS = frozenset(
    {"feGaussianBlur", "feOffset", "feMerge", "feMergeNode", "feFlood", "feComposite", "feBlend"}
    | {"feColorMatrix", "feDropShadow", "feComponentTransfer"}
    | {f"feFunc{channel}" for channel in "RGBA"}
)


def check_svg(root: Any) -> None:
    """Take out what points outside. Raises PictureUnreadable for what cannot be drawn whole, or not safely."""
    filters = 0
    for node in root.iter():
        name = local(node)
        if name == "foreignObject":  # a page of its own, whose labels would be missing
            raise PictureUnreadable("unknown_kind")
        if name in ("image", "feImage"):
            _check_image(node)
        elif name.startswith("fe") and name not in EFFECTS:
            raise PictureUnreadable("unknown_kind")
        else:
            filters += name == "filter"
            _without_outside(node)
    if filters > FILTERS_MAX:
        raise PictureUnreadable("too_many_pixels")
    styles = [POINTED.findall("".join(node.itertext())) for node in root.iter("{*}style")]
    by_class = tuple({target for targets in styles for target in targets})
    if len(by_class) > STYLE_TARGETS_MAX:
        raise PictureUnreadable("too_many_pixels")
    nodes = {node.get("id"): node for node in root.iter() if node.get("id")}
    _Weights(nodes=nodes, by_class=by_class).of(root, 0)


def _check_image(node: Any) -> None:
    """A picture inside must be written into the drawing, and be no bomb itself."""
    file = written_out(attribute(node, "href"))
    if file is None or local(node) == "feImage":
        raise PictureUnreadable("missing")
    try:
        with Image.open(io.BytesIO(file.read()), formats=("PNG", "JPEG", "GIF", "WEBP")) as opened:
            if opened.width * opened.height > PIXELS_MAX:
                raise PictureUnreadable("too_many_pixels")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureUnreadable("unknown_kind") from error


def _without_outside(node: Any) -> None:
    for key, value in list(node.attrib.items()):
        if key.rpartition("}")[2] == "href" and not value.startswith("#"):
            del node.attrib[key]


@dataclass(kw_only=True)
class _Weights:
    """How many elements are drawn for each one that others point to, and how deep."""

    nodes: dict[str, Any]
    by_class: tuple[str, ...]
    _known: dict[str, tuple[int, int]] = field(default_factory=dict)

    def of(self, node: Any, depth: int) -> tuple[int, int]:
        """The weight of an element and the depth below it."""
        if depth > DEPTH_MAX:
            raise PictureUnreadable("too_many_pixels")
        weight, deepest = HEAVY.get(local(node), 1), 0
        weight += LAYER_WEIGHT * ("opacity" in node.attrib or "mix-blend" in node.get("style", ""))
        for inner in node:
            if isinstance(inner.tag, str):
                inside, below = self.of(inner, depth + 1)
                weight, deepest = weight + inside, max(deepest, below)
        for target, times in self._pointed(node):
            inside, below = self._target(target, depth)
            weight, deepest = weight + inside * times, max(deepest, below)
        if weight > WEIGHT_MAX or deepest + depth > DEPTH_MAX:
            raise PictureUnreadable("too_many_pixels")
        return weight, deepest + 1

    def _target(self, name: str, depth: int) -> tuple[int, int]:
        if name not in self._known:
            node = self.nodes.get(name)
            self._known[name] = (0, 0)  # what points to itself is drawn as nothing
            if node is not None:
                self._known[name] = self.of(node, depth + 1)
        return self._known[name]

    def _pointed(self, node: Any) -> Iterator[tuple[str, int]]:
        """The ids that an element draws, and how often."""
        reference = attribute(node, "href")
        if reference.startswith("#"):
            yield reference[1:], 1
        corners = 1 + len(node.get("d") or node.get("points") or "") // 4
        for key, value in node.attrib.items():
            for target in POINTED.findall(value) if "url(" in value else ():
                yield (
                    target,
                    corners if key in MARKED or (key == "style" and "marker" in value) else 1,
                )
        if node.get("class"):
            yield from ((target, corners) for target in self.by_class)
