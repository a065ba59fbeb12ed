"""Sets pages in memory for these tests: words at places, rules, areas. No PDF is involved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from praxeo.sources.documents.pdf.page import Area, Face, Page, Rule, Word
from praxeo.sources.documents.pdf.tables import Table

SIZE = 10.0  # points, of every word unless said otherwise
LETTER = 5.0  # points, the width of one character
SPACE = 2.5  # points between words
PITCH = 12.0  # points between lines
PLAIN = Face("Serif", False, False, False)
BOLD = Face("Serif-Bold", True, False, False)
MONO = Face("Courier", False, False, True)


@dataclass
class Sheet:
    """A page being set."""

    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    drawings: list[tuple[float, float, float, float]] = field(default_factory=list)

    def write(
        self, x: float, y: float, text: str, *, bold: bool = False, mono: bool = False
    ) -> float:
        """Write a text with its baseline at y; the right end of it."""
        face = BOLD if bold else MONO if mono else PLAIN
        for part in text.split():
            right = x + LETTER * len(part)
            box = (x, y - 0.8 * SIZE, right, y + 0.2 * SIZE)
            self.words.append(Word(part, box, y, SIZE, face, len(self.words)))
            x = right + SPACE
        return x - SPACE

    def write_rows(
        self, xs: Sequence[float], y: float, rows: Iterable[Sequence[str]], pitch: float = PITCH
    ) -> float:
        """Write rows of cells at left edges xs; the baseline of the next row."""
        for row in rows:
            for x, text in zip(xs, row, strict=True):
                self.write(x, y, text)
            y += pitch
        return y

    def across(self, y: float, left: float, right: float) -> None:
        self.rules.append(Rule((left, y - 0.25, right, y + 0.25), True))

    def down(self, x: float, top: float, bottom: float) -> None:
        self.rules.append(Rule((x - 0.25, top, x + 0.25, bottom), False))

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        for y in ys:
            self.across(y, xs[0], xs[-1])
        for x in xs:
            self.down(x, ys[0], ys[-1])

    def page(self) -> Page:
        return Page(
            number=1, width=595.0, height=842.0,
            words=tuple(self.words), rules=tuple(self.rules), areas=tuple(self.areas),
            pictures=tuple(self.pictures), drawings=tuple(self.drawings),
        )  # fmt: skip


def texts(table: Table) -> list[list[str]]:
    """The texts of a table by row and column; a spanning cell stands at its first place."""
    rows = max(cell.row for cell in table.cells) + 1
    columns = max(cell.column for cell in table.cells) + 1
    found = [[""] * columns for _ in range(rows)]
    for cell in table.cells:
        found[cell.row][cell.column] = cell.text
    return found


PROSE = [
    "the",
    "quick",
    "brown",
    "fox",
    "jumps",
    "over",
    "the",
    "lazy",
    "dog",
    "and",
    "then",
    "it",
    "sleeps",
    "in",
    "the",
    "warm",
    "sun",
    "until",
    "evening",
    "comes",
    "and",
    "the",
    "whole",
    "story",
    "starts",
    "again",
    "from",
    "the",
    "very",
    "first",
    "word",
    "to",
    "the",
    "last",
    "one",
]


def write_prose(sheet: Sheet, left: float, top: float, width: float, lines: int) -> None:
    """Justified running text: every line but its words' gaps is as wide as the column."""
    at = 0
    for line in range(lines):
        row: list[str] = []
        while True:
            word = PROSE[at % len(PROSE)]
            taken = sum(len(text) * LETTER + SPACE for text in row) + len(word) * LETTER
            if taken > width:
                break
            row.append(word)
            at += 1
        used = sum(len(text) * LETTER for text in row)
        gap = (width - used) / max(1, len(row) - 1)
        x = left
        for text in row:
            sheet.write(x, top + line * PITCH, text)
            x += len(text) * LETTER + gap
