"""Where a scene of a film melts into the next: pictures between two that differ lie on the line from one to the other.

The figures are those of benchmarks/media.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Picture = NDArray[numpy.float32]

LENGTHS_SECONDS = (
    0.35,
    0.55,
    0.85,
)  # of what melts; longer and shorter ones are near enough to these
PICTURES_MIN = 4
APART = 28.0  # of 255, on average: from which on the two pictures show different scenes
BESIDE_LINE = 0.3  # of that, by which a picture between may differ from a mixture of both
STEP, ENDS = (
    0.1,
    0.1,
)  # by how much the mixture grows at least from quarter to quarter, and what is left at its ends
MERGED_SECONDS, CUT_SECONDS = 1.0, 0.3  # from one to the next, and to a cut


@dataclass
class Dissolves:
    """Looks at the pictures of a film, of SIZE of `scene_cuts` in RGB, while they go to whoever wants them."""

    per_second: float
    _seen: list[tuple[float, float]] = field(
        default_factory=list
    )  # second, and how far off the line

    def beside(self, pictures: Iterable[bytes]) -> Iterator[bytes]:
        """The same pictures, each looked at as it goes by."""
        import numpy

        lengths = sorted({max(PICTURES_MIN, round(s * self.per_second)) for s in LENGTHS_SECONDS})
        near: deque[Picture] = deque(maxlen=lengths[-1] + 1)
        for number, data in enumerate(pictures):
            near.append(numpy.frombuffer(data, numpy.uint8).astype(numpy.float32))
            for length in lengths:
                off = _off_line(near, length) if len(near) > length else None
                if off is not None:
                    self._note((number - length / 2) / self.per_second, off)
            yield data

    def found(self, cuts: Iterable[float]) -> tuple[float, ...]:
        """The seconds in whose middle a scene melts into the next, none of them beside one of these cuts."""
        hard = tuple(cuts)
        return tuple(
            second for second, _ in self._seen if all(abs(second - c) > CUT_SECONDS for c in hard)
        )

    def _note(self, second: float, off: float) -> None:
        """Of those within a second the one that lies best on its line."""
        last = self._seen[-1] if self._seen else None
        if last is None or second - last[0] > MERGED_SECONDS:
            self._seen.append((second, off))
        elif off < last[1]:
            self._seen[-1] = (second, off)


def _off_line(near: deque[Picture], length: int) -> float | None:
    """How far the pictures between the last and the one so long before it are from mixtures; None for no dissolve."""
    first = near[-1 - length]
    way = near[-1] - first
    apart = float(abs(way).mean())
    if apart < APART:
        return None
    square, worst, share = float(way @ way), 0.0, 0.0
    for quarter in (1, 2, 3):
        moved = near[-1 - length + length * quarter // 4] - first
        grown = float(moved @ way) / square
        worst = max(worst, float(abs(moved - grown * way).mean()) / apart)
        if grown - share < (ENDS if quarter == 1 else STEP) or worst > BESIDE_LINE:
            return None
        share = grown
    return worst if share < 1 - ENDS else None
