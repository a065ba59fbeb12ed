"""Tables of words: questions on single cells, and pairs out of the telling column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import even, key
from praxeo.authors.offline.harvest.decks import is_deck
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card, Choice, Pair

MOST_ROWS, MOST_COLUMNS = 14, 6
LONGEST_HEAD = 6  # words
NEARLY = 0.7  # of the words of the wordiest column; the first such column is matched
LONGEST_CAPTION = 12  # words
LONGEST_VALUE = 14  # words
FEWEST_PAIRS, MOST_PAIRS = 3, 7
MOST_FACTS = 4  # questions out of one table
MOST_DISTRACTORS = 3
FEWEST_VALUES = 3  # different ones in a column that is asked about
SAME_END = 5  # letters that two compounds end with alike: "Schichtvulkan", "Schildvulkan"
FEWEST_WORDY = 0.75  # of the cells of a column that is asked about: numbers and flags teach nothing

_MEASUREMENT = re.compile(
    r"±|\bp\s?[<=]|\bn\s?=|\d\s?\(\d|^[<>]?-?\d+\.\d{2,}|\d{4,}|^-?[\d,.]+%?$|^[\d.,\s/%()–-]+$"
)
_NAME_OF_CODE = re.compile(r"^\S+\(\d?\)|…$")  # "git(7)", "run()": a name, not a fact
_NUMBERED = re.compile(
    r"^(?:table|tabelle|tableau|tabla|tab\.)\s*[\d.IVX]+(?:\W+|$)", re.IGNORECASE
)
_POINTS = re.compile(r"^(?:see|siehe|voir|véase)\b", re.IGNORECASE)  # what it says stands elsewhere
_WORD = re.compile(r"[^\W\d_]{3,}")
_PLACEHOLDER = re.compile(r"^(?:[-–—.x✓✔✗×?]|n/?a|yes|no|none|total|average|mean)?$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table as plain rows of texts; `lines[i]` is the evidence number of row i."""

    block: Block
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    caption: str

    @property
    def asked(self) -> list[int]:
        """The columns that are made of words, and so may be asked about."""
        return [
            column
            for column in range(1, len(self.head))
            if sum(says_something(row[column]) for row in self.rows)
            >= FEWEST_WORDY * len(self.rows)
        ]

    @property
    def named(self) -> list[tuple[tuple[str, ...], int]]:
        """The rows with their evidence number whose head is a name that no other row has."""
        times = Counter(key(row[0]) for row in self.rows)
        return [
            (row, line)
            for row, line in zip(self.rows, self.lines, strict=True)
            if _is_name(row[0]) and times[key(row[0])] == 1
        ]


def grids_of(placed: Sequence[RoledBlock]) -> list[Grid]:
    """The tables of a source that are regular, small and made of words."""
    found = []
    for index, one in enumerate(placed):
        if one.block.kind != "table" or is_deck(one.block):
            continue
        if one.role in ("body", "summary", "glossary"):
            near = [
                p.block for p in placed[max(0, index - 1) : index + 2] if p.block.kind == "caption"
            ]
            grid = _grid(one.block, _caption(near[0].text) if near else clean_title(one.topic))
            if grid is not None:
                found.append(grid)
    return found


def rows_of(block: Block) -> list[tuple[str, ...]]:
    """The rows of a table without merged cells; [] for any other."""
    if any(cell.row_span > 1 or cell.column_span > 1 for cell in block.cells):
        return []
    by_row: dict[int, dict[int, str]] = {}
    for cell in block.cells:
        by_row.setdefault(cell.row, {})[cell.column] = even(cell.text)
    rows = [tuple(row[c] for c in sorted(row)) for _, row in sorted(by_row.items())]
    same = len({len(row) for row in rows}) == 1 and len(block.text.split("\n")) == len(rows)
    return rows if same else []


def _grid(block: Block, caption: str) -> Grid | None:
    rows = rows_of(block)
    if not rows or not 2 <= len(rows[0]) <= MOST_COLUMNS or not 3 <= len(rows) <= MOST_ROWS + 1:
        return None
    head, body = rows[0], rows[1:]
    if not all(head) or any(len(h.split()) > LONGEST_HEAD for h in head):
        return None
    if len({h.lower() for h in head}) != len(head) or any(_MEASUREMENT.search(h) for h in head):
        return None
    return Grid(
        block=block,
        head=head,
        rows=tuple(body),
        lines=tuple(range(2, len(rows) + 1)),
        caption=caption,
    )


def _caption(text: str) -> str:
    """What a caption says, without "Table 3." and only if it is short enough to stand in a prompt."""
    bare = even(_NUMBERED.sub("", even(text))).rstrip(" .:")
    return bare if len(bare.split()) <= LONGEST_CAPTION else ""


def table_pairs(grid: Grid, phrases: Phrases) -> list[Candidate]:
    """Row heads matched with the column that says most of them and is different in every row."""
    column = _paired_column(grid)
    if column is None:
        return []
    told = [(row, line) for row, line in grid.named if says_something(row[column])]
    heads = f"{grid.head[0]} – {grid.head[column]}"
    about = f" ({grid.caption})" if grid.caption else ""
    title = f"{phrases.matching}: {heads}{about}"
    return [_pair(grid, row[0], row[column], line, title) for row, line in told][:MOST_PAIRS]


def are_apart(values: Sequence[str]) -> bool:
    """Whether no value says another one, too: "inelastic" fits what is "inelastic in the short run"."""
    said = [frozenset(key(value).split()) for value in values]
    return not any(a <= b for n, a in enumerate(said) for m, b in enumerate(said) if n != m)


def are_of_one_name(things: Sequence[str]) -> bool:
    """Whether all have a word in common, or all end alike."""
    words = [set(key(thing).split()) for thing in things]
    return (
        bool(set.intersection(*words)) or len({thing.lower()[-SAME_END:] for thing in things}) == 1
    )


def _paired_column(grid: Grid) -> int | None:
    fit: dict[int, int] = {}
    for column in grid.asked:
        values = [row[column] for row, _ in grid.named if says_something(row[column])]
        different = len({key(value) for value in values}) == len(values)
        whole = len(values) >= max(FEWEST_PAIRS, len(grid.rows) - 1)
        if different and whole and are_apart(values):
            fit[column] = sum(len(value.split()) for value in values)
    most = max(fit.values(), default=0)
    return next((c for c, size in fit.items() if size >= NEARLY * most), None)


def _pair(grid: Grid, left: str, right: str, line: int, title: str) -> Candidate:
    return Candidate(
        kind="matching",
        item=Pair(left=left, right=right, evidence=(f"{grid.block.id}.{line}",)),
        prompt=left,
        answer=right,
        quote=grid.block.text.split("\n")[line - 1],
        rule="two_columns" if _is_of_two(grid) else "table_pair",
        score=3.0,
        group=f"table {grid.block.id}",
        title=title,
    )


def table_facts(grid: Grid, phrases: Phrases) -> list[Candidate]:
    """Questions on single cells, with the other values of the column as options."""
    found: list[Candidate] = []
    paired = _paired_column(grid)
    for column in grid.asked:
        values = [row[column] for row in grid.rows]
        different = {key(value) for value in values if says_something(value)}
        if column == paired or len(different) < FEWEST_VALUES:
            continue
        for row, line in grid.named:
            value = row[column]
            if says_something(value) and len(found) < MOST_FACTS:
                found.append(_fact(grid, row[0], column, value, values, line, phrases))
    return found


def _fact(
    grid: Grid, name: str, column: int, value: str, values: list[str], line: int, phrases: Phrases
) -> Candidate:
    evidence = (f"{grid.block.id}.{line}",)
    about = f" ({grid.caption})" if grid.caption else ""
    question = phrases.table_value.format(name, grid.head[column], grid.head[0], about)
    others: dict[str, str] = {}
    for other in values:
        if says_something(other) and key(other) != key(value):
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


def _is_of_two(grid: Grid) -> bool:
    """Whether a table has two columns under heads, of words: no sheet of "weight: 3 kg", no results."""
    headed = any(cell.header and cell.row == 0 for cell in grid.block.cells)
    told = [row for row in grid.rows if row[0].rstrip().endswith(":") or re.search(r"\d", row[1])]
    return len(grid.head) == 2 and headed and len(told) * 3 <= len(grid.rows)


def _is_name(text: str) -> bool:
    return (
        any(c.isalpha() for c in text)
        and len(text.split()) <= LONGEST_HEAD
        and not _PLACEHOLDER.match(text)
    )


def says_something(text: str) -> bool:
    """Whether a cell says something in words, not in numbers, flags or signs."""
    return (
        not _PLACEHOLDER.match(text)
        and bool(_WORD.search(text))
        and not _MEASUREMENT.search(text)
        and not _NAME_OF_CODE.search(text)
        and not _POINTS.match(text)
        and len(text.split()) <= LONGEST_VALUE
    )
