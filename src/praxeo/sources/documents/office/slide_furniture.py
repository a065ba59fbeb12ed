"""Pictures that stand at one place on several slides: logos and grounds, which adorn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from praxeo.sources.documents.office.drawing_text import shapes
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.office.pictures import pictures_in
from praxeo.sources.documents.xml_tree import attribute, child

REPEATED_FROM = 3  # slides
Placed = tuple[str, ...]  # the part of a picture and where it stands


def repeated_pictures(package: Package, slides: Mapping[str, Any]) -> frozenset[Placed]:
    """The pictures that adorn, of the slides' trees by their parts."""
    counted: Counter[Placed] = Counter()
    for part, root in slides.items():
        tree = child(child(root, "cSld"), "spTree")
        found = (placed(shape, package, part) for shape in shapes(tree if tree is not None else ()))
        counted.update({place for place in found if place})
    return frozenset(place for place, count in counted.items() if count >= REPEATED_FROM)


def placed(shape: Any, package: Package, part: str) -> Placed:
    """Which picture a shape shows at which place; () for none, or where it takes its place from the layout."""
    frame = child(child(shape, "spPr"), "xfrm")
    offset = child(frame, "off")
    if offset is None:
        return ()
    shown = next(pictures_in((shape,)), None)
    if shown is None:
        return ()
    name = package.relations(part).get(shown.relation, ("", ""))[1]
    size = child(frame, "ext")
    sides = (attribute(size, "cx"), attribute(size, "cy")) if size is not None else ()
    return (name, attribute(offset, "x"), attribute(offset, "y"), *sides)
