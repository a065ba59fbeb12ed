"""Where the chapters of a recording begin: where another slide is shown and the speaker pauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.blocks import Block
from praxeo.domain.sentences import split_sentences

PAUSE_NEAR_SECONDS = 2.0
APART_SECONDS = 30.0
EARLY_SECONDS = 1  # by which a sentence may begin before the slide that it belongs to

Silence = tuple[float, float]


def chapter_starts(
    starts: Sequence[float], silences: Sequence[Silence] | None, *, apart: float = APART_SECONDS
) -> list[float]:
    """Those of these seconds near which nobody speaks, so far apart; the first in any case.

    `silences` is None where there is no sound that could pause.
    """
    found = [*starts[:1]]
    for start in starts[1:]:
        if start - found[-1] >= apart and _is_pause(start, silences):
            found.append(start)
    return found


def _is_pause(second: float, silences: Sequence[Silence] | None) -> bool:
    return silences is None or any(
        begin - PAUSE_NEAR_SECONDS <= second <= end + PAUSE_NEAR_SECONDS for begin, end in silences
    )


def parted(block: Block, starts: Sequence[float]) -> list[tuple[int, Block]]:
    """What was said, cut between the sentences where one of these seconds passes; each piece with the number of
    the last start before it."""
    spans, first = split_sentences(block.text), block.locator.second or 0
    if len(block.seconds) != len(spans) or block.marks:
        return [(_number(first, starts), block)]
    found: list[tuple[int, list[int]]] = []
    for place, second in enumerate(block.seconds):
        number = _number(second, starts)
        if found and found[-1][0] == number:
            found[-1][1].append(place)
        else:
            found.append((number, [place]))
    return [(number, _piece(block, spans, places)) for number, places in found]


def _number(second: int, starts: Sequence[float]) -> int:
    return max(0, bisect_right(starts, second + EARLY_SECONDS) - 1)


def _piece(block: Block, spans: Sequence[tuple[int, int]], places: Sequence[int]) -> Block:
    seconds = tuple(block.seconds[place] for place in places)
    return replace(
        block,
        text=block.text[spans[places[0]][0] : spans[places[-1]][1]],
        seconds=seconds if len(seconds) > 1 else (),
        locator=replace(block.locator, second=seconds[0]),
    )
