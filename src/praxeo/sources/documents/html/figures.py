"""Puts the pictures of a page among its text, each with the caption that its page gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from praxeo.domain.blocks import BlockKind, Picture
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html.image_addresses import image_addresses
from praxeo.sources.documents.html.inline_drawings import said_of
from praxeo.sources.documents.html.page_pictures import may_teach
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.text_units import TextUnitWalker
from praxeo.sources.documents.html.tree import Element, name_of

CAPTION_PART = re.compile(
    r"(?:^|[\s_-])(?:thumbcaption|gallerytext|wp-caption-text|(?:image|img|photo|figure|fig)?-?caption(?:-text)?)(?=[\s_-]|$)",
    re.I,
)
REPEATED_FROM = 4  # times on one page; a picture shown so often is a sign


def with_figures(
    walker: TextUnitWalker,
    chosen: Sequence[TextUnit],
    blocks: BlockList,
    is_content: Callable[[Element], bool] = may_teach,
) -> list[TextUnit]:
    """The chosen units of a page with its pictures between them; captions go into their figures.

    `blocks` is where the pictures are taken from and kept.
    """
    wanted = [found for found in walker.pictures if is_content(found.element)]
    offers = {id(found): image_addresses(found.element) for found in wanted}
    counted: dict[str, int] = {}
    for addresses in offers.values():
        for address in addresses[:1]:
            counted[address] = counted.get(address, 0) + 1
    content = {id(unit) for unit in chosen}
    taken: set[int] = set()
    figures: dict[int, list[TextUnit]] = {}
    for _, together in groupby(wanted, key=lambda found: id(_figure(found.element))):
        group = list(together)
        for number, found in enumerate(group, 1):
            addresses = offers[id(found)]
            if not addresses and name_of(found.element) == "svg":
                blocks.album.lose("unknown_kind")  # its colours are those of the page
                continue
            if not addresses or counted[addresses[0]] >= REPEATED_FROM:
                blocks.album.leave()
                continue
            captions = (
                _captions(found.element, found.at, walker.units) if number == len(group) else []
            )
            picture = blocks.take(addresses, alt=_said(found.element))
            if picture is None and not any(id(unit) in content for unit in captions):
                continue
            figures.setdefault(found.at, []).append(_unit(found.element, picture, captions))
            taken |= {id(unit) for unit in captions}
    return _merged(walker.units, content - taken, figures)


def _said(image: Element) -> str:
    return said_of(image) if name_of(image) == "svg" else image.get("alt") or ""


def _figure(image: Element) -> Element:
    """The `figure` around a picture, which may hold several, else the picture itself."""
    above = [node for node in image.iterancestors() if name_of(node) == "figure"]
    return above[0] if above else image


def _captions(image: Element, at: int, units: Sequence[TextUnit]) -> list[TextUnit]:
    """The units of the picture's `figcaption`, or the one after it that its page calls a caption."""
    figure = _figure(image)
    inside = (
        next((node for node in figure.iter("figcaption")), None) if figure is not image else None
    )
    if inside is not None:
        near = units[max(0, at - 12) : at + 12]
        return [u for u in near if u.element is inside or inside in u.element.iterancestors()]
    after = units[at] if at < len(units) else None
    if after is None or after.hidden or after.kind in ("heading", "table", "code"):
        return []
    near_it = [after.element, *list(after.element.iterancestors())[:2]]
    called = any(CAPTION_PART.search(node.get("class") or "") for node in near_it)
    return [after] if called else []


def _unit(image: Element, picture: Picture | None, captions: Sequence[TextUnit]) -> TextUnit:
    """A figure; of one that cannot be shown, the caption."""
    kind: BlockKind = "figure" if picture else "caption"
    unit = TextUnit(kind=kind, text="", element=image, picture=picture)
    for caption in captions:
        shift = len(unit.text) + bool(unit.text)
        unit.text += " " * bool(unit.text) + caption.text
        unit.marks += tuple(
            replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in caption.marks
        )
    return unit


def _merged(
    units: Sequence[TextUnit], content: set[int], figures: dict[int, list[TextUnit]]
) -> list[TextUnit]:
    merged: list[TextUnit] = []
    for at, unit in enumerate(units):
        merged += figures.get(at, [])
        if id(unit) in content:
            merged.append(unit)
    return merged + figures.get(len(units), [])
