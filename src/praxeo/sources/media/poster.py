"""Which picture stands for a recording: neither dark nor blank nor blurred, and none in which it changes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from statistics import fmean, pstdev

DARK, BRIGHT = 24.0, 244.0  # mean brightness that shows nothing
PLAIN = 8.0  # spread of brightness below which there is nothing to see
STILL = 12.0  # mean difference up to which two pictures show the same
TRIED = 4


def best_first(pictures: Sequence[bytes], width: int) -> list[int]:
    """The numbers of those that may stand for all, the best first; of gray pictures of this width."""
    scores = [(_score(picture, width), number) for number, picture in enumerate(pictures)]
    # The very beginning is often a black or an empty title: only the first where nothing else is.
    return [number for score, number in sorted(scores, key=_order) if score > 0][:TRIED]


def _order(scored: tuple[float, int]) -> tuple[bool, float, int]:
    score, number = scored
    return number == 0, -score, number


def unrest(pictures: Sequence[bytes]) -> float:
    """How far these pictures, of one short while, go apart from one to the next; up to STILL they show the same."""
    return max((difference(a, b) for a, b in itertools.pairwise(pictures)), default=0.0)


def difference(one: bytes, other: bytes) -> float:
    """How far the points of two pictures of one size are apart, on average."""
    return fmean(abs(a - b) for a, b in zip(one, other, strict=True))


def _score(picture: bytes, width: int) -> float:
    """How sharp it is and how much there is to see; 0 for what shows nothing."""
    mean, spread = fmean(picture), pstdev(picture)
    if not DARK < mean < BRIGHT or spread < PLAIN:
        return 0.0
    across = fmean(abs(a - b) for a, b in itertools.pairwise(picture))
    down = fmean(abs(a - b) for a, b in zip(picture, picture[width:], strict=False))
    return (across + down) * min(spread, 60.0)
