"""What was read of a source, brought up to its present state as far as a person has agreed to that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from praxeo.domain.blocks import Block, Extraction, ReadSource
from praxeo.domain.snapshot_records import Snapshot
from praxeo.domain.source_visits import SentenceChange
from praxeo.sources.drift.mending import mended


@dataclass(frozen=True, kw_only=True)
class Renewed:
    """The extraction as it is now, and where references lead that lead elsewhere ("": nowhere any more)."""

    extraction: Extraction
    references: Mapping[str, str]


def renewed(
    extraction: Extraction,
    *,
    taken: Sequence[SentenceChange],
    kept: Sequence[SentenceChange],
    snapshots: Mapping[int, Snapshot],
) -> Renewed:
    """The extraction with the `taken` changes; `snapshots` are the new ones by the number of their source.

    A block whose changes were all `kept` is still of the page as it was read: that stays among the sources, as
    one of its own.
    """
    after = _by_block(taken)
    frozen = {_block_of(name) for change in kept for name in change.references} - after.keys()
    sources = [
        _as_now(source, snapshots.get(number)) for number, source in enumerate(extraction.sources)
    ]
    earlier = {}
    for number in sorted({change.source for change in kept} & snapshots.keys()):
        earlier[number] = len(sources)
        sources.append(extraction.sources[number])
    blocks, references = list[Block](), dict[str, str]()
    for block in extraction.blocks:
        found = mended(block, after[block.id]) if block.id in after else None
        references |= found.references if found else {}
        now = found.block if found else block
        if now:
            blocks.append(_placed(now, earlier, frozen))
    led = {name: to for name, to in references.items() if name != to}
    read = replace(extraction, blocks=tuple(blocks), sources=tuple(sources))
    return Renewed(extraction=read, references=led)


def _by_block(changes: Iterable[SentenceChange]) -> dict[str, dict[int, str]]:
    """What each part of each block says now. A sentence that captions part stands where it began."""
    found: dict[str, dict[int, str]] = {}
    for change in changes:
        for place, name in enumerate(change.references):
            block, _, number = name.partition(".")
            found.setdefault(block, {})[int(number)] = "" if place else change.after
    return found


def _as_now(source: ReadSource, snapshot: Snapshot | None) -> ReadSource:
    if snapshot is None:
        return source
    return replace(
        source,
        date=snapshot.date or source.date,
        date_basis=snapshot.date_basis if snapshot.date else source.date_basis,
        fetched_at=snapshot.fetched_at,
        content_hash=snapshot.content_hash,
        snapshot_id=snapshot.id,
    )


def _placed(block: Block, earlier: Mapping[int, int], frozen: set[str]) -> Block:
    """The block with the number of its source, which has to be named once there are several."""
    if not earlier:
        return block
    number = block.locator.source or 0
    if block.id in frozen:
        number = earlier.get(number, number)
    return replace(block, locator=replace(block.locator, source=number))


def _block_of(reference: str) -> str:
    return reference.partition(".")[0]
