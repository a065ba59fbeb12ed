"""Pages inside a page: what stands in them is no part of its text, and is told where it came with it."""

from __future__ import annotations

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html.tree import Element


def tell_unread(root: Element, blocks: BlockList) -> None:
    """Warn of frames whose whole page is given with this one; those elsewhere are advertising, players and the like."""
    names = [
        (frame.get("title") or frame.get("name") or "iframe")[:80]
        for frame in root.iter("iframe")
        if (frame.get("srcdoc") or "").strip()
    ]
    if names:
        blocks.ledger.leave_out("parts", "not_readable", len(names))
        blocks.tell_embedded(names)
