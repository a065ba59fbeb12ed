"""Where a film is cut: told by pictures before and after that all differ, so that a flash is none.

The figures are those of benchmarks/media.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Picture = NDArray[numpy.float32]

SIZE = (32, 18)
RATE_MAX = 30.0  # pictures a second
BESIDE = 3  # pictures on each side of a cut
APART = 28.0  # of 255, on average: from which on two pictures show different scenes
APART_IN_THE_DARK, OTHERWISE_DRAWN = 10.0, 0.55
COLOURS = 3


def scene_cuts(pictures: Iterable[bytes], *, per_second: float) -> tuple[float, ...]:
    """The seconds in which another scene begins; of pictures of SIZE in RGB, so many a second."""
    near: deque[Picture] = deque(maxlen=2 * BESIDE)
    found: list[float] = []
    for number, data in enumerate(pictures):
        near.append(_picture(data))
        second = (number - BESIDE + 1) / per_second
        together = not found or second - found[-1] > BESIDE / per_second
        if len(near) == near.maxlen and together and _is_cut([*near]):
            found.append(second)
    return tuple(found)


def _is_cut(near: list[Picture]) -> bool:
    """Whether every picture of the first half is another scene than every one of the second."""
    return all(_differ(a, b) for a in near[:BESIDE][::-1] for b in near[BESIDE:])


def _differ(one: Picture, other: Picture) -> bool:
    apart = float(abs(one - other).mean())
    if apart >= APART or apart < APART_IN_THE_DARK:
        return apart >= APART
    drawn = abs(_evenly_lit(one) - _evenly_lit(other)).mean()
    return bool(drawn >= OTHERWISE_DRAWN)


def _evenly_lit(picture: Picture) -> Picture:
    """Gray, as if all pictures were equally bright and clear."""
    gray = picture.mean(axis=-1)
    return (gray - gray.mean()) / (gray.std() + 8)  # type: ignore[no-any-return]


def _picture(data: bytes) -> Picture:
    import numpy

    points = numpy.frombuffer(data, numpy.uint8).reshape(SIZE[1], SIZE[0], COLOURS)
    return points.astype(numpy.float32)
