"""Finds tables without rules: runs of lines whose words stand in columns."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.documents.pdf.tables.columns import Piece, find_separators, split_line
from praxeo.documents.pdf.tables.regions import Region, is_prose
from praxeo.documents.pdf.tables.tokens import TextLine, Token, is_number, text_lines

COLUMN_GAP = 1.1  # of the font size; a gap this wide may part columns
MAX_PITCH = 3.2  # of the font size; a larger distance between lines ends a table
MIN_ROWS = 3  # lines with columns that an unruled table needs
MAX_SINGLE_LINES = 2  # lines with one piece in a row inside a table (headings, wrapped labels)
LONG_LINE = 9  # words in one piece from which on a line is prose
MIN_FIGURES = 0.5  # share of figures among the cells after the first column


def aligned_regions(tokens: Sequence[Token]) -> list[Region]:
    """Runs of lines that share columns; tokens are those of one page outside other tables."""
    runs: list[list[TextLine]] = []
    run: list[TextLine] = []
    singles = 0
    for line in text_lines(tokens):
        pieces = split_line(line, COLUMN_GAP)
        near = bool(run) and line.baseline - run[-1].baseline <= MAX_PITCH * line.size
        if len(pieces) > 1 and not _prose_like(pieces):
            if not near:
                runs.append(run)
                run = []
            run.append(line)
            singles = 0
        elif near and singles < MAX_SINGLE_LINES and len(line.tokens) < LONG_LINE:
            run.append(line)
            singles += 1
        else:
            runs.append(run)
            run = []
            singles = 0
    runs.append(run)
    return [region for region in map(_region, runs) if region is not None]


def _prose_like(pieces: Sequence[Piece]) -> bool:
    return max(len(piece.tokens) for piece in pieces) >= LONG_LINE


def _region(lines: list[TextLine]) -> Region | None:
    """A run as a region, without lines at its ends that have no columns; None if no table."""
    while lines and len(split_line(lines[-1], COLUMN_GAP)) < 2:
        lines = lines[:-1]
    parted = [row for row in (split_line(line, COLUMN_GAP) for line in lines) if len(row) > 1]
    if len(parted) < MIN_ROWS or is_prose(lines):
        return None
    size = sorted(line.size for line in lines)[len(lines) // 2]
    separators = find_separators(parted, size)
    if not separators:
        return None
    clean = sum(_in_columns(row, separators) for row in parted)
    if clean < 0.7 * len(parted):
        return None
    others = [piece for row in parted for piece in row[1:]]
    figures = sum(is_number(piece.text) for piece in others)
    if figures < MIN_FIGURES * len(others):
        return None
    tokens = [token for line in lines for token in line.tokens]
    return Region(
        min(token.left for token in tokens),
        lines[0].top,
        max(token.right for token in tokens),
        lines[-1].bottom,
        tokens,
        [],
    )


def _in_columns(row: Sequence[Piece], separators: Sequence[float]) -> bool:
    """Whether no piece of a line runs across a separator."""
    return not any(piece.left < x < piece.right for piece in row for x in separators)
