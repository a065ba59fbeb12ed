"""What a Markdown text marks as not meant for its readers: comments of Obsidian and of HTML."""

from __future__ import annotations

import re

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.text.markdown_code import outside_listings
from praxeo.sources.documents.text.markdown_flavours import PICTURE

PRIVATE = re.compile(r"<!--(?P<html>.*?)-->|%%(?P<note>.*?)%%", re.S)
# What stands in other files, or is made by a program, and so is no part of this text.
EMBEDDED = re.compile(
    r"!\[\[(?P<note>[^\[\]\n]*)\]\]|\{\{[%<]\s*(?P<code>\w[\w-]*).*?[%>]\}\}", re.S
)
SHOWN_CHARACTERS = 60


def without_private(text: str, blocks: BlockList) -> str:
    """The text without its comments, which wait in a channel; a person is told of them."""
    kept: list[str] = []
    found: list[str] = []
    for part, listing in outside_listings(text):
        if not listing:
            found += (hit["html"] or hit["note"] or "" for hit in PRIVATE.finditer(part))
            part = PRIVATE.sub("", part)
        kept.append(part)
    said = [comment.strip() for comment in found if any(map(str.isalnum, comment))]
    with blocks.aside("private"):
        for comment in said:
            blocks.add("paragraph", comment)
    if said:
        plural = "s" if len(said) != 1 else ""
        blocks.warn(
            "private_left_out",
            f"{len(said)} private note{plural} of the writer {'were' if plural else 'was'} left out.",
            details={"count": len(said)},
        )
    return "\n".join(kept) if found else text


def tell_embedded(text: str, blocks: BlockList) -> None:
    """Say which passages stand in other files and are missing here."""
    names = [
        (hit["note"] or hit["code"] or "?")[:SHOWN_CHARACTERS]
        for part, listing in outside_listings(text)
        if not listing
        for hit in EMBEDDED.finditer(part)
        if not PICTURE.match(hit[0])
    ]
    if names:
        blocks.ledger.leave_out("parts", "missing", len(names))
        blocks.tell_embedded(names)
