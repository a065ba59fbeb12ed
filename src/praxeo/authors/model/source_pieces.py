"""A source in pieces that a small model takes in at once: its sections, long ones cut and short ones joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from praxeo.authors.model.source_text import line_of_block, sections_of
from praxeo.domain.blocks import Block, Extraction

PIECE_CHARACTERS_MAX = 6_000  # about 1,500 tokens; with prompt and answer well within 8,192
PIECE_CHARACTERS_MIN = 400  # a shorter section goes with the one after it


@dataclass(frozen=True, slots=True)
class Piece:
    """Blocks that follow each other, under the heading that they begin with."""

    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The first heading, or ""."""
        return next((block.text for block in self.blocks if block.kind == "heading"), "")

    @property
    def text(self) -> str:
        """The blocks as a model reads them."""
        return "\n".join(map(line_of_block, self.blocks))


def pieces_of(extraction: Extraction) -> tuple[Piece, ...]:
    """All blocks in order, none of them cut: a longer one than fits is a piece of its own."""
    joined: list[list[Block]] = []
    for part in (part for section in sections_of(extraction) for part in _cut(section)):
        if joined and _size(joined[-1]) < PIECE_CHARACTERS_MIN and _fits(joined[-1], part):
            joined[-1].extend(part)
        else:
            joined.append(list(part))
    return tuple(Piece(tuple(blocks)) for blocks in joined)


def _cut(section: Sequence[Block]) -> Iterator[list[Block]]:
    part: list[Block] = []
    for block in section:
        if part and not _fits(part, [block]):
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _fits(before: Sequence[Block], more: Sequence[Block]) -> bool:
    return _size(before) + _size(more) <= PIECE_CHARACTERS_MAX


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(line_of_block(block)) + 1 for block in blocks)
