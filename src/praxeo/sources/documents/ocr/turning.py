"""How a page lies in its picture: its quarter turns, and the slant that a scan was laid down with."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import groupby
from statistics import median

from praxeo.domain.blocks import Box
from praxeo.sources.documents.ocr.words import OcrWord

SLANT_MAX = math.radians(8)  # more is no slant but something else
LEAST_RUN = 8.0  # heights of a line that it must be long to tell the slant


def quarter_turns(words: Iterable[OcrWord]) -> int:
    """Clockwise quarter turns after which the lines run from left to right; 0 where nothing tells."""
    across = down = 0.0
    for line in _lines(words):
        (left, top), (right, bottom) = _middle(line[0].box), _middle(line[-1].box)
        across += right - left
        down += bottom - top
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 2
    return 3 if down > 0 else 1


def turned(box: Box, turns: int, width: float, height: float) -> Box:
    """A box of a picture of this size on the picture that is turned clockwise so often by a quarter."""
    left, top, right, bottom = box
    if turns == 1:
        return (height - bottom, left, height - top, right)
    if turns == 2:
        return (width - right, height - bottom, width - left, height - top)
    if turns == 3:
        return (top, width - right, bottom, width - left)
    return box


def slant(words: Iterable[OcrWord]) -> float:
    """The angle of an upright page's lines in radians, downwards to the right; 0 where nothing tells."""
    angles: list[float] = []
    for line in _lines(words):
        first, last = line[0].box, line[-1].box
        run = last[0] - first[0]
        if run > LEAST_RUN * (first[3] - first[1]):
            angles.append(math.atan2(_middle(last)[1] - _middle(first)[1], run))
    angle = median(angles) if angles else 0.0
    return angle if abs(angle) <= SLANT_MAX else 0.0


def levelled(box: Box, angle: float, width: float, height: float) -> Box:
    """The box where its middle comes to lie when the page is turned back about its own middle."""
    x, y = _middle(box)
    x, y = x - width / 2, y - height / 2
    shift_x = x * math.cos(angle) + y * math.sin(angle) - x
    shift_y = y * math.cos(angle) - x * math.sin(angle) - y
    return (box[0] + shift_x, box[1] + shift_y, box[2] + shift_x, box[3] + shift_y)


def _lines(words: Iterable[OcrWord]) -> list[list[OcrWord]]:
    """The lines of several words."""
    lines = [list(line) for _, line in groupby(words, key=lambda word: word.line)]
    return [line for line in lines if len(line) > 1]


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
