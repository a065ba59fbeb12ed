"""What a Markdown text marks as not meant for its readers: comments of Obsidian and of HTML."""

from __future__ import annotations

import re

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.text.markdown_code import outside_listings
from praxeo.sources.documents.text.markdown_flavours import PICTURE

# What begins anew before it ends is no comment: each sign is looked at once, however many there are.
PRIVATE = re.compile(r"<!--(?P<html>(?:(?!<!--).)*?)-->|%%(?P<note>.*?)%%", re.S)
# What stands in other files, or is made by a program, and so is no part of this text.
EMBEDDED = re.compile(
    r"!\[\[(?P<note>[^\[\]\n]*)\]\]|\{\{[%<]\s*(?P<code>\w[\w-]*).*?[%>]\}\}", re.S
)
SHOWN_CHARACTERS = 60


def without_private(text: str) -> tuple[str, list[str]]:
    """The text without its comments, and what they say."""
    kept: list[str] = []
    found: list[str] = []
    for part, listing in outside_listings(text):
        if not listing:
            found += (hit["html"] or hit["note"] or "" for hit in PRIVATE.finditer(part))
            part = PRIVATE.sub("", part)
        kept.append(part)
    said = [note.strip() for note in found if any(map(str.isalnum, note))]
    return ("\n".join(kept) if found else text), said


def tell_private(count: int, blocks: BlockList) -> None:
    """Say how many private notes were left out."""
    if count:
        plural = "s" if count != 1 else ""
        blocks.warn(
            "private_left_out",
            f"{count} private note{plural} of the writer {'were' if plural else 'was'} left out.",
            details={"count": count},
        )


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
