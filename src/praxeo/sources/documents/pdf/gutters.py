"""Finds the narrow white strips between columns that no single line gives away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from praxeo.sources.documents.pdf.page import Word

MIN_GAP = 0.8  # heights of the font; narrower gaps are spaces between words
MIN_LINES = 6  # lines that must have a gap at the same place
MIN_WORDS = 2  # words on each side of a gap (list markers stand apart, too)
MAX_CROSSING = 0.34  # crossing words for each such gap (titles and the like cross a gutter)
MAX_GAPS = 600  # on one page; a page with more is one of tables
MAX_GUTTERS = 4  # on one page


def split_at_gutters(pieces: list[list[Word]]) -> list[list[Word]]:
    """Part the lines that go across a gutter: a place where many lines have a gap."""
    gaps = [gap for piece in pieces for gap in _gaps(piece)]
    if not MIN_LINES <= len(gaps) <= MAX_GAPS:
        return pieces
    for left, right in _gutters(gaps, pieces):
        pieces = [part for piece in pieces for part in _parted(piece, left, right)]
    return pieces


def _gaps(piece: Sequence[Word]) -> Iterator[tuple[float, float]]:
    if piece[0].angle or len(piece) < 2 * MIN_WORDS:
        return
    end = piece[MIN_WORDS - 1].box[2]
    for word in piece[MIN_WORDS : 1 - MIN_WORDS]:
        if word.box[0] - end > MIN_GAP * word.size:
            yield (end, word.box[0])
        end = word.box[2]


def _gutters(
    gaps: list[tuple[float, float]], pieces: list[list[Word]]
) -> Iterator[tuple[float, float]]:
    """The strips that most gaps have in common, each once."""
    left_over = gaps
    for _ in range(MAX_GUTTERS):
        best: list[tuple[float, float]] = []
        for _, right in left_over:
            through = [gap for gap in left_over if gap[0] < right - 1 < gap[1]]
            if len(through) > len(best):
                best = through
        if len(best) < MIN_LINES:
            return
        strip = (max(gap[0] for gap in best), min(gap[1] for gap in best))
        left_over = [gap for gap in left_over if gap not in best]
        if strip[0] < strip[1] and _crossing(pieces, *strip) <= MAX_CROSSING * len(best):
            yield strip


def _crossing(pieces: list[list[Word]], left: float, right: float) -> int:
    """How many words stand across the strip."""
    middle = (left + right) / 2
    return sum(
        word.box[0] < middle < word.box[2] for piece in pieces for word in piece if not word.angle
    )


def _parted(piece: list[Word], left: float, right: float) -> Iterator[list[Word]]:
    for at in range(MIN_WORDS, len(piece)):
        if piece[at - 1].box[2] <= left + 1 and piece[at].box[0] >= right - 1:
            if piece[at].box[0] - piece[at - 1].box[2] > MIN_GAP * piece[at].size:
                yield piece[:at]
                yield piece[at:]
                return
            break
    yield piece
