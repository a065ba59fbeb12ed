"""What stands beside a table: a column of running text, or the labels of rows over which no rule runs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.tables.columns import Piece
from praxeo.sources.documents.pdf.tables.tokens import Token, is_number, text_lines

MIN_PIECES = 3  # pieces of a line with running text and at least two cells
PROSE_WORDS = 5  # words of an outer piece from which on it is running text
PROSE_LINES = 6  # such lines that make a column
SAME_GUTTER = 20.0  # points by which the inner edge of the column may differ
FULL = 0.8  # of the column's width that a full line takes
FULL_SHARE = 0.6  # of the lines that must be full
AROUND = 4.0  # font sizes above and below to which the column reaches (short last lines, headings)

WORD_GAP = 0.5  # of the font size; words of a text stand no further apart
FIGURES = 0.8  # of the tokens between rules, from which on they are the figures of a table alone
LABELLED = 0.6  # of its lines, from which on texts to the left are their labels
LABEL_WORDS = 8  # of a label, on average, at most


class Side(NamedTuple):
    """An outer piece of a line, and where the cells beside it begin (from the left) or end."""

    piece: Piece
    inner: float
    at_left: bool


def prose_beside(rows: Sequence[Sequence[Piece]]) -> list[Box]:
    """The columns of running text that stand beside figures or short words, in lines given as pieces."""
    gutters: dict[tuple[bool, int], list[Side]] = {}
    for pieces in rows:
        for side in _sides(pieces):
            gutters.setdefault((side.at_left, round(side.inner / SAME_GUTTER)), []).append(side)
    return [box for sides in gutters.values() if (box := _column(sides)) is not None]


def within_any(token: Token, boxes: Sequence[Box]) -> bool:
    """Whether a token stands wholly in one of some boxes."""
    return any(_is_in(token, box) for box in boxes)


def _sides(pieces: Sequence[Piece]) -> list[Side]:
    """The first and the last piece of a line, where one is running text beside short pieces."""
    if len(pieces) < MIN_PIECES:
        return []
    found = []
    if _only_long(pieces[0], pieces[1:]):
        found.append(Side(pieces[0], pieces[1].left, True))
    if _only_long(pieces[-1], pieces[:-1]):
        found.append(Side(pieces[-1], pieces[-2].right, False))
    return found


def _only_long(piece: Piece, others: Sequence[Piece]) -> bool:
    return len(piece.tokens) >= PROSE_WORDS and all(len(o.tokens) < PROSE_WORDS for o in others)


def _column(sides: Sequence[Side]) -> Box | None:
    """The box of a column of running text; None where the pieces are too few or too ragged."""
    if len(sides) < PROSE_LINES:
        return None
    pieces = [side.piece for side in sides]
    left = min(piece.left for piece in pieces)
    rights = sorted(piece.right for piece in pieces)
    width = rights[int(0.9 * (len(rights) - 1))] - left
    if sum(piece.right - left > FULL * width for piece in pieces) < FULL_SHARE * len(pieces):
        return None
    size = pieces[0].tokens[0].size
    inner = median(side.inner for side in sides)
    tokens = [token for piece in pieces for token in piece.tokens]
    at_left = sides[0].at_left
    return (
        left - size / 2 if at_left else inner + size / 4,
        min(token.top for token in tokens) - AROUND * size,
        inner - size / 4 if at_left else rights[-1] + size / 2,
        max(token.bottom for token in tokens) + AROUND * size,
    )


def _is_in(token: Token, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= token.left and token.right <= right and top <= token.top <= bottom


def has_labels_beside(left: float, inside: Sequence[Token], tokens: Sequence[Token]) -> bool:
    """Whether what stands between rules is the figures of a table only, whose labels stand to the left of the rules."""
    figures = sum(is_number(token.text) for token in inside)
    if not inside or figures < FIGURES * len(inside):
        return False
    lines = text_lines(inside)
    outside = [token for token in tokens if token.right < left and token.text]
    labels = [
        [t for t in outside if abs(t.baseline - line.baseline) < line.size / 4] for line in lines
    ]
    found = [label for label in labels if label]
    return len(found) >= LABELLED * len(lines) and sum(map(len, found)) <= LABEL_WORDS * len(found)


Step = tuple[float, float, float]  # the middles of two words of a line, and their height


def word_steps(tokens: Sequence[Token]) -> list[Step]:
    """The steps from word to word within the lines of a page; tokens are in the order of the file."""
    return [
        (
            (before.left + before.right) / 2,
            (after.left + after.right) / 2,
            (after.top + after.bottom) / 2,
        )
        for before, after in pairwise(tokens)
        if abs(after.left - before.right) < WORD_GAP * after.size
        and abs(after.baseline - before.baseline) < after.size / 4
    ]


def cut_heights(left: float, right: float, steps: Sequence[Step]) -> list[float]:
    """Where lines run on over a side of a column from word to word, as text of the page does; from top to bottom."""
    return sorted(
        y for one, next_one, y in steps if (left <= one <= right) != (left <= next_one <= right)
    )
