"""Tells whether what stands between two rules of a page is part of a table."""

from __future__ import annotations

import math
from collections.abc import Sequence

from praxeo.sources.documents.pdf.captions import BESIDE_TABLE
from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine
from praxeo.sources.documents.pdf.tables.columns import place_strictly, split_line
from praxeo.sources.documents.pdf.tables.edges import separators_of
from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, text_lines

WIDE_GAP = 0.9  # of the font size; a wider gap inside a line hints at columns
MANY_COLUMNS = 3  # columns of words that are no columns of prose
SHORT_BAND = 12  # lines between two rules up to which that holds
PROSE_LINES = 5  # fewer lines are not judged as prose
PROSE_WORDS = 5  # words in a piece of a line from which on it reads as prose
PROSE_INDENT = 4.0  # of the font size; texts that all start further right stand in a column
PROSE_SHARE = 0.7  # share of a text's words that stand in such pieces
NARROW_LINES = (3, 80)  # lines of a band whose columns may nearly touch


def band_of(tokens: Sequence[Token]) -> str:
    """What stands between two rules: "table", "open" (too little to say) or "other"."""
    lines = text_lines(tokens)
    if not lines:
        return "open"
    if any(BESIDE_TABLE.match(" ".join(token.text for token in line.tokens)) for line in lines):
        return "other"
    if _is_narrow(lines):
        return "table"
    apart = _columns_apart(tokens, lines[0].size)
    if is_prose(lines) and not (apart >= MANY_COLUMNS and len(lines) <= SHORT_BAND):
        return "other"
    rows = [split_line(line, WIDE_GAP) for line in lines]
    parted = [row for row in rows if len(row) > 1]
    if len(parted) >= 0.5 * len(rows) or apart > 1:
        return "table"
    if len(lines) <= 2 or len(parted) >= 0.25 * len(rows):
        return "open"
    return "other"


def _columns_apart(tokens: Sequence[Token], size: float) -> int:
    """How many columns bands of white space leave between tokens, whatever their baselines."""
    columns = 0
    right = -math.inf
    for token in sorted(tokens, key=lambda item: item.left):
        columns += token.left - right > WIDE_GAP * size
        right = max(right, token.right)
    return columns


def is_prose(lines: Sequence[TextLine]) -> bool:
    """Whether lines read as running text, in one column or more.

    One column of long texts with short ones to its left is no prose but a table's last column.
    """
    if len(lines) < PROSE_LINES:
        return False
    rows = [split_line(line, WIDE_GAP) for line in lines]
    words = [len(piece.tokens) for row in rows for piece in row]
    if sum(count for count in words if count >= PROSE_WORDS) < PROSE_SHARE * sum(words):
        return False
    left = min(row[0].left for row in rows) + PROSE_INDENT * lines[0].size
    long = [[piece for piece in row if len(piece.tokens) >= PROSE_WORDS] for row in rows]
    beside = all(len(found) <= 1 and all(p.left > left for p in found) for found in long)
    return not (beside and sum(row[0].left < left for row in rows) >= 2)


def _is_narrow(lines: Sequence[TextLine]) -> bool:
    """Whether three even columns or more nearly touch, only one of which holds running text."""
    if not NARROW_LINES[0] <= len(lines) <= NARROW_LINES[1]:
        return False
    separators = separators_of(lines)
    if len(separators) + 1 < MANY_COLUMNS:
        return False
    words: dict[int, list[int]] = {}
    for line in lines:
        for entry in PlacedLine(line, place_strictly(line, separators)).entries:
            words.setdefault(entry.first, []).append(len(entry.tokens))
    running = sum(sum(counts) >= PROSE_WORDS * len(counts) for counts in words.values())
    return running <= 1
