"""Reads the cells of a table from the places of its words, with rules where there are some."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.documents.pdf.tables.columns import find_separators, place_pieces, split_line
from praxeo.documents.pdf.tables.rows import FULL_RULE, PlacedLine, group_rows
from praxeo.documents.pdf.tables.rulings import Line
from praxeo.documents.pdf.tables.sketch import Placed, Sketch, without_overlaps
from praxeo.documents.pdf.tables.tokens import Token, is_number, text_lines

MAX_HEADER_LINES = 8  # lines before the first figures that may be headers
RULED_COLUMN = 0.5  # of the table's height; a longer vertical rule parts columns


def read_stream(
    tokens: Sequence[Token],
    rules: Sequence[Line],
    separators: Sequence[float] | None = None,
    header_end: float | None = None,
) -> Sketch:
    """The cells of a region: columns by white space (or as given), rows by lines and rules."""
    lines = text_lines(tokens)
    if not lines:
        return Sketch(cells=())
    size = sorted(line.size for line in lines)[len(lines) // 2]
    if separators is None:
        separators = find_separators([split_line(line) for line in lines], size)
    left = min(line.tokens[0].left for line in lines)
    right = max(line.tokens[-1].right for line in lines)
    placed = [PlacedLine(line, tuple(place_pieces(line, separators, size))) for line in lines]
    head = header_length(placed, rules, left, right)
    cells: list[Placed] = []
    row = 0
    for header, part in ((True, placed[:head]), (False, placed[head:])):
        levels = (
            header_levels(part, rules, left, right, separators)
            if header
            else [_columnwise(group) for group in group_rows(part, rules, left, right)]
        )
        for index, level in enumerate(levels):
            for first, last, found in level:
                top = bottom = row
                if header:
                    top -= _empty(levels[:index], first, last)
                    bottom += _empty(levels[index + 1 :], first, last)
                cells.append(
                    Placed(
                        top=top, bottom=bottom, left=first, right=last,
                        tokens=tuple(found), header=header,
                    )
                )  # fmt: skip
            row += 1
    return Sketch(cells=tuple(without_overlaps(cells)))


def header_length(
    lines: Sequence[PlacedLine], rules: Sequence[Line], left: float, right: float
) -> int:
    """How many lines from the top are headers: those over a full rule, or over the figures."""
    for rule in rules:
        if not rule.covers(left, right, FULL_RULE):
            continue
        above = sum(line.line.baseline - 0.2 * line.line.size < rule.at for line in lines)
        if 0 < above < len(lines) and above <= MAX_HEADER_LINES:
            return above
        if above:
            break
    numeric = [_figures(line) for line in lines]
    body = sum(numeric)
    if body < 0.4 * len(lines):
        return 1 if lines else 0
    first = numeric.index(True)
    return first if first <= MAX_HEADER_LINES else 0


def _figures(line: PlacedLine) -> bool:
    """Whether most cells after the first one are figures."""
    cells = [tokens for first, _, tokens in line.entries if first > 0]
    figures = sum(is_number(" ".join(token.text for token in tokens)) for tokens in cells)
    return bool(cells) and figures >= 0.5 * len(cells)


def header_levels(
    lines: Sequence[PlacedLine],
    rules: Sequence[Line],
    left: float,
    right: float,
    separators: Sequence[float],
) -> list[list[tuple[int, int, list[Token]]]]:
    """Header lines as levels: parted by rules and under spanning cells, else joined by column."""
    levels: list[list[PlacedLine]] = []
    for line in lines:
        if levels and not _level_ends(levels[-1], line, rules):
            levels[-1].append(line)
        else:
            levels.append([line])
    return [_columnwise(level) for level in levels]


def _level_ends(level: list[PlacedLine], line: PlacedLine, rules: Sequence[Line]) -> bool:
    above = level[-1]
    if line.line.baseline - above.line.baseline > 2.2 * line.line.size:
        return True
    if any(
        above.line.baseline - 0.3 * above.line.size < rule.at < line.line.baseline for rule in rules
    ):
        return True
    spans = [(first, last) for row in level for first, last, _ in row.entries if last > first]
    for first, last in spans:
        under = [entry for entry in line.entries if first <= entry[0] <= last]
        if len(under) > 1:
            return True
    return False


def _empty(levels: Sequence[list[tuple[int, int, list[Token]]]], first: int, last: int) -> int:
    """How many header levels have nothing in some columns, if that are all of them."""
    taken = any(start <= last and end >= first for level in levels for start, end, _ in level)
    return 0 if taken else len(levels)


def _columnwise(lines: Sequence[PlacedLine]) -> list[tuple[int, int, list[Token]]]:
    """The cells of one row: the lines' entries joined by column."""
    cells: dict[int, tuple[int, list[Token]]] = {}
    for line in lines:
        for first, last, tokens in line.entries:
            at = next((start for start, (end, _) in cells.items() if start <= first <= end), first)
            end, held = cells.get(at, (last, []))
            cells[at] = (max(end, last), [*held, *tokens])
    return [(first, last, found) for first, (last, found) in sorted(cells.items())]
