"""Passages that are not meant for the reader of a source: where they go when they are chosen."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.reading_ledger import CHANNELS, Channel


def with_channels(extraction: Extraction, chosen: Collection[Channel]) -> Extraction:
    """The extraction with the passages of these channels among its blocks, each where it stands."""
    there: dict[str, list[Block]] = {}
    for aside in extraction.asides:
        if aside.channel in chosen:
            there.setdefault(aside.after, []).append(aside.block)
    if not there:
        return extraction
    blocks = list(there.get("", ()))
    for block in extraction.blocks:
        blocks += (block, *there.get(block.id, ()))
    waiting = tuple(aside for aside in extraction.asides if aside.channel not in chosen)
    return replace(extraction, blocks=tuple(blocks), asides=waiting)


def all_blocks(extraction: Extraction) -> tuple[Block, ...]:
    """Every block that evidence may lead to, whichever channels are chosen, where it stands."""
    return with_channels(extraction, CHANNELS).blocks


def numbered(extraction: Extraction, blocks: Iterable[Block]) -> Extraction:
    """The extraction with `blocks` in place of its own, ids counted anew and the asides' after them.

    `blocks` still have the ids of those that they were made of; several may have the same.
    """
    fresh: list[Block] = []
    moved: dict[str, str] = {}
    for block in blocks:
        number = f"b{len(fresh) + 1}"
        moved[block.id] = number
        fresh.append(block if block.id == number else replace(block, id=number))
    places, last = {"": ""}, ""
    for block in extraction.blocks:
        last = moved.get(block.id, last)
        places[block.id] = last
    asides = tuple(
        replace(
            aside,
            after=places.get(aside.after, last),
            block=replace(aside.block, id=f"b{number}"),
        )
        for number, aside in enumerate(extraction.asides, len(fresh) + 1)
    )
    return replace(extraction, blocks=tuple(fresh), asides=asides)
