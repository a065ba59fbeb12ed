"""How far the lines of a passage stand apart: those of the text, and those of larger type."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from praxeo.sources.documents.pdf.lines import Line

LARGER = 1.08  # times the region's usual size; lines of larger type have a leading of their own
LARGE_LEADING = 1.2  # heights of the font between the lines of a heading
OPEN_LEADING = 1.2  # times that, where a line ends within a word or clause


def usual_leading(rows: Sequence[Line]) -> float:
    """The distance of most baselines of a region (points)."""
    gaps = [b.baseline - a.baseline for a, b in pairwise(rows)]
    size = max(row.size for row in rows)
    tight = [gap for gap in gaps if 0.8 * size < gap < 2.2 * size]
    if len(tight) < 2:
        return min(tight, default=1.25 * size) if tight and tight[0] < 1.4 * size else 1.25 * size
    tight.sort()
    # The lower middle: in lists and short paragraphs half of the gaps are paragraph gaps.
    return tight[(len(tight) - 1) * 2 // 5]


def own_leading(last: Line, row: Line, leading: float, usual: float) -> float:
    """The leading between two lines: that of the region, or more where both are of one larger type."""
    alike = row.face == last.face and abs(row.size - last.size) < 0.1
    if alike and row.size > LARGER * usual:
        return max(leading, LARGE_LEADING * row.size * (OPEN_LEADING if ends_open(last) else 1))
    return leading


def ends_open(line: Line) -> bool:
    """Whether a line stops in the middle of a word or of a clause."""
    word = line.words[-1]
    return word.hyphen or word.text.endswith(("-", ","))
