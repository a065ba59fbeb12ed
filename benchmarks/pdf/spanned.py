"""Tables with heads of several rows, merged and empty cells, groups of rows: made by seed, written as HTML or LaTeX."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, NamedTuple

from benchmarks.pdf.bare_layouts import LONG_HEADS, NOUNS, PARTS, VERBS
from benchmarks.pdf.layouts import FACES, QUALITIES, THINGS, TOPICS, Sheet

UNITS = ["(%)", "(km)", "(n = 48)", "(EUR)", "mean", "2019", "2020", "2021", "Total", "Share", "Rate", "Index"]  # fmt: skip
LOOKS = ("book", "grid", "lines", "none")


class Cell(NamedTuple):
    """A text with the rows and columns that it takes."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(kw_only=True)
class Spanned:
    """A table: its rows of cells (None where a cell above or to the left goes on), and how many are its head."""

    rows: list[list[Cell | None]]
    head: int
    look: str
    wide: Sequence[int] = field(default=())  # columns of running text

    def gold(self) -> dict[str, Any]:
        return {
            "cells": [
                [r, r + cell.rows - 1, c, c + cell.columns - 1, cell.text]
                for r, row in enumerate(self.rows)
                for c, cell in enumerate(row)
                if cell and cell.text
            ]
        }

    def as_html(self) -> str:
        written = []
        for r, row in enumerate(self.rows):
            tag = "th" if r < self.head else "td"
            written.append("<tr>")
            for c, cell in enumerate(row):
                if cell is None:
                    continue
                side = "left" if c == 0 or c in self.wide else "right"
                side = "center" if cell.columns > 1 else side
                spans = f" rowspan={cell.rows}" * (cell.rows > 1) + f" colspan={cell.columns}" * (
                    cell.columns > 1
                )
                written.append(f"<{tag}{spans} align={side}>{escape(cell.text)}</{tag}>")
            written.append("</tr>")
        border = {"grid": " border=1 cellspacing=0"}.get(self.look, "")
        return f"<table class={self.look}{border}>{''.join(written)}</table>"

    def as_latex(self, width: str = r"\linewidth") -> str:
        count = len(self.rows[0])
        bar = "|" if self.look == "grid" else ""
        kinds = [
            rf"p{{{0.8 / (len(self.wide) + 1):.2f}{width}}}" if c in self.wide else ("l" if c == 0 else "r")
            for c in range(count)
        ]  # fmt: skip
        lines = [rf"\begin{{tabular}}{{{bar}{bar.join(kinds)}{bar}}}", self._rule(0)]
        for r, row in enumerate(self.rows):
            lines.append(" & ".join(self._latex_cells(row, bar)) + r" \\")
            lines.append(self._rule(r + 1))
        return "\n".join([*lines, r"\end{tabular}"])

    def _latex_cells(self, row: Sequence[Cell | None], bar: str) -> list[str]:
        cells, at = [], 0
        while at < len(row):
            cell = row[at]
            text = as_latex(cell.text) if cell else ""
            if cell and cell.rows > 1:
                lowered = (cell.rows - 1) / 2
                text = rf"\raisebox{{-{lowered}\baselineskip}}[0pt][0pt]{{{text}}}"
            if cell and cell.columns > 1:
                first = bar if at == 0 else ""
                text = rf"\multicolumn{{{cell.columns}}}{{{first}c{bar}}}{{{text}}}"
            cells.append(text)
            at += cell.columns if cell else 1
        return cells

    def _rule(self, after: int) -> str:
        """The rule under so many rows."""
        last = len(self.rows)
        if self.look == "none":
            return ""
        if self.look == "book":
            rules = {0: r"\toprule", self.head: r"\midrule", last: r"\bottomrule"}
            return rules.get(after) or (self._parts(after) if after < self.head else "")
        if self.look == "lines" and after not in (0, self.head, last):
            return ""
        return (
            r"\hline" if after >= last or all(self.rows[after]) or after == 0 else self._open(after)
        )

    def _parts(self, after: int) -> str:
        return "".join(
            rf"\cmidrule(lr){{{c + 1}-{c + cell.columns}}}"
            for c, cell in enumerate(self.rows[after - 1])
            if cell and cell.columns > 1
        )

    def _open(self, after: int) -> str:
        """A rule that leaves out the columns whose cell goes on below."""
        going = {
            c
            for r, row in enumerate(self.rows[:after])
            for c, cell in enumerate(row)
            if cell and r + cell.rows > after
        }
        return "".join(
            rf"\cline{{{c + 1}-{c + 1}}}" for c in range(len(self.rows[0])) if c not in going
        )


def as_latex(text: str) -> str:
    for sign in "%&#":
        text = text.replace(sign, "\\" + sign)
    return text.replace("±", r"$\pm$").replace("–", "--")


class Maker:
    """Tables of one seed."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance

    def number(self) -> str:
        chance = self.chance
        return chance.choice([
            lambda: f"{chance.uniform(0, 99):.1f}", lambda: str(chance.randint(1, 999)),
            lambda: f"{chance.randint(1, 99)},{chance.randint(100, 999)}", lambda: f"{chance.uniform(0, 1):.3f}",
        ])()  # fmt: skip

    def numbers(self, count: int, look: str) -> list[Cell | None]:
        kinds = {
            "plain": self.number,
            "both": lambda: f"{self.chance.uniform(1, 40):.1f} ± {self.chance.uniform(0.1, 4):.1f}",
            "share": lambda: f"{self.chance.randint(1, 80)} ({self.chance.uniform(1, 99):.1f})",
        }
        return [Cell(kinds[look]()) for _ in range(count)]

    def label(self) -> str:
        pick = self.chance.choice
        return pick([
            lambda: pick(PARTS), lambda: f"{pick(QUALITIES).capitalize()} {pick(NOUNS)}",
            lambda: f"{pick(PARTS)} of the {pick(THINGS)}", lambda: f"{pick(TOPICS)}, {pick(THINGS)}",
        ])()  # fmt: skip

    def heads(self, count: int) -> list[str]:
        pool = UNITS + TOPICS + LONG_HEADS[0] + LONG_HEADS[1]
        return self.chance.sample(pool, count)

    def labels(self, count: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.label()] = None
        return list(found)

    def plain(self, look: str) -> Spanned:
        count, rows = self.chance.randint(2, 5), self.chance.randint(4, 12)
        kind = self.chance.choice(["plain", "plain", "both", "share"])
        return Spanned(
            rows=[[Cell("Item"), *map(Cell, self.heads(count))]]
            + [[Cell(label), *self.numbers(count, kind)] for label in self.labels(rows)],
            head=1,
            look=look,
        )

    def two_heads(self, look: str) -> Spanned:
        """Groups of columns under a common heading; the label's heading stands beside both rows or in one."""
        groups, each = self.chance.choice([(2, 2), (2, 3), (3, 2)])
        tall = self.chance.random() < 0.5
        first: list[Cell | None] = [Cell("Item", rows=2) if tall else Cell("")]
        second: list[Cell | None] = [None if tall else Cell("Item")]
        for topic in self.chance.sample(TOPICS, groups):
            first += [Cell(topic, columns=each), *[None] * (each - 1)]
            second += map(Cell, self.chance.sample(UNITS, each))
        body = [
            [Cell(label), *self.numbers(groups * each, "plain")]
            for label in self.labels(self.chance.randint(4, 9))
        ]
        return Spanned(rows=[first, second, *body], head=2, look=look)

    def groups(self, look: str) -> Spanned:
        """Groups of rows, each under a label of its own."""
        count = self.chance.randint(2, 4)
        rows: list[list[Cell | None]] = [[Cell("Item"), *map(Cell, self.heads(count))]]
        labels = iter(self.labels(12))
        for topic in self.chance.sample(TOPICS, 3):
            rows.append([Cell(topic), *[Cell("")] * count])
            rows += [
                [Cell(next(labels)), *self.numbers(count, "plain")]
                for _ in range(self.chance.randint(2, 4))
            ]
        return Spanned(rows=rows, head=1, look=look)

    def merged(self, look: str) -> Spanned:
        """The first column's cells take several rows."""
        count = self.chance.randint(2, 3)
        rows: list[list[Cell | None]] = [
            [Cell("Group"), Cell("Item"), *map(Cell, self.heads(count))]
        ]
        labels = iter(self.labels(12))
        for topic in self.chance.sample(TOPICS, 3):
            size = self.chance.randint(2, 4)
            for n in range(size):
                stub = Cell(topic, rows=size) if n == 0 else None
                rows.append([stub, Cell(next(labels)), *self.numbers(count, "plain")])
        return Spanned(rows=rows, head=1, look=look)

    def empty(self, look: str) -> Spanned:
        table = self.plain(look)
        for row in table.rows[1:]:
            for c in range(1, len(row)):
                if self.chance.random() < 0.3:
                    row[c] = Cell(self.chance.choice(["", "", "–"]))
        return table

    def words(self, look: str) -> Spanned:
        pick = self.chance.choice
        rows = [[Cell("Item"), Cell("Use"), Cell("Count")]]
        for label in self.labels(self.chance.randint(3, 7)):
            use = ". ".join(
                f"{pick(VERBS).capitalize()} the {pick(QUALITIES)} {pick(NOUNS)} of the {pick(THINGS)}"
                for _ in range(self.chance.randint(1, 3))
            )
            rows.append([Cell(label), Cell(use), Cell(self.number())])
        return Spanned(rows=list(map(list, rows)), head=1, look=look, wide=(1,))


TABLES: dict[str, Callable[[Maker, str], Spanned]] = {
    "plain": Maker.plain,
    "two heads": Maker.two_heads,
    "groups": Maker.groups,
    "merged": Maker.merged,
    "empty": Maker.empty,
    "words": Maker.words,
}
STYLE = (
    "table { border-collapse: collapse; margin: 10pt 0 } th, td { vertical-align: top }"
    ".book { border-top: 1.2px solid; border-bottom: 1.2px solid } .book tr:last-child th { border-bottom: 1px solid }"
    ".lines td, .lines th { border-top: 1px solid #666; border-bottom: 1px solid #666 }"
    ".grid td, .grid th { border: 1px solid }"
)


def made_spanned(kind: str, seed: int) -> tuple[str, dict[str, Any]]:
    """The page of that kind of table and seed as HTML, and its gold."""
    chance = random.Random(f"spanned {kind} {seed}")
    sheet = Sheet(chance=chance)
    sheet.heading(f"Figures of the {chance.choice(THINGS)}", 1)

    def part(_: int) -> None:
        sheet.prose(chance.randint(2, 4))
        table = TABLES[kind](Maker(chance), chance.choice(LOOKS))
        sheet.body.append(table.as_html())
        sheet.tables.append(table.gold())
        sheet.prose(2)

    sheet.sections(4, part)
    size = chance.choice([9, 10, 11, 12])
    style = (
        f"body {{ font: {size}pt/{chance.choice([1.2, 1.35])} '{chance.choice(FACES[:4])}' }}"
        f"th {{ font-weight: {chance.choice(['bold', 'bold', 'normal'])} }}"
        f"td, th {{ padding: {chance.choice(['1pt 4pt', '2pt 6pt', '3pt 9pt'])} }}"
        f"@page {{ size: {chance.choice(['A4', 'letter'])}; margin: {chance.choice([18, 22, 27])}mm }}"
    )
    html = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{kind} {seed}</title>"
        f"<style>{STYLE}{style}</style><body>{''.join(sheet.body)}</body></html>"
    )
    return html, {"blocks": sheet.blocks, "tables": sheet.tables}
