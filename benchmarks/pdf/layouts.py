"""Pages of many layouts made by seed: HTML to be printed, and what a reader of it must find (gold as score_pdf.py reads it)."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import Any

FACES = ("DejaVu Serif", "DejaVu Sans", "Liberation Serif", "Liberation Sans", "Liberation Mono")
THINGS = [
    "river",
    "delta",
    "glacier",
    "harbour",
    "lagoon",
    "meadow",
    "canyon",
    "estuary",
    "forest",
    "valley",
    "reef",
    "dune",
    "marsh",
    "island",
    "spring",
    "volcano",
    "plateau",
    "cave",
    "cliff",
    "basin",
]
DOERS = [
    "farmer",
    "keeper",
    "sailor",
    "pupil",
    "teacher",
    "builder",
    "pilot",
    "miner",
    "weaver",
    "baker",
    "painter",
    "ranger",
    "fisher",
    "doctor",
    "student",
    "gardener",
]
DEEDS = [
    "measures",
    "covers",
    "carries",
    "shapes",
    "follows",
    "crosses",
    "records",
    "repairs",
    "protects",
    "studies",
    "paints",
    "joins",
    "visits",
    "explores",
    "describes",
    "moves",
]
QUALITIES = [
    "old",
    "narrow",
    "quiet",
    "wide",
    "northern",
    "frozen",
    "green",
    "distant",
    "early",
    "steep",
    "shallow",
    "golden",
    "hidden",
    "busy",
    "ancient",
    "gentle",
]
TIMES = [
    "in early summer",
    "before the winter",
    "after heavy rain",
    "when snow melts",
    "over many years",
    "near the sea",
    "without much noise",
    "along its banks",
    "as maps show",
    "on most days",
]
TOPICS = [
    "Water",
    "Stone",
    "Wind",
    "Light",
    "Sand",
    "Trade",
    "Salt",
    "Ships",
    "Birds",
    "Seeds",
    "Roads",
    "Walls",
    "Tools",
    "Bread",
    "Glass",
    "Paper",
    "Wool",
    "Maps",
    "Clocks",
    "Bells",
]


@dataclass(kw_only=True)
class Sheet:
    """One document: its HTML body and style, and its gold."""

    chance: random.Random
    body: list[str] = field(default_factory=list)
    style: list[str] = field(default_factory=list)
    blocks: list[dict[str, Any]] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    furniture: str = ""

    def heading(self, text: str, level: int) -> None:
        self.body.append(f"<h{level}>{escape(text)}</h{level}>")
        self.blocks.append({"type": "heading", "text": text, "level": level})

    def prose(self, sentences: int) -> None:
        text = " ".join(self.sentence() for _ in range(sentences))
        self.body.append(f"<p>{text}</p>")
        self.blocks.append({"type": "para", "text": text})

    def items(self, count: int) -> None:
        texts = [self.sentence() for _ in range(count)]
        self.body.append("<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>")
        self.blocks += [{"type": "para", "text": text} for text in texts]

    def sentence(self) -> str:
        pick = self.chance.choice
        noun, other = self.chance.sample(THINGS, 2)
        return (
            f"The {pick(QUALITIES)} {pick(DOERS)} of the {noun} {pick(DEEDS)} the {pick(QUALITIES)} {other} "
            f"{pick(TIMES)}, and the {pick(DOERS)} {pick(DEEDS)} {self.chance.randint(3, 980)} of them."
        )

    def table(self, kind: str, *, long_cells: bool = False) -> None:
        """A table with rules (grid), with three lines, with shades, or without anything (bare)."""
        columns, rows = self.chance.randint(3, 5), self.chance.randint(4, 9)
        head = ["Place", *(self.chance.sample(TOPICS, columns - 1))]
        lines = [head]
        for thing in self.chance.sample(THINGS, rows):
            cells = [f"{self.chance.uniform(1, 900):.1f}" for _ in range(columns - 1)]
            if long_cells:
                cells[0] = self.sentence().partition(",")[0]
            lines.append([thing.capitalize(), *cells])
        html = "".join(
            "<tr>" + "".join(f"<{cell}>{text}</{cell}>" for text in line) + "</tr>"
            for line, cell in zip(lines, ["th"] + ["td"] * rows, strict=True)
        )
        self.body.append(f"<table class={kind}>{html}</table>")
        self.tables.append(
            {"cells": [[r, r, c, c, t] for r, line in enumerate(lines) for c, t in enumerate(line)]}
        )

    def sections(self, count: int, part: Callable[[int], None]) -> None:
        for number, topic in enumerate(self.chance.sample(TOPICS, count)):
            self.heading(f"{topic} of the {self.chance.choice(THINGS)}", 2)
            part(number)

    def numbered(self) -> None:
        """A page number or a running head, as publishers set them."""
        side = self.chance.choice(["bottom-center", "bottom-right", "top-right"])
        shown = "counter(page)"
        if self.chance.random() < 0.6:
            self.furniture = f"Notes on {self.chance.choice(TOPICS)} and {self.chance.choice(TOPICS)} {self.chance.randint(2, 40)}"
            shown = f'"{self.furniture}  " counter(page)'
        self.style.append(f"@page {{ @{side} {{ content: {shown}; font-size: 8pt }} }}")


def article(sheet: Sheet) -> None:
    sheet.heading(f"The {sheet.chance.choice(THINGS)} and its {sheet.chance.choice(TOPICS)}", 1)
    sheet.prose(3)
    sheet.sections(6, lambda _: [sheet.prose(sheet.chance.randint(3, 6)) for _ in range(2)])
    sheet.numbered()


def columns(sheet: Sheet) -> None:
    article(sheet)
    count = sheet.chance.choice([2, 2, 3])
    title, rest = sheet.body[0], "".join(sheet.body[1:])
    sheet.body = [
        title,
        f'<div style="columns:{count};column-gap:{sheet.chance.choice([14, 22])}pt">{rest}</div>',
    ]


def tables_of(*kinds: str) -> Callable[[Sheet], None]:
    def made(sheet: Sheet) -> None:
        sheet.heading(f"Figures of the {sheet.chance.choice(THINGS)}", 1)

        def part(number: int) -> None:
            sheet.prose(3)
            sheet.table(sheet.chance.choice(kinds), long_cells=number % 3 == 2)
            sheet.prose(2)

        sheet.sections(5, part)
        sheet.numbered()

    return made


def slides(sheet: Sheet) -> None:
    sheet.style.append(
        "@page { size: 10in 5.63in; margin: .5in } h2 { break-before: page; font-size: 28pt }"
        "h1 { font-size: 36pt } li, p { font-size: 16pt }"
    )
    sheet.heading(f"The {sheet.chance.choice(THINGS)}", 1)
    sheet.sections(7, lambda _: sheet.items(sheet.chance.randint(2, 4)))


def worksheet(sheet: Sheet) -> None:
    sheet.heading(f"Worksheet: {sheet.chance.choice(TOPICS)}", 1)

    def part(_: int) -> None:
        sheet.prose(2)
        sheet.items(4)

    sheet.sections(5, part)
    sheet.style.append("h2 { border-bottom: 1px solid; } li { margin-bottom: 14pt }")
    sheet.numbered()


def boxed(sheet: Sheet) -> None:
    """A column of the text beside a narrow one, and boxes on a tinted ground."""
    article(sheet)
    sheet.style.append(
        "h2 + p { background: #e8eef8; border: 1px solid #99a; padding: 6pt } p { max-width: 78% } h2 + p { max-width: none }"
    )


LAYOUTS: dict[str, Callable[[Sheet], None]] = {
    "article": article,
    "columns": columns,
    "ruled tables": tables_of("grid", "lines"),
    "bare tables": tables_of("bare"),
    "shaded tables": tables_of("shades"),
    "slides": slides,
    "worksheet": worksheet,
    "boxes": boxed,
}
TABLE_STYLE = (
    "table { border-collapse: collapse; margin: 10pt 0 } th, td { padding: 3pt 9pt; text-align: left; vertical-align: top }"
    ".grid th, .grid td { border: 1px solid } .lines { border-top: 1px solid; border-bottom: 1px solid }"
    ".lines th { border-bottom: 1px solid } .shades tr:nth-child(odd) { background: #dde6ee }"
    ".shades th { background: #456; color: white }"
)


def made(layout: str, seed: int) -> tuple[str, dict[str, Any]]:
    """The page of that layout and seed as HTML, and its gold without the count of its furniture."""
    chance = random.Random(f"{layout} {seed}")
    sheet = Sheet(chance=chance)
    LAYOUTS[layout](sheet)
    face, size = chance.choice(FACES), chance.choice([9, 10, 11, 12])
    heads = chance.choice([face, chance.choice(FACES)])
    weight = chance.choice(["bold", "bold", "normal"])
    style = (
        f"body {{ font: {size}pt/{chance.choice([1.2, 1.35, 1.5])} '{face}'; text-align: {chance.choice(['left', 'justify'])} }}"
        f"h1, h2 {{ font-family: '{heads}'; font-weight: {weight}; line-height: 1.2 }}"
        f"h1 {{ font-size: {size * 1.9}pt }} h2 {{ font-size: {size * chance.choice([1.2, 1.35, 1.5])}pt }}"
        f"@page {{ size: {chance.choice(['A4', 'letter'])}; margin: {chance.choice([18, 22, 27])}mm }}"
    )
    html = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{layout} {seed}</title>"
        f"<style>{style}{TABLE_STYLE}{''.join(sheet.style)}</style><body>{''.join(sheet.body)}</body></html>"
    )
    gold: dict[str, Any] = {"blocks": sheet.blocks, "tables": sheet.tables}
    if sheet.furniture:
        gold["furniture"] = [{"text": sheet.furniture}]
    return html, gold
