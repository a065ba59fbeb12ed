"""The pictures that a Markdown text names, with what it says of them."""

from __future__ import annotations

import re
from contextlib import suppress

from markdown_it.token import Token

from praxeo.domain.blocks import Block, Picture
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.inline import InlineText
from praxeo.sources.documents.pictures.captions import NUMBERED

BADGE = re.compile(r"shields\.io|badge|travis-ci|codecov|circleci|readthedocs\.org/projects", re.I)
ATTRIBUTES = re.compile(r"\{[^{}\n]*\}")  # that Pandoc and kramdown write behind an image
OTHER_TITLE = re.compile(r"^[\W_]*$")


def add_picture(image: Token, blocks: BlockList, inline: InlineText, figures: list[Block]) -> None:
    """Take the picture of an image token; of one that cannot be shown the words stay in the text."""
    address, alt = str(image.attrGet("src") or ""), image.content
    if BADGE.search(address):
        blocks.album.leave()
        inline.add(alt)
        return
    picture = blocks.take([address], alt=alt)
    if picture is None:
        inline.add(alt)
        return
    blocks.ledger.says_otherwise(alt)
    title = str(image.attrGet("title") or "")
    if OTHER_TITLE.match(title):  # "Figure 2: …" is no description of what is to be seen
        title = alt if NUMBERED.match(alt) else ""
    figures.append(figure(picture, title))


def add_html_picture(tag: str, blocks: BlockList, figures: list[Block]) -> None:
    """Take the picture of a tag inside a text, if it is an `img`."""
    if tag[:4].lower() != "<img":
        return
    from praxeo.sources.documents.html.image_addresses import image_addresses
    from praxeo.sources.documents.html.page_pictures import may_teach
    from praxeo.sources.documents.html.tree import parse_html

    with suppress(Refused):
        for image in parse_html(tag).iter("img"):
            addresses = image_addresses(image)
            if not may_teach(image) or any(map(BADGE.search, addresses)):
                blocks.album.leave()
            elif picture := blocks.take(addresses, alt=image.get("alt") or ""):
                figures.append(figure(picture))


def without_attributes(text: str, blocks: BlockList) -> str:
    """What follows a picture, without the marks that say how it is set."""
    marks = ATTRIBUTES.match(text)
    if marks is None:
        return text
    blocks.ledger.leave_out_text("page_furniture", marks[0])
    return text[marks.end() :]


def figure(picture: Picture, caption: str = "") -> Block:
    """A figure that has no place yet."""
    return Block(id="", kind="figure", text=" ".join(caption.split()), picture=picture)
