"""Puts words together into lines: pieces of one baseline without a column gap in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.code_lines import with_whole_code_lines
from praxeo.sources.documents.pdf.gutters import split_at_gutters
from praxeo.sources.documents.pdf.letter_spaced import closed_up
from praxeo.sources.documents.pdf.page import Face, Word
from praxeo.sources.documents.pdf.raised import SCRIPT_SIZE, as_scripts

COLUMN_GAP = 1.7  # heights of the font; a wider gap inside a line parts two columns
SAME_LINE_GAP = 1.2  # heights of the font; pieces up to this far apart belong together
OVERLAP = 0.15  # heights of the font by which signs put into a gap may reach over their neighbours
TOUCHING = 0.06  # heights of the font; a narrower gap is no space
BASELINE_SLACK = 0.25  # heights of the font by which one line's baselines may differ


@dataclass(frozen=True, kw_only=True)
class Line:
    """Words from left to right on one baseline; `order` is the place in the file's own order.

    Without slots, so that its text, which most rules ask for, is put together once.
    """

    words: tuple[Word, ...]
    box: Box
    baseline: float
    size: float
    face: Face
    bold: bool
    italic: bool
    mono: bool
    order: int
    page: int
    angle: int = 0

    @cached_property
    def text(self) -> str:
        """The words with the spaces that the page shows."""
        return join_words(self.words)

    @property
    def width(self) -> float:
        """Points from the left to the right end."""
        return self.box[2] - self.box[0]


def join_words(words: Iterable[Word]) -> str:
    """The words as text; glued ones get no space before them."""
    parts: list[str] = []
    for word in words:
        if parts and not word.glued:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


def build_lines(words: Iterable[Word], page: int) -> list[Line]:
    """The lines of a page in the order in which the file draws them."""
    pieces: list[list[Word]] = []
    previous: Word | None = None
    piece: list[Word] = []
    for word in words:
        if previous is not None and (
            _plainly_follows(previous, word) or _follows(previous, word, piece)
        ):
            piece.append(word)
        else:
            piece = [word]
            pieces.append(piece)
        previous = word
    joined = with_whole_code_lines(_join_same_baseline(split_at_gutters(pieces)))
    return [_line(closed_up(piece), order, page) for order, piece in enumerate(joined)]


def _plainly_follows(previous: Word, word: Word) -> bool:
    """The usual case, told quickly: the next word of a line in the same type."""
    _, before, baseline, size, _, line, _, _, angle, _ = previous
    _, box, own_baseline, own_size, _, own_line, _, _, own_angle, _ = word
    return (
        own_line == line
        and own_size == size
        and own_angle == 0 == angle
        and -0.1 < own_baseline - baseline < 0.1
        and 0 <= box[0] - before[2] < size
    )


def _follows(previous: Word, word: Word, piece: list[Word]) -> bool:
    """Whether a word stands on the line of the one before it, without a column gap between."""
    if word.angle != previous.angle:
        return False
    size = max(previous.size, word.size)
    if word.angle:
        return word.line == previous.line
    gap = word.box[0] - previous.box[2]
    if _is_right_to_left(word.text) and _is_right_to_left(previous.text):
        gap = max(gap, previous.box[0] - word.box[2])
    if gap < -0.6 * size and not word.glued:
        return False
    if gap > COLUMN_GAP * size and not _is_marker(piece, gap):
        return False
    anchor = max(piece[-6:], key=lambda w: w.size)
    shift = abs(word.baseline - anchor.baseline)
    if word.line == previous.line:
        return shift < 0.75 * max(size, anchor.size)
    # A new line of the file on (nearly) the same baseline: a script, or a change of font.
    return shift < _allowed_shift(word, anchor) and gap < SAME_LINE_GAP * size


def _is_right_to_left(text: str) -> bool:
    """Whether a word starts with a Hebrew or Arabic letter."""
    return "\u0590" <= text[0] <= "\u08ff" or "\ufb1d" <= text[0] <= "\ufefc"


def _is_marker(piece: list[Word], gap: float) -> bool:
    """A lone bullet or number may stand further away from its text."""
    return (
        len(piece) == 1
        and len(piece[0].text) <= 4
        and gap < 4 * piece[0].size
        and not piece[0].text.isalpha()
    )


def _allowed_shift(word: Word, anchor: Word) -> float:
    small, large = sorted((word.size, anchor.size))
    if small < SCRIPT_SIZE * large:
        return 0.55 * large
    return BASELINE_SLACK * large


def _join_same_baseline(pieces: list[list[Word]]) -> list[list[Word]]:
    """Join pieces that the file draws apart though they stand side by side on one baseline."""
    ends: dict[int, list[int]] = defaultdict(list)
    joined: list[list[Word]] = []
    for piece in pieces:
        first = piece[0]
        if first.angle:
            joined.append(piece)
            continue
        key = round(first.baseline / 8)
        target = next(
            (
                index
                for near in (key, key - 1, key + 1)
                for index in reversed(ends[near])
                if _continues(joined[index], piece) or _fills(joined[index], piece)
            ),
            None,
        )
        if target is None:
            ends[key].append(len(joined))
            joined.append(piece)
        else:
            joined[target] = _merged(joined[target], piece)
    _fill_gaps(joined, ends.values())
    return [piece for piece in joined if piece]


def _fill_gaps(pieces: list[list[Word]], rows: Iterable[list[int]]) -> None:
    """Put pieces into the gaps of others at about the same height, which may have been drawn after them."""
    for row in rows:
        for at, other in permutations(row, 2) if len(row) > 1 else ():
            if pieces[at] and pieces[other] and _fills(pieces[at], pieces[other]):
                pieces[at], pieces[other] = _merged(pieces[at], pieces[other]), []


def _continues(left: list[Word], right: list[Word]) -> bool:
    last, first = left[-1], right[0]
    if len(right) > 1 and len(left) > 1 and last.line + 1 < first.line:
        # Far apart in the file: only the plain case of a continued line is safe.
        tight = 0.6
    else:
        tight = SAME_LINE_GAP
    size = max(last.size, first.size)
    gap = first.box[0] - last.box[2]
    return -0.3 * size < gap < tight * size and abs(
        first.baseline - last.baseline
    ) < _allowed_shift(first, last)


def _fills(piece: list[Word], other: list[Word]) -> bool:
    """Whether a piece begins in a gap of another: signs of a fallback face are drawn after the words around them."""
    first, last = other[0], piece[-1]
    size, left = first.size, first.box[0]
    if not piece[0].box[0] < left < last.box[0] or abs(first.baseline - last.baseline) > 0.1 * size:
        return False
    together = sorted((*piece, *other), key=lambda word: word.box[0])
    return all(
        a.box[2] - b.box[0] < OVERLAP * size and b.box[0] - a.box[2] < COLUMN_GAP * size
        for a, b in pairwise(together)
    )


def _merged(left: list[Word], right: list[Word]) -> list[Word]:
    if right[0].box[0] < left[-1].box[0]:
        words = sorted((*left, *right), key=lambda word: word.box[0])
        return [words[0], *(_after(a, b) for a, b in pairwise(words))]
    gap = right[0].box[0] - left[-1].box[2]
    if gap < 0.12 * left[-1].size:
        right = [right[0]._replace(glued=True), *right[1:]]
    return left + right


def _after(word: Word, following: Word) -> Word:
    """The following word, glued where no space is left between the two."""
    glued = following.glued or following.box[0] - word.box[2] < TOUCHING * following.size
    return following._replace(glued=glued)


def _line(words: list[Word], order: int, page: int) -> Line:
    first = words[0]
    look = first[2:5]  # one baseline, size and face
    if len(words) == 1 or all(word[2:5] == look for word in words):
        face = first.face
        line = object.__new__(Line)
        # set at once, as words are made: what a frozen class does field by field takes three times as long
        line.__dict__.update(
            words=tuple(words),
            box=_union(words),
            baseline=first.baseline,
            size=round(first.size, 1),
            face=face,
            bold=face.bold,
            italic=face.italic,
            mono=face.mono,
            order=order,
            page=page,
            angle=first.angle,
        )
        return line
    return _mixed_line(words, order, page)


def _union(words: list[Word]) -> Box:
    if len(words) == 1:
        return words[0].box
    lefts, tops, rights, bottoms = zip(*[word.box for word in words], strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


def _mixed_line(words: list[Word], order: int, page: int) -> Line:
    """A line of several faces, sizes or baselines: what most of it has is its own."""
    looks: dict[tuple[Face, float, float], int] = {}
    faces: dict[Face, int] = {}
    single = len(words) == 1
    for text, _, baseline, size, face, *_ in words:
        look = (face, size, baseline)
        looks[look] = looks.get(look, 0) + len(text)
        letters = len(text) if text.isalnum() or single else sum(map(str.isalnum, text))
        faces[face] = faces.get(face, 0) + letters
    total = sum(faces.values())
    face, size, baseline = max(looks, key=lambda look: (looks[look], look[1]))
    return Line(
        words=tuple(as_scripts(words, size, baseline)),
        box=_union(words),
        baseline=baseline,
        size=round(size, 1),
        face=face,
        bold=total > 0 and sum(n for f, n in faces.items() if f.bold) >= 0.95 * total,
        italic=total > 0 and sum(n for f, n in faces.items() if f.italic) >= 0.9 * total,
        mono=total > 0 and sum(n for f, n in faces.items() if f.mono) >= 0.95 * total,
        order=order,
        page=page,
        angle=words[0].angle,
    )
