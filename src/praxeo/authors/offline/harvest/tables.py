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
COLUMNS_MATCHED = 3  # of a table in which each telling column is matched
EARLIEST_YEAR, LATEST_YEAR = 1_000, 2_100
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
_NUMBER_ALONE = re.compile(r"\d{1,5}")
_COUNTS = re.compile(  # what numbers in a first column count, rather than name
    r"\W*(?:nr|no|n[°º]|num\w*|id|row|zeile|seite|pages?|página|woche|week|semaine|semana|stunde|hours?|heure|hora|tag|days?|jour|día|minute\w*|kapitel|chap\w+|cap\w+|"
    r"lektion|lesson|leçon|lección|schritt|step|étape|paso|punkte?|points?|puntos?|note|grade|nota|klasse|class\w*|level|stufe|niveau|nivel|rang|rank|platz|place|puesto|"
    r"dat(?:e|en|um|a)s?|fechas?|epoch\w*|époque|época|zeit\w*|jahr\w*|years?|années?|años?|alter|age|âge|edad|anzahl|count|nombre|cantidad|menge|preis|price|prix|precio|version|team)\b|\W+$",
    re.IGNORECASE,
)
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
    """Row heads matched with the column that says most of them and is different in every row; of three columns with both."""
    found: list[Candidate] = []
    for column in _paired_columns(grid):
        told = [(row, line) for row, line in grid.named if says_something(row[column])]
        title, group = _title(grid, column, phrases), _group(grid, column if found else None)
        pairs = [_pair(grid, row[0], row[column], line, title, group) for row, line in told]
        found += pairs[:MOST_PAIRS]
    return found or _numbers_paired(grid, phrases)


def _numbers_paired(grid: Grid, phrases: Phrases) -> list[Candidate]:
    """Numbers matched with what each stands for ("443 | HTTPS"), unless they but count the rows, pages, points or years."""
    numbers = [row[0] for row in grid.rows]
    if not _is_of_two(grid) or _COUNTS.match(grid.head[0]) or len(numbers) > MOST_PAIRS:
        return []
    if len(numbers) < FEWEST_PAIRS or not all(map(_NUMBER_ALONE.fullmatch, numbers)):
        return []
    known, values = {int(number) for number in numbers}, [row[1] for row in grid.rows]
    in_a_row = max(known) - min(known) < len(known)
    of_years = min(known) >= EARLIEST_YEAR and max(known) <= LATEST_YEAR
    if len(known) < len(numbers) or in_a_row or of_years or not _are_names(values):
        return []
    title, group = _title(grid, 1, phrases), _group(grid, None)
    return [
        _pair(grid, row[0], row[1], line, title, group)
        for row, line in zip(grid.rows, grid.lines, strict=True)
    ]


def _are_names(values: Sequence[str]) -> bool:
    short = all(says_something(value) and len(value.split()) <= LONGEST_HEAD for value in values)
    return short and len({value.lower() for value in values}) == len(values)


def _title(grid: Grid, column: int, phrases: Phrases) -> str:
    about = f" ({grid.caption})" if grid.caption else ""
    return f"{phrases.matching}: {grid.head[0]} – {grid.head[column]}{about}"


def _group(grid: Grid, column: int | None) -> str:
    return f"table {grid.block.id}" + (f" {column}" if column else "")


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


def _paired_columns(grid: Grid) -> list[int]:
    """The column to be matched, if any; of a table of three columns the other one behind it, if it can be, too."""
    fit: dict[int, int] = {}
    for column in grid.asked:
        values = [row[column] for row, _ in grid.named if says_something(row[column])]
        different = len({key(value) for value in values}) == len(values)
        whole = len(values) >= max(FEWEST_PAIRS, len(grid.rows) - 1)
        if different and whole and are_apart(values):
            fit[column] = sum(len(value.split()) for value in values)
    most = max(fit.values(), default=0)
    first = [column for column, size in fit.items() if size >= NEARLY * most][:1]
    second = [c for c in fit if c not in first] if len(grid.head) == COLUMNS_MATCHED else []
    return first + second


def _pair(grid: Grid, left: str, right: str, line: int, title: str, group: str) -> Candidate:
    return Candidate(
        kind="matching",
        item=Pair(left=left, right=right, evidence=(f"{grid.block.id}.{line}",)),
        prompt=left,
        answer=right,
        quote=grid.block.text.split("\n")[line - 1],
        rule="two_columns" if _is_of_two(grid) else "table_pair",
        score=3.0,
        group=group,
        title=title,
    )


def table_facts(grid: Grid, phrases: Phrases) -> list[Candidate]:
    """Questions on single cells, with the other values of the column as options."""
    found: list[Candidate] = []
    paired = _paired_columns(grid)[:1]
    for column in grid.asked:
        values = [row[column] for row in grid.rows]
        different = {key(value) for value in values if says_something(value)}
        if column in paired or len(different) < FEWEST_VALUES:
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
