"""The lists of a source, each with what leads in to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import count_words, even, without_citations
from praxeo.authors.offline.material import sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import Role
from praxeo.domain.blocks import Block

LONGEST_NAME = 9  # words of an item that is named
LONGEST_SENTENCE = 5  # words of one that is a sentence: it says something rather than names it

_NAME_END = re.compile(r":\s|\s[–—-]\s")


@dataclass(frozen=True, kw_only=True)
class SourceList:
    """The items of one list, the paragraph or heading right before it, and the heading above.

    `nested` tells that items of it have lists of their own.
    """

    items: tuple[Block, ...]
    lead: Block | None
    topic: str
    role: Role
    nested: bool = False

    @property
    def evidence(self) -> tuple[str, ...]:
        """The first sentence of every item."""
        return tuple(f"{item.id}.1" for item in self.items)


def lists_of(placed: Sequence[RoledBlock]) -> list[SourceList]:
    """The lists of a source; items of another depth are left out, other blocks end a list."""
    found: list[SourceList] = []
    run: list[RoledBlock] = []
    before: Block | None = None
    lead: Block | None = None
    nested = False
    for one in (*placed, None):
        if one is not None and one.block.kind == "list_item":
            if not run:
                lead = before
            if not run or one.block.level == run[0].block.level:
                run.append(one)
            else:
                nested = True
            continue
        if run:
            items = tuple(item.block for item in run)
            found.append(SourceList(items=items, lead=lead, topic=run[0].topic, role=run[0].role, nested=nested))  # fmt: skip
            run, nested = [], False
        before = one.block if one else None
    return found


def nested_lists(placed: Sequence[RoledBlock]) -> list[SourceList]:
    """The lists within a point of another list, each led in to by that point: "The wall has three layers:"."""
    found: list[SourceList] = []
    for at, one in enumerate(placed):
        if one.block.kind != "list_item" or one.role not in ("body", "summary"):
            continue
        below: list[RoledBlock] = []
        for after in placed[at + 1 :]:
            if after.block.kind != "list_item" or after.block.level <= one.block.level:
                break
            below.append(after)
        items = tuple(p.block for p in below if p.block.level == one.block.level + 1)
        if items and one.block.text.rstrip().endswith(":"):
            found.append(SourceList(items=items, lead=one.block, topic=one.topic, role=one.role, nested=len(items) < len(below)))  # fmt: skip
    return found


def name_of(item: Block) -> str:
    """What an item of a list names: the words before its colon or dash, or its first sentence; "" if long."""
    own = sentences_of(item)
    first = without_citations(own[0].text) if own else ""
    name = even(_NAME_END.split(first, maxsplit=1)[0]).rstrip(" .;,:")
    whole = name == first.rstrip(" .;,:") and first.rstrip().endswith(".")
    return name if 1 <= count_words(name) <= (LONGEST_SENTENCE if whole else LONGEST_NAME) else ""
