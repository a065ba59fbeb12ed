"""Pictures that a text names and that came beside it."""

from __future__ import annotations

from praxeo.sources.documents.block_list import BlockList


def add_picture(address: str, blocks: BlockList, *, alt: str = "") -> bool:
    """Append the picture as a figure; False if it did not come with the text, which is counted."""
    picture = blocks.take([address], alt=alt)
    if picture is not None:
        blocks.add_figure(picture)
    return picture is not None
