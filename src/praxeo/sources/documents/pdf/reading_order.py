"""Puts what stands on a line of Hebrew or Arabic into the order in which it is read.

Such a line is read from the right; numbers and words in other scripts inside it are read from the
left. Brackets are drawn as their mirror images there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import TypeVar

BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"), ("<", ">"), ("«", "»"))
MIRRORED = dict(BRACKETS) | {right: left for left, right in BRACKETS}
BRACKET = "bracket"
MAX_BETWEEN = 2  # signs between two parts of one run from the left, as in "O2, N2"
LEFTWARD = ("R", "AL")
NUMBERS = ("EN", "AN")
SIGNS = ("ES", "CS", "ET")  # between figures: plus, comma, per cent

Item = TypeVar("Item")


def letters(texts: Iterable[str]) -> tuple[int, int]:
    """How many letters run from right to left, and how many from left to right."""
    leftward = rightward = 0
    for text in texts:
        if text.isascii():
            rightward += sum(map(str.isalpha, text))
            continue
        for character in text:
            direction = unicodedata.bidirectional(character)
            leftward += direction in LEFTWARD
            rightward += direction == "L"
    return leftward, rightward


def is_mark(text: str) -> bool:
    """Whether a character is set over or under a letter."""
    return unicodedata.bidirectional(text[0]) == "NSM"


def in_reading_order(
    items: Sequence[Item],
    text_of: Callable[[Item], str],
    with_text: Callable[[Item, str], Item],
) -> list[Item]:
    """Items of a line, given from left to right, in the order in which the line is read."""
    turned = list(reversed(items))
    kinds = [_kind(text_of(item)[0]) for item in turned]
    found: list[Item] = []
    at = 0
    while at < len(turned):
        end = _end_of_run(kinds, at)
        if end > at:
            found += reversed(turned[at:end])
            at = end
            continue
        text = text_of(turned[at])
        found.append(with_text(turned[at], MIRRORED.get(text, text)))
        at += 1
    for left, right in BRACKETS:
        _pair(found, left, right, text_of, with_text)
    return found


def _pair(
    items: list[Item],
    left: str,
    right: str,
    text_of: Callable[[Item], str],
    with_text: Callable[[Item, str], Item],
) -> None:
    """Make brackets open and close in turn where they do not: many files write both alike."""
    places = [at for at, item in enumerate(items) if text_of(item) in (left, right)]
    depths = list(accumulate(1 if text_of(items[at]) == left else -1 for at in places))
    if len(places) % 2 or not places or (min(depths) >= 0 and depths[-1] == 0):
        return
    for number, at in enumerate(places):
        items[at] = with_text(items[at], right if number % 2 else left)


def _kind(character: str) -> str:
    return BRACKET if character in MIRRORED else unicodedata.bidirectional(character)


def _end_of_run(kinds: Sequence[str], start: int) -> int:
    """Where a run that is read from the left ends; `start` itself where none begins there.

    Brackets belong to it in pairs only: in "Python (3.11)" they do, after a Hebrew word in "(O2)" not.
    """
    is_open = kinds[start] == BRACKET
    found, at = start, start + is_open
    while True:
        end = at
        while end < len(kinds) and _is_rightward(kinds[end]):
            end += 1
        if end == at:
            return found
        if not is_open and (kinds[start] != BRACKET or "L" in kinds[at:end]):
            found = end
        following = end
        while following < len(kinds) and _is_between(kinds[following]):
            following += 1
        if not _are_joined(
            kinds[start:end], kinds[end:following], kinds[following : following + 1]
        ):
            return found
        if kinds[end:following].count(BRACKET) % 2:
            is_open = not is_open
        at = following


def _are_joined(run: Sequence[str], between: Sequence[str], following: Sequence[str]) -> bool:
    """Whether a run goes on behind some signs: words do, and figures behind the signs of figures."""
    if not following or not 0 < len(between) <= MAX_BETWEEN or not _is_rightward(following[0]):
        return False
    return "L" in run or following[0] == "L" or all(kind in SIGNS for kind in between)


def _is_rightward(kind: str) -> bool:
    return kind == "L" or kind in NUMBERS


def _is_between(kind: str) -> bool:
    return not _is_rightward(kind) and kind not in LEFTWARD
