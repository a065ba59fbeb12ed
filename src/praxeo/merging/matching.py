"""What two sequences have in common: the ground that diffs and merges stand on.

Unique tokens are matched first (patience), so that a text of 20 MB does not take the square of its
length. The same two sequences always give the same matches.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

EXACT_CELLS_MAX = (
    250_000  # pairs of tokens up to which a stretch without landmarks is compared fully
)


@dataclass(frozen=True, slots=True)
class Match:
    """`size` equal tokens, from place `a` of the first and place `b` of the second sequence."""

    a: int
    b: int
    size: int


def matches(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """The stretches that both have, in order and as long as they can be."""
    numbers: dict[str, int] = {}
    first = [numbers.setdefault(token, len(numbers)) for token in a]
    second = [numbers.setdefault(token, len(numbers)) for token in b]
    joined: list[Match] = []
    for found in sorted(_found(first, second), key=lambda match: match.a):
        last = joined[-1] if joined else None
        if last and last.a + last.size == found.a and last.b + last.size == found.b:
            joined[-1] = Match(last.a, last.b, last.size + found.size)
        elif found.size:
            joined.append(found)
    return joined


def _found(a: list[int], b: list[int]) -> Iterator[Match]:
    """Matches in any order: the equal ends of a stretch, then between its landmarks."""
    open_stretches = [(0, len(a), 0, len(b))]
    while open_stretches:
        a_from, a_to, b_from, b_to = open_stretches.pop()
        head = 0
        while (
            a_from + head < a_to and b_from + head < b_to and a[a_from + head] == b[b_from + head]
        ):
            head += 1
        yield Match(a_from, b_from, head)
        a_from, b_from = a_from + head, b_from + head
        tail = 0
        while (
            a_to - tail > a_from
            and b_to - tail > b_from
            and a[a_to - tail - 1] == b[b_to - tail - 1]
        ):
            tail += 1
        a_to, b_to = a_to - tail, b_to - tail
        yield Match(a_to, b_to, tail)
        if a_from == a_to or b_from == b_to:
            continue
        landmarks = _landmarks(a[a_from:a_to], b[b_from:b_to])
        if landmarks is None:
            for block in SequenceMatcher(
                None, a[a_from:a_to], b[b_from:b_to], autojunk=False
            ).get_matching_blocks():
                yield Match(a_from + block.a, b_from + block.b, block.size)
            continue
        if not landmarks:
            continue
        edges = [(-1, -1), *landmarks, (a_to - a_from, b_to - b_from)]
        for (a_one, b_one), (a_two, b_two) in pairwise(edges):
            if a_one >= 0:
                yield Match(a_from + a_one, b_from + b_one, 1)
            stretch = (a_from + a_one + 1, a_from + a_two, b_from + b_one + 1, b_from + b_two)
            if stretch[0] < stretch[1] and stretch[2] < stretch[3]:
                open_stretches.append(stretch)


def _landmarks(a: list[int], b: list[int]) -> list[tuple[int, int]] | None:
    """Places of tokens that stand in both just once, those in order; [] if nothing is in common.

    None where no token is unique and the stretch is small enough to be compared token by token.
    """
    a_count, b_count = Counter(a), Counter(b)
    shared = a_count.keys() & b_count.keys()
    if not shared:
        return []
    b_place = {token: place for place, token in enumerate(b) if b_count[token] == 1}
    pairs = [
        (place, b_place[token])
        for place, token in enumerate(a)
        if a_count[token] == 1 and token in b_place
    ]
    if pairs:
        return _in_order(pairs)
    if len(a) * len(b) <= EXACT_CELLS_MAX:
        return None
    rarest = min(shared, key=lambda token: (a_count[token] * b_count[token], a.index(token)))
    return [(a.index(rarest), b.index(rarest))]


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides."""
    ends: list[int] = []  # the least end of a rising run of each length
    at: list[int] = []  # the pair that this end belongs to
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            at.append(number)
        else:
            ends[length], at[length] = place, number
    run: list[tuple[int, int]] = []
    number = at[-1]
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]
