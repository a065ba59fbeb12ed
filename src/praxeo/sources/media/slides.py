"""The slides of a recording: from when on each is shown, as it is in its last second, when it is complete."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from praxeo.domain.blocks import Block
from praxeo.domain.cancellation import cancellation
from praxeo.domain.media import MediaFacts, Still
from praxeo.ports.media import MediaTools
from praxeo.ports.proving import Progress
from praxeo.sources.media.slide_changes import PER_SECOND, SIZE, slide_starts

SLIDES_MAX = 200  # of one recording; of more the longest are read
BEFORE_CHANGE_SECONDS = 1.0  # so that no slide is seen melting into the next
WIDTH_MAX = 1280
QUICKLY = 1  # of the levels of packing
COMPARED = 3  # pictures of a slide


@dataclass(frozen=True, kw_only=True)
class Slide:
    """What is shown from `start` to `end`, in seconds; `blocks` is the text that was recognised on it.

    Its picture is kept `packed`: hundreds of them as they are would fill the memory.
    """

    start: float
    end: float
    size: tuple[int, int]
    packed: bytes
    title: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def picture(self) -> Still:
        """As it is in its last second."""
        width, height = self.size
        return Still(width=width, height=height, points=zlib.decompress(self.packed))

    @property
    def words(self) -> str:
        """All that stands on it, as one text."""
        return "\n".join(filter(None, (self.title, *(block.text for block in self.blocks))))


def shown_slides(
    path: Path, facts: MediaFacts, tools: MediaTools, progress: Progress
) -> tuple[Slide, ...]:
    """The slides in order, as pictures; () of what was filmed and of sound alone. Raises as the tools do."""
    frames = tools.frames(path, facts, size=SIZE, per_second=PER_SECOND)
    starts = slide_starts(frames)
    progress(0.5)
    found: list[Slide] = []
    spans = _longest([*pairwise((*starts, facts.seconds))])
    for number, (start, end) in enumerate(spans):
        cancellation().check()
        picture = _at_rest(_last(path, facts, tools, start, end))
        packed = zlib.compress(picture.points, QUICKLY)
        size = (picture.width, picture.height)
        found.append(Slide(start=start, end=end, size=size, packed=packed))
        progress(0.5 + 0.5 * (number + 1) / len(spans))
    return tuple(found)


def _last(
    path: Path, facts: MediaFacts, tools: MediaTools, start: float, end: float
) -> Sequence[Still]:
    """What is shown last: some pictures of it, if there is time for them."""
    last = max(start, end - BEFORE_CHANGE_SECONDS)
    first = last - (COMPARED - 1) / PER_SECOND
    if first <= start:
        return tools.stills(path, facts, last, width=WIDTH_MAX)
    return tools.stills(path, facts, first, width=WIDTH_MAX, count=COMPARED, per_second=PER_SECOND)


def _at_rest(pictures: Sequence[Still]) -> Still:
    """What most of them show, so that a pointer which wanders over words covers none."""
    import numpy

    last = pictures[-1]
    if len(pictures) < COMPARED:
        return last
    points = numpy.stack([numpy.frombuffer(each.points, numpy.uint8) for each in pictures])
    return replace(last, points=numpy.sort(points, axis=0)[COMPARED // 2].tobytes())


def _longest(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """So many of them that all can be read, in their order."""
    kept = sorted((s for s in spans if s[1] > s[0]), key=lambda s: s[0] - s[1])[:SLIDES_MAX]
    return sorted(kept)
