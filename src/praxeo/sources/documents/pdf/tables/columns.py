"""Finds where the columns of a table part, from the white space that its lines have in common."""

from __future__ import annotations

import itertools
import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from praxeo.sources.documents.pdf.tables.column_lines import Entry
from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token

WORD_GAP = 0.55  # of the font size; a wider gap parts two pieces of a line
CUT_GAP = 0.38  # of the font size; a text is cut at a separator where its words part so far
MAX_OVERHANG = 0.5  # of the font size, as above, in lines that are only compared with columns
OVERHANG = 0.25  # of the font size by which a text may reach into the next column
FIGURE_GAP = 0.32  # of the font size; between two figures that are no groups of thousands
BULLET_GAP = 3.0  # of the font size, from a bullet to its text
BULLETS = frozenset("•◦▪■□●○‣➢✓\uf0b7\uf0a7")
FIGURE = re.compile(r"[-+−–$€£]?(?:\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+)\D{0,2}$|[-+−–$€£]\d+%?$|\d+%$")
MIN_CORRIDOR = 0.3  # of the font size; narrower white space parts nothing
# Share of the lines' votes that may run across a corridor (headers, headings), from so many lines
# on: among few lines one odd line weighs much.
CROSSING_SHARES = ((11, 0.1), (7, 0.15), (0, 0.2))
MIN_SUPPORT = 0.6  # share of the lines in a ruled column that must part where it is split
SUPPORT_LINES = 3  # at least so many lines must part there
SUPPORT_GAP = 0.8  # of the font size; how far they must part
ROUNDING = 1e-6  # of a vote
MAX_WIDTH = 4000  # points; wider regions are not looked at


class Piece(NamedTuple):
    """Tokens of one line with no more than word gaps between them."""

    tokens: tuple[Token, ...]
    left: float
    right: float

    @property
    def text(self) -> str:
        return " ".join(token.text for token in self.tokens)


def split_line(line: TextLine, gap: float = WORD_GAP) -> list[Piece]:
    """The pieces of a line, parted at gaps wider than `gap` times the font size."""
    size, wide = line.size, gap * line.space
    tight = min(FIGURE_GAP * size, wide)
    found: list[Piece] = []
    piece: list[Token] = []
    right = 0.0
    for token in line.tokens:
        space = token.left - right
        if piece and (space <= tight or _joins(piece, token, space, wide, size)):
            piece.append(token)
            right = token.right if token.right > right else right
        else:
            if piece:
                found.append(Piece(tuple(piece), piece[0].left, right))
            piece = [token]
            right = token.right
    if piece:
        found.append(Piece(tuple(piece), piece[0].left, right))
    return found


def _joins(piece: list[Token], token: Token, space: float, gap: float, size: float) -> bool:
    """Whether a token stands so near to the piece before that both are one text."""
    if space > gap:
        return len(piece) == 1 and piece[0].text in BULLETS and space <= BULLET_GAP * size
    return not _figures_apart(piece[-1], token, space, size)


def _figures_apart(before: Token, after: Token, space: float, size: float) -> bool:
    """Whether two figures stand too far apart to be one, such as groups of thousands."""
    return bool(
        space > FIGURE_GAP * size and FIGURE.match(before.text) and FIGURE.match(after.text)
    )


def find_separators(rows: Sequence[Sequence[Piece]], size: float) -> list[float]:
    """The x positions between columns, for lines given as pieces.

    A line with many pieces has more say than one with few: headings and spanning headers run
    across columns. `size` is the font size in points.
    """
    most = max((len(row) for row in rows), default=0)
    if most < 2:
        return []
    left = int(min(row[0].left for row in rows if row))
    right = int(max(row[-1].right for row in rows if row)) + 1
    width = min(right - left, MAX_WIDTH)
    changes = [0.0] * (width + 2)
    voters = [row for row in rows if len(row) > 1]
    weight_all = 0.0
    for row in voters:
        weight = (len(row) - 1) / (most - 1)
        weight_all += weight
        for piece in row:
            start, end = round(piece.left) - left, round(piece.right) - left
            changes[min(max(start, 0), width)] += weight
            changes[min(max(end, 0), width)] -= weight
    cover = list(itertools.accumulate(changes))
    share = next(share for lines, share in CROSSING_SHARES if len(voters) >= lines)
    allowed = share * weight_all + ROUNDING
    separators: list[float] = []
    for start, end in _free_stretches(cover, width, allowed):
        if end - start >= MIN_CORRIDOR * size:
            separators.extend(_within(voters, cover, start, end, left, size))
    return separators


def refined(ruled: Sequence[float], lines: Sequence[TextLine]) -> list[float]:
    """Ruled column boundaries, and those by white space where a ruled column holds several."""
    if not lines:
        return sorted(ruled)
    size = sorted(line.size for line in lines)[len(lines) // 2]
    rows = [split_line(line) for line in lines]
    bounds = [-math.inf, *sorted(ruled), math.inf]
    found = list(ruled)
    for low, high in itertools.pairwise(bounds):
        inner = [
            [piece for piece in row if low <= (piece.left + piece.right) / 2 <= high]
            for row in rows
        ]
        inner = [row for row in inner if row]
        for separator in find_separators(inner, size):
            parted = sum(_parts(row, separator, SUPPORT_GAP * size) for row in inner)
            several = sum(len(row) > 1 for row in inner)
            if parted >= max(SUPPORT_LINES, MIN_SUPPORT * several):
                found.append(separator)
    return sorted(found)


def _parts(row: Sequence[Piece], separator: float, gap: float) -> bool:
    """Whether a line has pieces on both sides of a position, wide enough apart."""
    before = max((piece.right for piece in row if piece.right <= separator), default=None)
    after = min((piece.left for piece in row if piece.left >= separator), default=None)
    return before is not None and after is not None and after - before >= gap


def _free_stretches(cover: list[float], width: int, allowed: float) -> list[tuple[int, int]]:
    """Where few lines run across, between places that lines cover."""
    found: list[tuple[int, int]] = []
    start = -1
    for x in range(width):
        if cover[x] > allowed:
            if start > 0:
                found.append((start, x))
            start = -1
        elif start < 0:
            start = x
    return found


def _within(
    voters: list[Sequence[Piece]],
    cover: list[float],
    start: int,
    end: int,
    left: int,
    size: float,
) -> list[float]:
    """Separators in one free stretch: one, or two around each sparse column that stands in it."""
    margin = 0.3 * size
    inside = sorted(
        (piece.left, piece.right)
        for row in voters
        for piece in row
        if piece.left >= left + start + margin and piece.right <= left + end - margin
    )
    columns: list[tuple[float, float, int]] = []
    for first, last in inside:
        if columns and first <= columns[-1][1] + margin:
            columns[-1] = (columns[-1][0], max(last, columns[-1][1]), columns[-1][2] + 1)
        else:
            columns.append((first, last, 1))
    # A single text between two columns is more often a heading over both than a column.
    enough = 2 if len(voters) > 3 else 1
    merged = [(first, last) for first, last, count in columns if count >= enough]
    if not merged:
        least = min(cover[start:end])
        best = [x for x in range(start, end) if cover[x] == least]
        return [left + best[len(best) // 2] + 0.5]
    edges = [float(left + start), *(x for span in merged for x in span), float(left + end)]
    return [(edges[i] + edges[i + 1]) / 2 for i in range(0, len(edges), 2)]


def crosses(row: Sequence[Piece], separators: Sequence[float], size: float) -> bool:
    """Whether a piece of a line runs across a separator, not only a little over it."""
    slack = MAX_OVERHANG * size
    return any(piece.left + slack < x < piece.right - slack for piece in row for x in separators)


def column_of(x: float, separators: Sequence[float]) -> int:
    """The column in which a position lies."""
    return bisect_left(separators, x)


def place_pieces(line: TextLine, separators: Sequence[float], size: float) -> tuple[Entry, ...]:
    """A line's tokens by first and last column; a text over a separator spans columns.

    Texts are cut at a separator where there is a little more room than between words.
    """
    slack = OVERHANG * size
    found: list[tuple[int, int, list[Token]]] = []
    right = 0.0
    for token in line.tokens:
        first = column_of(token.left + slack, separators)
        last = max(first, column_of(token.right - slack, separators))
        if found:
            start, end, tokens = found[-1]
            space = token.left - right
            home = column_of((tokens[-1].left + tokens[-1].right) / 2, separators)
            apart = space > CUT_GAP * line.space or _figures_apart(
                tokens[-1], token, space, line.size
            )
            if first > home and apart:
                # The text before may reach over the boundary a little, but it does not span.
                found[-1] = (start, max(start, min(end, first - 1)), tokens)
            elif first <= end or space <= WORD_GAP * line.space:
                found[-1] = (start, max(last, end), [*tokens, token])
                right = max(right, token.right)
                continue
        found.append((first, last, [token]))
        right = token.right
    return tuple(Entry(first, last, tuple(tokens)) for first, last, tokens in found)


def place_strictly(line: TextLine, separators: Sequence[float]) -> tuple[Entry, ...]:
    """A line's tokens by column, parted at each separator that no word crosses, however near they stand."""
    found: list[tuple[int, int, list[Token]]] = []
    for token in line.tokens:
        first, last = column_of(token.left, separators), column_of(token.right, separators)
        if found and first <= found[-1][1]:
            start, end, tokens = found[-1]
            found[-1] = (start, max(end, last), [*tokens, token])
        else:
            found.append((first, last, [token]))
    return tuple(Entry(first, last, tuple(tokens)) for first, last, tokens in found)
