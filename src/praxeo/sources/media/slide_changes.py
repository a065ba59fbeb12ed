"""When a recording of slides shows another one: told by the blocks of the picture in which something gives way.

What moves for a while (who speaks, a film within the slide, a camera's noise) does not count, a pointer is too
small to, and a line that is added to a slide takes nothing from it. The figures are those of benchmarks/media.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Picture = NDArray[numpy.int16]
    Blocks = NDArray[numpy.bool_]

SIZE, PER_SECOND = (320, 180), 2.0
BLOCK = (16, 12)  # points of one block, across and down
POINT_MOVED = 24  # of 255
POINTS_MOVED = 0.02  # of a block's points, from which on it has changed
BLOCKS_GIVEN_WAY = 6
RESTLESS = 0.25  # of the pictures of a while in which a block changes: somebody moves there
BESIDE = 2  # pictures on each side of a change, so that a pointer which wanders on is none
WHILE_PICTURES = 20
MERGED_SECONDS = 1.0  # slides that melt into each other change in several pictures
STILL_SHARE = 0.6  # of blocks and pictures, from which on a recording is one of slides


def slide_starts(pictures: Iterable[bytes]) -> tuple[float, ...]:
    """The seconds from which on another slide is shown, the first is 0; () for what was filmed.

    `pictures` are gray, of SIZE, PER_SECOND of them a second.
    """
    import numpy

    near: deque[Picture] = deque(maxlen=2 * BESIDE)
    moves, losses = [], []
    for data in pictures:
        near.append(
            numpy.frombuffer(data, numpy.uint8).reshape(SIZE[1], SIZE[0]).astype(numpy.int16)
        )
        if len(near) == near.maxlen:
            moves.append(_changed(near[BESIDE - 1], near[BESIDE]))
            losses.append(_given_way([*near]))
    if not near:
        return ()
    if not moves:
        return (0.0,)
    moved = numpy.stack(moves)
    restless = _restless(moved)
    if (~restless & ~moved).mean() < STILL_SHARE:
        return ()
    given_way = (numpy.stack(losses) & ~restless).sum(axis=(1, 2)) >= BLOCKS_GIVEN_WAY
    seconds = ((int(number) + BESIDE) / PER_SECOND for number in numpy.flatnonzero(given_way))
    return (0.0, *_merged(seconds))


def _given_way(near: list[Picture]) -> Blocks:
    """The blocks that are another in all pictures of the second half than in all of the first, and of which
    something that stood there is gone, or in which nothing stood and stands."""
    before, after = near[BESIDE - 1], near[BESIDE]
    points = abs(before - after) > POINT_MOVED
    found = _in_blocks(points) > POINTS_MOVED
    for one in near[:BESIDE]:
        for other in near[BESIDE:]:
            found &= _changed(one, other)
    if not found.any():
        return found
    stood = _drawn(before)
    gone = _in_blocks(stood & points) > POINTS_MOVED
    empty = _in_blocks(stood | _drawn(after)) <= POINTS_MOVED
    return found & (gone | empty)


def _changed(one: Picture, other: Picture) -> Blocks:
    return _in_blocks(abs(one - other) > POINT_MOVED) > POINTS_MOVED


def _in_blocks(points: Blocks) -> NDArray[numpy.float64]:
    """The share of each block's points for which this is so."""
    across, down = BLOCK
    rows, columns = SIZE[1] // down, SIZE[0] // across
    found: NDArray[numpy.float64] = points.reshape(rows, down, columns, across).mean(axis=(1, 3))
    return found


def _drawn(picture: Picture) -> Blocks:
    """Which points stand out from the ground of their block."""
    import numpy

    across, down = BLOCK
    blocks = picture.reshape(SIZE[1] // down, down, SIZE[0] // across, across)
    ground = numpy.median(blocks, axis=(1, 3), keepdims=True)
    found: Blocks = (abs(blocks - ground) > POINT_MOVED).reshape(picture.shape)
    return found


def _restless(moved: NDArray[numpy.bool_]) -> NDArray[numpy.bool_]:
    """In which pictures which blocks belong to what moves: for a while around them, or all the time."""
    import numpy

    length = min(WHILE_PICTURES, len(moved))
    sums = numpy.cumsum(numpy.concatenate([numpy.zeros_like(moved[:1], int), moved]), axis=0)
    shares = (sums[length:] - sums[:-length]) / length
    starts = numpy.clip(numpy.arange(len(moved)) - length // 2, 0, len(shares) - 1)
    return (shares[starts] >= RESTLESS) | (moved.mean(axis=0) >= RESTLESS)  # type: ignore[no-any-return]


def _merged(seconds: Iterable[float]) -> list[float]:
    found: list[float] = []
    last = -MERGED_SECONDS
    for second in seconds:
        if second - last > MERGED_SECONDS:
            found.append(second)
        last = second
    return found
