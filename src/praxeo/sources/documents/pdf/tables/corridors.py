"""Follows strips of white from line to line: where they run straight, columns part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from praxeo.sources.documents.pdf.tables.tokens import TextLine

SEED_GAP = 0.75  # of the font size; a gap this wide may be where columns part
SHORT_GAP = 0.36  # the same in a line of few words
FEW = 4  # gaps from which on a line shows how wide its gaps are
WIDER = 1.6  # times the usual gap of its line, which such a gap is
LEAST = 0.22  # of the font size; a strip stays at least so wide
LEAST_MONO = 0.9  # the same in a face of fixed pitch, whose words all stand in columns
MAX_STEP = 4.2  # of the font size; lines further apart are not of one table
MAX_ONE_SIDED = 3  # lines in a row with text on one side of a strip only


class Corridor(NamedTuple):
    """A strip from `left` to `right` through lines first..last, `parted` of which have text on both sides."""

    left: float
    right: float
    first: int
    last: int
    parted: tuple[int, ...]


def least_width(line: TextLine) -> float:
    """How wide a strip must be in a line, in points."""
    return (LEAST_MONO if line.space > line.size else LEAST) * line.size


class _Strip:
    """A corridor that may still go on."""

    def __init__(self, left: float, right: float, at: int) -> None:
        self.left, self.right, self.first = left, right, at
        self.parted = [at]
        self.one_sided = [0, 0]

    def goes_on(self, line: TextLine, at: int) -> bool:
        """Whether a line leaves the strip free; the strip narrows to what it leaves."""
        ends = 0.0
        for token in line.tokens:
            if token.left > self.left:
                left, right = max(self.left, ends), min(self.right, token.left)
                if right - left >= least_width(line):
                    self.left, self.right = left, right
                    if ends:
                        self.parted.append(at)
                        self.one_sided = [0, 0]
                        return True
                    return self._is_one_sided(1)
                if token.left >= self.right:
                    return False
            ends = max(ends, token.right)
        self.left = max(self.left, ends)
        return self.right - self.left >= least_width(line) and self._is_one_sided(0)

    def _is_one_sided(self, side: int) -> bool:
        """Whether a line on one side only may stand here: not too many follow on that side."""
        self.one_sided[1 - side] = 0
        self.one_sided[side] += 1
        return self.one_sided[side] <= MAX_ONE_SIDED

    def done(self) -> Corridor:
        return Corridor(self.left, self.right, self.first, self.parted[-1], tuple(self.parted))


def corridors(lines: Sequence[TextLine], least: int) -> Iterator[Corridor]:
    """The strips that part at least so many lines; lines are those of a page from top to bottom."""
    strips: list[_Strip] = []
    above: TextLine | None = None
    for at, line in enumerate(lines):
        far = above is not None and line.baseline - above.baseline > MAX_STEP * line.size
        kept = [strip for strip in strips if not far and strip.goes_on(line, at)]
        yield from (
            strip.done() for strip in strips if strip not in kept and len(strip.parted) >= least
        )
        strips = _apart(kept)
        for left, right in _wide_gaps(line):
            if not any(strip.left < right and left < strip.right for strip in strips):
                strips.append(_Strip(left, right, at))
        above = line
    yield from (strip.done() for strip in strips if len(strip.parted) >= least)


def leaves_free(line: TextLine, left: float, right: float) -> bool:
    """Whether no word of a line reaches into a strip, as far as that is wide."""
    slack = (right - left) / 4
    return not any(t.left < right - slack and t.right > left + slack for t in line.tokens)


def _apart(strips: list[_Strip]) -> list[_Strip]:
    """The strips without those that have come to lie in one of more lines."""
    kept: list[_Strip] = []
    for strip in sorted(strips, key=lambda strip: -len(strip.parted)):
        if not any(strip.left < other.right and other.left < strip.right for other in kept):
            kept.append(strip)
    return kept


def _wide_gaps(line: TextLine) -> list[tuple[float, float]]:
    """The gaps of a line that are wider than those between its words."""
    gaps = [(a.right, b.left) for a, b in zip(line.tokens, line.tokens[1:], strict=False)]
    if len(gaps) < FEW:
        return [gap for gap in gaps if gap[1] - gap[0] >= SHORT_GAP * line.size]
    wide = [gap for gap in gaps if gap[1] - gap[0] >= SEED_GAP * line.size]
    if not wide:
        return []
    usual = sorted(right - left for left, right in gaps)[len(gaps) // 4]
    return [gap for gap in wide if gap[1] - gap[0] >= WIDER * usual]
