"""Tables: a fact for each cell under its row and column head, and pairs out of two columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card, Choice, Pair
from praxeo.generation.offline.cleaning import even, key
from praxeo.generation.offline.material import Candidate, Part
from praxeo.generation.offline.phrases import Phrases

MOST_ROWS, MOST_COLUMNS = 14, 6
LONGEST_HEAD = 6  # words
LONGEST_VALUE = 14  # words
FEWEST_PAIRS, MOST_PAIRS = 3, 7
MOST_FACTS = 4  # questions out of one table
MOST_DISTRACTORS = 3
FEWEST_VALUES = 3  # different ones in a column that is asked about
LARGEST_NUMERIC_SHARE = 0.5  # of the cells; tables of measurements are not for learning by heart

_MEASUREMENT = re.compile(
    r"±|\bp\s?[<=]|\bn\s?=|\d\s?\(\d|^[<>]?-?\d+\.\d{2,}|\d{4,}|^-?[\d,.]+%?$|^[\d.,\s/%()–-]+$"
)
_PLACEHOLDER = re.compile(r"^(?:[-–—.x✓✔✗×?]|n/?a|yes|no|none|total|average|mean)?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table as plain rows of texts; `lines[i]` is the evidence number of row i."""

    block: Block
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    caption: str


def grids_of(part: Part) -> list[Grid]:
    """The tables of a section that are regular, small and made of words."""
    found = []
    blocks = part.practised
    for index, block in enumerate(blocks):
        if block.kind == "table":
            near = [b for b in blocks[max(0, index - 1) : index + 2] if b.kind == "caption"]
            grid = _grid(block, even(near[0].text) if near else "")
            if grid is not None:
                found.append(grid)
    return found


def _grid(block: Block, caption: str) -> Grid | None:
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in block.cells):
        return None
    by_row: dict[int, dict[int, str]] = {}
    for cell in block.cells:
        by_row.setdefault(cell.row, {})[cell.column] = even(cell.text)
    widths = {len(row) for row in by_row.values()}
    if (
        len(widths) != 1
        or not 2 <= widths.pop() <= MOST_COLUMNS
        or not 3 <= len(by_row) <= MOST_ROWS + 1
    ):
        return None
    rows = [tuple(row[c] for c in sorted(row)) for _, row in sorted(by_row.items())]
    head, body = rows[0], rows[1:]
    if (
        len(block.text.split("\n")) != len(rows)
        or not all(head[1:])
        or any(len(h.split()) > LONGEST_HEAD for h in head)
    ):
        return None
    if len({h.lower() for h in head}) != len(head) or any(_MEASUREMENT.search(h) for h in head):
        return None
    values = [value for row in body for value in row[1:]]
    numeric = sum(bool(_MEASUREMENT.search(value)) for value in values)
    if numeric > LARGEST_NUMERIC_SHARE * len(values):
        return None
    return Grid(
        block=block,
        head=head,
        rows=tuple(body),
        lines=tuple(range(2, len(rows) + 1)),
        caption=caption,
    )


def table_pairs(grid: Grid) -> list[Candidate]:
    """Row heads matched with the first column whose values are all different."""
    for column in range(1, len(grid.head)):
        pairs = [
            (row[0], row[column], line)
            for row, line in zip(grid.rows, grid.lines, strict=True)
            if _is_name(row[0]) and _is_value(row[column])
        ]
        lefts, rights = {key(p[0]) for p in pairs}, {key(p[1]) for p in pairs}
        if len(pairs) < max(FEWEST_PAIRS, len(grid.rows) - 1) or not len(lefts) == len(
            rights
        ) == len(pairs):
            continue
        return [_pair(grid, left, right, line) for left, right, line in pairs[:MOST_PAIRS]]
    return []


def _pair(grid: Grid, left: str, right: str, line: int) -> Candidate:
    return Candidate(
        kind="matching",
        item=Pair(left=left, right=right, evidence=(f"{grid.block.id}.{line}",)),
        prompt=left,
        answer=right,
        quote=grid.block.text.split("\n")[line - 1],
        rule="table_pair",
        score=3.0,
        group=f"table {grid.block.id}",
    )


def table_facts(grid: Grid, phrases: Phrases) -> list[Candidate]:
    """Questions on single cells, with the other values of the column as options."""
    found: list[Candidate] = []
    paired = {c.evidence[0] for c in table_pairs(grid)}
    for column in range(2 if paired else 1, len(grid.head)):
        values = [row[column] for row in grid.rows]
        if len({key(value) for value in values if _is_value(value)}) < FEWEST_VALUES:
            continue
        for row, line in zip(grid.rows, grid.lines, strict=True):
            value = row[column]
            if not _is_name(row[0]) or not _is_value(value) or len(found) >= MOST_FACTS:
                continue
            found.append(_fact(grid, row[0], column, value, values, line, phrases))
    return found


def _fact(
    grid: Grid, name: str, column: int, value: str, values: list[str], line: int, phrases: Phrases
) -> Candidate:
    evidence = (f"{grid.block.id}.{line}",)
    question = phrases.table_value.format(name, grid.head[column])
    others: dict[str, str] = {}
    for other in values:
        if _is_value(other) and key(other) != key(value):
            others.setdefault(key(other), other)
    distractors = tuple(list(others.values())[:MOST_DISTRACTORS])
    quote = grid.block.text.split("\n")[line - 1]
    if len(distractors) >= 2:
        return Candidate(
            kind="choice",
            item=Choice(
                question=question, answer=value, distractors=distractors, evidence=evidence
            ),
            prompt=question,
            answer=value,
            quote=quote,
            rule="table_fact",
            score=2.2,
        )
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=value, evidence=evidence),
        prompt=question,
        answer=value,
        quote=quote,
        rule="table_fact",
        score=2.0,
    )


def _is_name(text: str) -> bool:
    return (
        any(c.isalpha() for c in text)
        and len(text.split()) <= LONGEST_HEAD
        and not _PLACEHOLDER.match(text)
    )


def _is_value(text: str) -> bool:
    return not _PLACEHOLDER.match(text) and len(text.split()) <= LONGEST_VALUE
