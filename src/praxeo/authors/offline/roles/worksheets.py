"""Worksheets: tasks under no heading of their own, known for what they are by a key that answers just them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

FEWEST_TASKS = 3
LONGEST_ANSWER = 12  # words of a line in a key that bears no number

_NUMBER = re.compile(r"^(\d{1,2})\s?[.)]\s")


def with_worksheets(placed: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The blocks, with the role of questions for tasks that are numbered as the answers of the next key are.

    Every number from 1 on has to stand once in the tasks and once in the key, in order; else nothing is changed.
    """
    found = list(placed)
    for at, one in enumerate(found):
        if one.role != "key" or at == 0 or found[at - 1].role != "body":
            continue
        answered = [number_of(each.block) for each in _while(found[at:], "key")]
        start = _start_of(found, at)
        asked = [number_of(each.block) for each in found[start:at]]
        if _counts(answered) and _numbers(asked) == _numbers(answered):
            first = next(n for n in range(start, at) if number_of(found[n].block))
            found[first:at] = [replace(each, role="questions") for each in found[first:at]]
    return found


def number_of(block: Block) -> str:
    """The number that a block bears, or that its text begins with; "" for none."""
    stated = block.number.strip("().") or (m[1] if (m := _NUMBER.match(block.text)) else "")
    return stated if stated.isdigit() else ""


def answers_given(placed: Sequence[RoledBlock]) -> frozenset[str]:
    """The ids of what only answers the source's own questions: whoever reads it before has nothing left to answer.

    A chapter that is called "Solutions" tells of them at length, and is read.
    """
    first = next((n for n, one in enumerate(placed) if one.role == "questions"), len(placed))
    given = {
        one.block.id
        for one in placed[first:]
        if one.role == "key"
        and one.block.kind in ("paragraph", "list_item")
        and (number_of(one.block) or len(one.block.text.split()) <= LONGEST_ANSWER)
    }
    return frozenset(given | _headings_of(given, placed[first:]))


def _headings_of(given: Set[str], placed: Sequence[RoledBlock]) -> set[str]:
    """The headings below which nothing is read."""
    found: set[str] = set()
    unread = True
    for one in reversed(placed):
        if one.block.kind != "heading":
            unread = unread and one.block.id in given
        elif one.role == "key" and unread:
            found.add(one.block.id)
        else:
            unread = one.role == "key"
    return found


def _start_of(placed: Sequence[RoledBlock], end: int) -> int:
    """Where what stands under the last heading before the key begins."""
    start = end
    while start and placed[start - 1].role == "body" and placed[start - 1].block.kind != "heading":
        start -= 1
    return start


def _while(placed: Sequence[RoledBlock], role: str) -> list[RoledBlock]:
    end = next((n for n, one in enumerate(placed) if one.role != role), len(placed))
    return list(placed[:end])


def _numbers(stated: Sequence[str]) -> list[str]:
    return [number for number in stated if number]


def _counts(stated: Sequence[str]) -> bool:
    numbers = _numbers(stated)
    counted = [str(n) for n in range(1, len(numbers) + 1)]
    return len(numbers) >= FEWEST_TASKS and numbers == counted
