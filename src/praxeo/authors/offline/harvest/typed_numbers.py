"""Numbered lists whose numbers were typed: "1. Rinse the leaf." as paragraphs of Word and points of slides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from praxeo.authors.offline.material import sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

FEWEST = 3  # blocks that count up from one

_TYPED = re.compile(r"^(?P<number>[1-9]\d?)[.)]\s+(?=[^\W\d])")


def with_typed_numbers(placed: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The blocks of a source, runs of short ones that count up from one as items of a numbered list.

    Each keeps its id, so that evidence leads to the block as it stands.
    """
    found = list(placed)
    for run in _runs(placed):
        for at in run:
            found[at] = replace(found[at], block=_item(found[at].block))
    return found


def _item(block: Block) -> Block:
    """A block without its typed number, which becomes that of a list."""
    number, text = block.text.split(maxsplit=1)[0], _TYPED.sub("", block.text)
    cut = len(block.text) - len(text)
    marks = tuple(replace(m, start=max(m.start - cut, 0), end=m.end - cut) for m in block.marks if m.end > cut)  # fmt: skip
    return replace(block, kind="list_item", number=number, text=text, marks=marks)


def _runs(placed: Sequence[RoledBlock]) -> Iterator[list[int]]:
    """The places of blocks of one kind, right behind each other, whose typed numbers count up from one."""
    run: list[int] = []
    for at, one in enumerate(placed):
        number = _number(one)
        if number and number == len(run) + 1 and (not run or _alike(placed[run[-1]], one)):
            run.append(at)
            continue
        if len(run) >= FEWEST:
            yield run
        run = [at] if number == 1 else []
    if len(run) >= FEWEST:
        yield run


def _number(one: RoledBlock) -> int:
    """The number that a block of one sentence begins with, 0 for none."""
    block = one.block
    if block.kind not in ("paragraph", "list_item") or block.number:
        return 0
    typed = _TYPED.match(block.text)
    return int(typed["number"]) if typed and len(sentences_of(block)) == 1 else 0


def _alike(one: RoledBlock, two: RoledBlock) -> bool:
    return (one.block.kind, one.block.level) == (two.block.kind, two.block.level)
