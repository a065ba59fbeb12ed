"""Finds tables without rules: runs of lines whose words stand in columns."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from praxeo.sources.documents.pdf.captions import TABLE_NAME
from praxeo.sources.documents.pdf.tables.bands import is_prose
from praxeo.sources.documents.pdf.tables.beside import prose_beside, within_any
from praxeo.sources.documents.pdf.tables.columns import Piece, find_separators, split_line
from praxeo.sources.documents.pdf.tables.listings import NOTE, is_formula, is_listing
from praxeo.sources.documents.pdf.tables.regions import Region
from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, is_number, text_lines

COLUMN_GAP = 1.1  # of the font size; a gap this wide may part columns
MAX_PITCH = 3.2  # of the font size; a larger distance between lines ends a table
CAPTION_PITCH = 4.5  # of the font size, from a caption down to its table
MIN_ROWS = 3  # lines with columns that an unruled table needs
MAX_SINGLE_LINES = 2  # lines with one piece in a row inside a table (headings, wrapped labels)
LONG_LINE = 9  # words in one piece from which on a line is prose
CLEAN_LINES = 0.7  # share of lines that must keep to the columns
MIN_FIGURES = 0.5  # share of figures among the cells after the first column
TEXT_COLUMNS = 3  # columns that a table of words without caption needs
TEXT_ROWS = 4  # rows that it needs
TEXT_WORDS = 4  # words of its cells on average, at most
FULL_ROWS = 0.6  # share of its lines that must fill most of its columns
SAME_EDGE = 0.3  # of the font size, by which left edges in one column may differ
SAME_EDGES = 0.6  # share of left edges in a column of words that must agree

Row = tuple[TextLine, list[Piece]]  # a line, parted at gaps that may part columns


def aligned_regions(tokens: Sequence[Token], lines: Sequence[TextLine]) -> list[Region]:
    """Runs of lines that share columns; tokens, in these lines, are those of one page outside other tables."""
    rows = _rows(lines)
    if prose := prose_beside([pieces for _, pieces in rows]):
        rows = _rows(text_lines(token for token in tokens if not within_any(token, prose)))
    regions = (
        _region([line for line, _ in run], [pieces for _, pieces in run], named)
        for run, named in _runs(rows)
    )
    return [region for region in regions if region is not None]


def _rows(lines: Sequence[TextLine]) -> list[Row]:
    return [(line, split_line(line, COLUMN_GAP)) for line in lines]


def _runs(rows: Sequence[Row]) -> list[tuple[list[Row], bool]]:
    """Runs of lines with gaps, and whether a table's caption stands right above them."""
    runs: list[tuple[list[Row], bool]] = []
    run: list[Row] = []
    singles = 0
    caption = -1.0
    for line, pieces in rows:
        near = bool(run) and line.baseline - run[-1][0].baseline <= MAX_PITCH * line.size
        name = bool(TABLE_NAME.match(pieces[0].text))
        prose = any(len(piece.tokens) >= LONG_LINE for piece in _outer(pieces))
        prose = prose or is_formula(" ".join(piece.text for piece in pieces))
        parted = len(pieces) > 1 and not prose and not name
        if parted and near:
            singles = 0
        elif parted:
            run = []
            singles = 0
            named = 0 < line.baseline - caption <= CAPTION_PITCH * line.size
            runs.append((run, named))
        elif near and singles < MAX_SINGLE_LINES and not prose and not name:
            singles += 1
        else:
            run = []
        if run or parted:
            run.append((line, pieces))
        # A caption of several lines ends where its last line stands.
        if name or 0 < line.baseline - caption < 1.5 * line.size:
            caption = line.baseline
    return runs


def _outer(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces that may be prose beside a table: what has a label before it and a figure after it is a cell."""
    if len(pieces) >= MIN_ROWS and is_number(pieces[-1].text):
        return (pieces[0], pieces[-1])
    return pieces


def _region(lines: list[TextLine], rows: list[list[Piece]], named: bool) -> Region | None:
    """A run as a region, without lines at its end that have no columns; None if no table."""
    while rows and (len(rows[-1]) < 2 or _is_note(rows[-1], rows)):
        lines, rows = lines[:-1], rows[:-1]
    parted = [row for row in rows if len(row) > 1]
    if len(parted) < MIN_ROWS or is_prose(lines) or is_listing(parted):
        return None
    size = sorted(line.size for line in lines)[len(lines) // 2]
    separators = find_separators(parted, size)
    clean = sum(_in_columns(row, separators) for row in parted)
    if not separators or clean < CLEAN_LINES * len(parted):
        return None
    others = [piece for row in parted for piece in row[1:]]
    figures = sum(is_number(piece.text) for piece in others)
    if figures < MIN_FIGURES * len(others) and not named and not _words_in_columns(parted, size):
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


def _is_note(row: Sequence[Piece], rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether the last line of a run is a note below the table."""
    return bool(NOTE.match(row[0].text)) and len(row) < max(map(len, rows))


def _in_columns(row: Sequence[Piece], separators: Sequence[float]) -> bool:
    """Whether no piece of a line runs across a separator."""
    return not any(piece.left < x < piece.right for piece in row for x in separators)


def _words_in_columns(rows: Sequence[Sequence[Piece]], size: float) -> bool:
    """Whether lines of words stand in at least three columns with even left edges."""
    columns = max(len(row) for row in rows)
    full = [row for row in rows if len(row) == columns]
    words = [len(piece.tokens) for row in full for piece in row]
    if (
        columns < TEXT_COLUMNS
        or len(full) < max(TEXT_ROWS, FULL_ROWS * len(rows))
        or sum(words) > TEXT_WORDS * len(words)
    ):
        return False
    for column in range(columns):
        edges = sorted(row[column].left for row in full)
        steps = [after - before for before, after in itertools.pairwise(edges)]
        if sum(step <= SAME_EDGE * size for step in steps) < SAME_EDGES * len(steps):
            return False
    return True
