"""Pictures that a document shows again and again without a word: ornaments between its sections, marks of exercises."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from praxeo.domain.blocks import Block
from praxeo.sources.documents.pictures.album import Album
from praxeo.sources.documents.pictures.captions import is_caption

REPEATED_FROM = 4


def without_ornaments(blocks: tuple[Block, ...], album: Album) -> tuple[Block, ...]:
    """The blocks without such pictures, which count as decoration."""
    shown = Counter(block.picture.content_hash for block in blocks if block.picture)
    often = {name for name, count in shown.items() if count >= REPEATED_FROM}
    bare = {
        name for name in often if not any(_has_words(blocks, at) for at in _places(blocks, name))
    }
    if not bare:
        return blocks
    kept = tuple(b for b in blocks if b.picture is None or b.picture.content_hash not in bare)
    album.decoration += len(blocks) - len(kept)
    for name in bare:
        del album.pictures[name]
    return kept


def _places(blocks: Sequence[Block], name: str) -> list[int]:
    return [at for at, b in enumerate(blocks) if b.picture and b.picture.content_hash == name]


def _has_words(blocks: Sequence[Block], at: int) -> bool:
    """Whether a figure has a caption, or one stands beside it."""
    beside = (*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2])
    return bool(blocks[at].text) or any(is_caption(block) for block in beside)
