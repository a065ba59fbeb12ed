"""Fits the pictures of a document to what one app may carry of them, which is why none is refused at first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from praxeo.domain.blocks import Block, Extraction, Picture
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from praxeo.sources.documents.pictures.fitting import LADDER, Fitted, Rung, decoded, fitted

# Base64 makes four characters of three bytes.
WANTED_BYTES = APP_PICTURES_BYTES_MAX // 4 * 3


def within_budget(extraction: Extraction) -> Extraction:
    """The same extraction, its pictures made smaller step by step until one app can hold them all.

    A document with more pictures than fit even so keeps them at the smallest step: an app that shows all
    of it leaves the largest out and says so (`compile.pictures`), an app of a part of it need not.
    """
    made = extraction.pictures
    for rung in LADDER[1:]:
        if _size(made) <= WANTED_BYTES:
            break
        made = {name: _again(data, rung) for name, data in extraction.pictures.items()}
    if made is extraction.pictures:
        return extraction
    smaller = {name: _measured(data) for name, data in made.items()}
    return replace(
        extraction,
        blocks=tuple(_with_smaller(block, smaller) for block in extraction.blocks),
        pictures={picture.content_hash: picture.data for picture in smaller.values()},
    )


def _size(pictures: Mapping[str, bytes]) -> int:
    return sum(map(len, pictures.values()))


def _again(data: bytes, rung: Rung) -> bytes:
    """The picture at this rung, or as it is where that is no smaller."""
    return min(data, fitted(decoded(data), rung).data, key=len)


def _measured(data: bytes) -> Fitted:
    picture = decoded(data)
    return Fitted(data=data, width=picture.width, height=picture.height)


def _with_smaller(block: Block, smaller: Mapping[str, Fitted]) -> Block:
    picture: Picture | None = block.picture
    if picture is None:
        return block
    now = smaller[picture.content_hash]
    share = min(1.0, now.width / picture.width)
    sized = replace(
        picture,
        content_hash=now.content_hash,
        width=max(1, round(picture.width * share)),
        height=max(1, round(picture.height * share)),
    )
    return replace(block, picture=sized)
