"""Reads tables with crossing rules, also where the rules part only groups of rows or columns."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.sources.documents.pdf.tables.column_lines import PlacedLine, columnwise
from praxeo.sources.documents.pdf.tables.columns import crosses, place_pieces, refined, split_line
from praxeo.sources.documents.pdf.tables.header import header_levels
from praxeo.sources.documents.pdf.tables.lattice import Lattice, fill_lattice, with_columns
from praxeo.sources.documents.pdf.tables.listed import lists_lines
from praxeo.sources.documents.pdf.tables.offset import same_column_pitch
from praxeo.sources.documents.pdf.tables.rows import group_rows
from praxeo.sources.documents.pdf.tables.sketch import PlacedCell, Sketch, without_overlaps
from praxeo.sources.documents.pdf.tables.stream import header_cells
from praxeo.sources.documents.pdf.tables.tokens import TextLine, Token, is_number, text_lines

COARSE_FIGURES = 0.6  # share of lines in a cell that are figures on their own
LONG_LIST = 3  # figures below each other that alone show several rows
CAPITALS = 0.9  # share of listed texts that must start a text, not go on with one
SHORT_TEXT = 4  # words of a listed text on average
SAME_HEIGHT = 0.3  # of the font size, by which baselines on one line may differ
ALL_BOLD = 0.9  # share of bold cells in a first row that is bold as a whole
LABELS_BOLD = 0.7  # share of bold cells below it, up to which these are labels
SOME_FIGURES = 0.2  # share of figures below a row of words from which on that is a header
YEAR = re.compile(r"^(?:1[89]|20)\d\d(?:\s*[-–/]\s*\d+)?$")
MAX_HEADER_ROWS = 3  # rows of a ruled table that may be headers


def read_grid(lattice: Lattice, tokens: Sequence[Token]) -> Sketch:
    """The cells between crossing rules, split by white space and lines where rules are missing."""
    separators = refined(lattice.xs[1:-1], text_lines(tokens))
    lattice = with_columns(lattice, separators)
    cells = [cell for cell in fill_lattice(lattice, tokens) if cell.tokens]
    bands = sorted({cell.top for cell in cells})
    lists = _list_bands(cells)
    starts: dict[int, int] = {}
    done: list[PlacedCell] = []
    row = 0
    for band in bands:
        starts[band] = row
        inside = [cell for cell in cells if cell.top == cell.bottom == band]
        if band not in lists and _lists_words(inside, separators):
            lists.add(band)
        by_line = (band > bands[0] or len(bands) == 1) and lists_lines(
            inside, separators, lattice, len(bands)
        )
        if by_line or band in lists or any(_is_mixed(cell, lattice) for cell in inside):
            head = band == bands[0] and band not in lists and not by_line
            found, height = _split(inside, separators, header=head, by_line=by_line)
            done += [replace(cell, top=cell.top + row, bottom=cell.bottom + row) for cell in found]
            row += height - 1
        else:
            done += [replace(cell, top=row, bottom=row) for cell in inside]
        row += 1
    done += [
        replace(cell, top=starts[cell.top], bottom=_last_row(cell, starts, row))
        for cell in cells
        if cell.bottom > cell.top
    ]
    done.sort(key=lambda cell: (cell.top, cell.left))
    return Sketch(cells=tuple(_with_header(without_overlaps(done))), ruled=True)


def _last_row(cell: PlacedCell, starts: dict[int, int], rows: int) -> int:
    """The last of the new rows that a cell over several bands covers."""
    after = [row for band, row in starts.items() if band > cell.bottom]
    return max(starts[cell.top], min(after, default=rows) - 1)


def _split(
    cells: Sequence[PlacedCell], separators: Sequence[float], *, header: bool, by_line: bool
) -> tuple[list[PlacedCell], int]:
    """The cells in a band between two rules, rows counted from 0, and the number of rows."""
    lines = text_lines(token for cell in cells for token in cell.tokens)
    size = lines[0].size
    placed = [
        PlacedLine(line, place_pieces(line, separators, size), starts=by_line) for line in lines
    ]
    left = min(line.tokens[0].left for line in lines)
    right = max(line.tokens[-1].right for line in lines)
    if header:
        levels = header_levels(placed, placed[-1:], [], right - left)
        return header_cells(levels), len(levels)
    pitch = same_column_pitch([(line, split_line(line)) for line in lines])
    rows = [columnwise(group) for group in group_rows(placed, [], left, right, pitch)]
    found = [
        PlacedCell(
            top=row, bottom=row + entry.rows - 1, left=entry.first, right=entry.last,
            tokens=entry.tokens,
        )
        for row, entries in enumerate(rows)
        for entry in entries
    ]  # fmt: skip
    return found, len(rows)


def _list_bands(cells: Sequence[PlacedCell]) -> set[int]:
    """Bands that hold several rows: a cell with figures below figures, and one beside it alike."""
    beside: dict[int, list[tuple[list[TextLine], bool]]] = {}
    for cell in cells:
        lines = text_lines(cell.tokens)
        if len(lines) > 1 and cell.top == cell.bottom:
            figures = sum(is_number(" ".join(t.text for t in line.tokens)) for line in lines)
            beside.setdefault(cell.top, []).append((lines, figures >= COARSE_FIGURES * len(lines)))
    return {band for band, held in beside.items() if _are_rows(held)}


def _lists_words(cells: Sequence[PlacedCell], separators: Sequence[float]) -> bool:
    """Whether cells side by side list short texts, each beside one of the next cell."""
    lines = text_lines(token for cell in cells for token in cell.tokens)
    if len(cells) < 2 or len(lines) < LONG_LIST:
        return False
    placed = [PlacedLine(line, place_pieces(line, separators, line.size)) for line in lines]
    pitch = same_column_pitch([(line, split_line(line)) for line in lines])
    rows = [columnwise(group) for group in group_rows(placed, [], -math.inf, math.inf, pitch)]
    first = min(cell.left for cell in cells)
    entries = [entry for row in rows for entry in row]
    capital = sum(not entry.text[0].islower() for entry in entries)
    words = sum(len(entry.tokens) for entry in entries)
    return (
        len(rows) >= LONG_LIST
        and all(len(row) > 1 and row[0].first == first for row in rows)
        and capital >= CAPITALS * len(entries)
        and words <= SHORT_TEXT * len(entries)
    )


def _are_rows(cells: Sequence[tuple[list[TextLine], bool]]) -> bool:
    """Whether two cells list figures, or one a few of them with a text beside each."""
    lists = [lines for lines, is_list in cells if is_list]
    return len(lists) > 1 or any(
        len(lines) >= LONG_LIST
        and any(other is not lines and _on_lines(lines, other) for other, _ in cells)
        for lines in lists
    )


def _on_lines(lines: Sequence[TextLine], others: Sequence[TextLine]) -> bool:
    """Whether each line of one cell stands on a line of another."""
    return all(
        any(abs(line.baseline - other.baseline) < SAME_HEIGHT * line.size for other in others)
        for line in lines
    )


def _is_mixed(cell: PlacedCell, lattice: Lattice) -> bool:
    """Whether a cell over several columns holds a spanning heading and texts for the columns."""
    if cell.left == cell.right:
        return False
    rows = [split_line(line) for line in text_lines(cell.tokens)]
    inner = lattice.xs[cell.left + 1 : cell.right + 1]
    parted = sum(len(row) > 1 and not crosses(row, inner, 0.0) for row in rows)
    return len(rows) > 1 and 2 * parted >= len(rows)


def _with_header(cells: list[PlacedCell]) -> list[PlacedCell]:
    """The cells, those of the first rows marked where they read as a header."""
    first = min((cell.top for cell in cells), default=0)
    top = [cell for cell in cells if cell.top == first]
    last = max((cell.bottom for cell in top), default=0)
    rest = [cell for cell in cells if cell.top > last]
    if not rest or last - first >= MAX_HEADER_ROWS:
        return cells
    bold, rest_bold = _bold(top), _bold(rest)
    if not (
        bold > 0.5 > rest_bold
        or (bold > ALL_BOLD and rest_bold < LABELS_BOLD)
        or (_figures(top) == 0 and _figures(rest) > SOME_FIGURES)
        or min(cell.left for cell in top) > min(cell.left for cell in cells)
    ):
        return cells
    return [replace(cell, header=cell.top <= last) for cell in cells]


def _bold(cells: Sequence[PlacedCell]) -> float:
    """Share of cells in bold."""
    return sum(cell.tokens[0].bold for cell in cells) / len(cells)


def _figures(cells: Sequence[PlacedCell]) -> float:
    """Share of cells that hold a figure; a year may head a column."""
    texts = [" ".join(token.text for token in cell.tokens) for cell in cells]
    figures = [text for text in texts if is_number(text) and any(map(str.isdigit, text))]
    return sum(not YEAR.match(text) for text in figures) / len(texts)
