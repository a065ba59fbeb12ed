"""Pictures in drawings of Office files: where they stand in the package, what is said of them, how they are cropped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from praxeo.domain.blocks import Picture
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.office.word_text import alternative
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.crop import WHOLE, Crop
from praxeo.sources.documents.xml_tree import attribute, child, local

PICTURE_LIMIT_BYTES = 48 * 2**20
# What holds text with pictures of its own, or a picture that is ground, bullet or line.
APART = {"txbxContent", "txBody", "bgPr", "ln", "pPr", "rPr", "numPicBullet", "Fallback"}
NAMED = {"nvPicPr": "cNvPr", "nvSpPr": "cNvPr", "nvGrpSpPr": "cNvPr", "nvGraphicFramePr": "cNvPr"}
TRUE = ("1", "true")
QUARTER = 5_400_000  # turn, in sixty-thousandths of a degree
PER_CENT = 100_000  # of a side, in thousandths of a per cent
VML_SHARE = 65_536


@dataclass(frozen=True, kw_only=True, slots=True)
class PictureUse:
    """A picture as a drawing shows it: `relation` names its part."""

    relation: str
    alt: str = ""
    decorative: bool = False
    crop: Crop = WHOLE


def add_pictures(drawing: Any, package: Package, part: str, blocks: BlockList) -> None:
    """Append the pictures in a drawing of `part` as figures; what cannot be shown is counted."""
    for shown in pictures_in(drawing):
        if picture := taken(shown, package, part, blocks.album):
            blocks.add_figure(picture)


def taken(shown: PictureUse, package: Package, part: str, album: Album) -> Picture | None:
    """The picture as it is kept; None if it adorns only, or cannot be shown."""
    if shown.decorative:
        album.leave()
        return None
    name = package.relations(part).get(shown.relation, ("", ""))[1]
    if name not in package.names:
        album.lose("missing")
        return None
    read = partial(package.read, name, PICTURE_LIMIT_BYTES)
    return album.take_part(name, read, alt=shown.alt, crop=shown.crop)


def pictures_in(drawing: Any, about: PictureUse | None = None) -> Iterator[PictureUse]:
    """The pictures in an element, those of text boxes excepted; `about` is what is said of all of them."""
    about = about or PictureUse(relation="")
    for node in drawing if drawing is not None else ():
        if (name := local(node)) in NAMED:
            about = _described(child(node, NAMED[name]), about)
        elif name == "docPr":
            about = _described(node, about)
    for node in drawing if drawing is not None else ():
        name = local(node)
        if name == "blipFill":
            yield from _filled(node, drawing, about)
        elif name == "imagedata":
            yield _of_vml(node, drawing, about)
        elif name == "AlternateContent":
            yield from _of_versions(node, about)
        elif name not in APART:
            yield from pictures_in(node, about)


def _of_versions(node: Any, about: PictureUse) -> Iterator[PictureUse]:
    """Those of the newest version; an embedded object has its picture in the older one only."""
    found = list(pictures_in(alternative(node), about))
    if not found and next(node.iter("{*}oleObj"), None) is not None:
        found = list(pictures_in(child(node, "Fallback"), about))
    yield from found


def _described(node: Any, about: PictureUse) -> PictureUse:
    """What the properties of a drawing say; those of a group hold for what has none of its own."""
    if node is None:
        return about
    alt = attribute(node, "descr") or attribute(node, "title")
    marks = [mark for mark in node.iter() if local(mark) == "decorative"]
    decorative = any(attribute(mark, "val") in TRUE for mark in marks)
    decorative = decorative or attribute(node, "hidden") in TRUE
    return replace(about, alt=alt or about.alt, decorative=decorative or about.decorative)


def _filled(fill: Any, shape: Any, about: PictureUse) -> Iterator[PictureUse]:
    blip = child(fill, "blip")
    if blip is None or not (attribute(blip, "embed") or attribute(blip, "link")):
        return
    cut = child(fill, "srcRect")
    left, top, right, bottom = (
        _share(attribute(cut, side), PER_CENT) if cut is not None else 0.0 for side in "ltrb"
    )
    properties = child(shape, "spPr")
    frame = child(shape if properties is None else properties, "xfrm")
    turned = attribute(frame, "rot") if frame is not None else ""
    crop = Crop(
        left=left,
        top=top,
        right=right,
        bottom=bottom,
        turns=round(_share(turned, QUARTER)) % 4,
        mirrored=frame is not None and attribute(frame, "flipH") in TRUE,
    )
    yield replace(about, relation=attribute(blip, "embed"), crop=crop)


def _of_vml(node: Any, shape: Any, about: PictureUse) -> PictureUse:
    """A picture in the older language for drawings, which its shape describes."""
    alt = attribute(shape, "alt") or attribute(node, "title")
    left, top, right, bottom = (
        _share(attribute(node, f"crop{side}").removesuffix("f"), VML_SHARE)
        for side in ("left", "top", "right", "bottom")
    )
    relation = attribute(node, "id") or attribute(node, "relid")
    return replace(
        about, relation=relation, alt=alt or about.alt, crop=Crop(left, top, right, bottom)
    )


def _share(stated: str, whole: int) -> float:
    digits = stated.removeprefix("-")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 8:
        return 0.0
    return int(stated) / whole
