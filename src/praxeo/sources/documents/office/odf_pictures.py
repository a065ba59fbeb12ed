"""The pictures in the frames of an OpenDocument file, with what is said of them."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import unquote

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.pictures.named import take_named
from praxeo.sources.documents.pictures.picture_file import PictureFile
from praxeo.sources.documents.xml_tree import attribute, child, children, local

PICTURE_LIMIT_BYTES = 48 * 2**20
REPEATED_FROM = 3  # pages of a presentation; a picture at one place of so many adorns
Place = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True)
class OdfPictures:
    """`repeated` are the pictures that stand at one place of several pages."""

    package: Package
    repeated: frozenset[Place]

    @classmethod
    def of(cls, package: Package, content: Any) -> OdfPictures:
        """The pictures of a body."""
        counted: Counter[Place] = Counter()
        for page in children(content, "page"):
            places = {_place(frame) for frame in page.iter("{*}frame")}
            counted.update(place for place in places if place)
        repeated = (place for place, count in counted.items() if count >= REPEATED_FROM)
        return cls(package=package, repeated=frozenset(repeated))

    def add(self, frame: Any, blocks: BlockList) -> None:
        """Append the picture of a frame as a figure, if it shows one; of several forms the first that can be shown."""
        images = children(frame, "image")
        if not images:
            return
        if attribute(frame, "decorative") == "true" or _place(frame) in self.repeated:
            blocks.album.leave()
            return
        alt = _said(frame, "desc") or _said(frame, "title")
        names = list(self._names(images))
        if child(frame, "object") is not None and not any(map(self._file, names)):
            return  # which is an object's own form; that there is no picture of it too is no loss
        if picture := take_named(blocks.album, self._file, names, alt=alt):
            blocks.add_figure(picture)

    def _names(self, images: list[Any]) -> Iterator[str]:
        """Bitmaps before drawings, which are there for programs that cannot show these."""
        stated = [attribute(image, "href") for image in images]
        yield from sorted(
            filter(None, stated),
            key=lambda name: name.lower().endswith((".svg", ".svm", ".wmf", ".emf")),
        )
        for image in images:
            data = child(image, "binary-data")
            if data is not None and data.text:
                yield f"data:image/x;base64,{data.text}"

    def _file(self, address: str) -> PictureFile | None:
        name = posixpath.normpath(unquote(address)).removeprefix("./")
        if name not in self.package.names:
            return None
        return PictureFile(name, partial(self.package.read, name, PICTURE_LIMIT_BYTES))


def _said(frame: Any, name: str) -> str:
    node = child(frame, name)
    return " ".join("".join(node.itertext()).split()) if node is not None else ""


def _place(frame: Any) -> Place | None:
    """Which picture a frame shows and where on its page."""
    image = next((node for node in frame if local(node) == "image"), None)
    if image is None or not attribute(frame, "x"):
        return None
    return attribute(image, "href"), attribute(frame, "x"), attribute(frame, "y")
