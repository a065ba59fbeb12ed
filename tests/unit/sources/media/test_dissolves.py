"""Where a scene melts into the next is found however long that takes; what cuts, flashes or moves is none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy
import pytest

from praxeo.sources.media.dissolves import Dissolves
from praxeo.sources.media.scene_cuts import SIZE, scene_cuts

RATE = 25.0
CHANCE = numpy.random.default_rng(3)
ONE, OTHER = (CHANCE.integers(0, 256, (SIZE[1], SIZE[0], 3)).astype(float) for _ in range(2))


def found(pictures: Sequence[numpy.ndarray]) -> tuple[float, ...]:
    grain = numpy.random.default_rng(4)
    given = [(p + grain.normal(0, 4, p.shape)).clip(0, 255).astype(numpy.uint8) for p in pictures]
    dissolves = Dissolves(per_second=RATE)
    cuts = scene_cuts(dissolves.beside(p.tobytes() for p in given), per_second=RATE)
    return dissolves.found(cuts)


@pytest.mark.parametrize("length", [8, 12, 16, 20, 25])
def test_a_scene_that_melts_into_the_next_is_found_once(length: int) -> None:
    shares = [(n + 1) / (length + 1) for n in range(length)]
    melting = [ONE * (1 - share) + OTHER * share for share in shares]
    middle = (50 + length / 2) / RATE
    assert found([*[ONE] * 50, *melting, *[OTHER] * 50]) == pytest.approx((middle,), abs=0.25)


def test_what_cuts_flashes_or_moves_is_no_dissolve() -> None:
    flash = [numpy.full_like(ONE, 255.0)]
    cut = [*[ONE] * 40, *flash, *[ONE] * 40, *[OTHER] * 40]
    pan = [numpy.roll(OTHER, step, axis=1) for step in range(60)]
    assert found(cut) == ()
    assert found(pan) == ()
