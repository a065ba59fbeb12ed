"""Tables as offices and companies set them: stacked heads, money, leaders, indented labels, sums; made by seed for LaTeX."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from benchmarks.pdf.bare_layouts import PARTS
from benchmarks.pdf.layouts import TOPICS
from benchmarks.pdf.papers import PACKAGES, Paper
from benchmarks.pdf.spanned import as_latex

STARTS = [
    r"\documentclass[10pt,a4paper]{article}\usepackage{mathptmx}",
    r"\documentclass[11pt,letterpaper]{article}\usepackage{helvet}\renewcommand{\familydefault}{\sfdefault}",
    r"\documentclass[10pt,letterpaper]{article}",
]
STACKED = ["Net\nincome", "Total\nnumber\nof ports", "Change\nfrom 2019", "Share of\nall goods", "Average\nprice", "Per\ncent", "Value\nadded", "Balance\nat end\nof year"]  # fmt: skip
YEARS = ["2016", "2017", "2018", "2019", "2020", "2021"]


class Statement:
    """One table: rows of texts, and how LaTeX sets them."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.cells: list[list[Any]] = []
        self.lines: list[str] = []
        self.row = 0

    def labels(self, count: int) -> list[str]:
        pick = self.chance.choice
        pool = {
            f"{part} {pick(['sales', 'costs', 'exports', 'stocks', 'repairs'])}": None
            for part in PARTS
        }
        return self.chance.sample(list(pool), count)  # fmt: skip

    def money(self) -> str:
        value = f"{self.chance.randint(1, 999)},{self.chance.randint(100, 999)}"
        return f"({value})" if self.chance.random() < 0.15 else value

    def put(self, texts: list[str], latex: list[str] | None = None) -> None:
        self.cells += [[self.row, self.row, c, c, text] for c, text in enumerate(texts) if text]
        self.lines.append(" & ".join(latex or map(_escaped, texts)) + r" \\")
        self.row += 1

    def heads(self, texts: list[str], side: str = "r") -> None:
        """Heads of several lines, on the bottom, as one row."""
        latex = [rf"\shortstack[{side}]{{{_escaped(t)}}}".replace("\n", r"\\") if t else "" for t in texts]  # fmt: skip
        self.put([t.replace("\n", " ") for t in texts], latex)


def _escaped(text: str) -> str:
    return as_latex(text).replace("$", r"\$")


def accounts(table: Statement) -> str:
    """Leaders after the labels, a currency in the first row, sums under a short rule."""
    count = table.chance.randint(2, 4)
    years = YEARS[-count:]
    table.put(["", *years])
    table.lines.append(r"\hline" if table.chance.random() < 0.5 else "")
    for part in range(2):
        for n, label in enumerate(table.labels(table.chance.randint(3, 5))):
            money = [table.money() for _ in years]
            shown = [f"${m}" if n == 0 and part == 0 else m for m in money]
            dots = r"\dotfill" if table.chance.random() < 0.9 else ""
            table.put([label, *shown], [rf"\quad {label}{dots}", *map(_escaped, shown)])
        table.lines.append(rf"\cline{{2-{count + 1}}}")
        total = f"Total {table.chance.choice(TOPICS).lower()}"
        sums = [f"${table.money()}" for _ in years]
        table.put([total, *sums], [rf"{total}\dotfill", *map(_escaped, sums)])
    return "p{62mm}" + "r" * count


def stacked(table: Statement) -> str:
    """Heads of two or three lines over figures, without rules or with two."""
    count = table.chance.randint(3, 5)
    ruled = table.chance.random() < 0.5
    table.lines.append(r"\hline" if ruled else "")
    table.heads(["", *table.chance.sample(STACKED, count)], table.chance.choice(["r", "c"]))
    table.lines.append(r"\hline" if ruled else r"\noalign{\vskip 3pt}")
    for label in table.labels(table.chance.randint(5, 10)):
        table.put([label, *(table.chance.choice([table.money(), f"{table.chance.uniform(0, 90):.1f}", "n.a.", "–"]) for _ in range(count))])  # fmt: skip
    table.lines.append(r"\hline" if ruled else "")
    return "l" + "r" * count


def wrapped(table: Statement) -> str:
    """Labels of two lines beside figures on the first or the last of them."""
    count = table.chance.randint(2, 4)
    table.lines.append(r"\hline")
    table.put(["Item", *YEARS[-count:]])
    table.lines.append(r"\hline")
    bottom = table.chance.random() < 0.5
    for label in table.labels(table.chance.randint(4, 7)):
        if table.chance.random() < 0.5:
            label = f"{label} of all places in the north, with those of the {table.chance.choice(TOPICS).lower()} trade"
        table.put([label, *(table.money() for _ in range(count))])
    table.lines.append(r"\hline")
    return ("b" if bottom else "p") + "{45mm}" + "r" * count


def sections(table: Statement) -> str:
    """Bold names of groups, indented rows below, per cent in every other column."""
    table.lines.append(r"\hline")
    table.put(["", "Number", "Per cent", "Number", "Per cent"])
    table.lines.append(r"\hline")
    for topic in table.chance.sample(TOPICS, 3):
        table.put([topic, "", "", "", ""], [rf"\textbf{{{topic}}}", "", "", "", ""])
        for label in table.labels(table.chance.randint(2, 4)):
            values = [table.money(), f"{table.chance.uniform(0, 99):.1f}%", table.money(), f"{table.chance.uniform(0, 99):.1f}%"]  # fmt: skip
            table.put([label, *values], [rf"\quad {label}", *map(_escaped, values)])
    table.lines.append(r"\hline")
    return "lrrrr"


def contents_of_cells(table: Statement) -> str:
    """A grid of text cells of several lines, as in a form or a plan of work."""
    table.lines.append(r"\hline")
    table.put(["Step", "Who", "What"])
    table.lines.append(r"\hline")
    paper = Paper(table.chance, two_columns=False)
    for label in table.labels(table.chance.randint(3, 5)):
        table.put([label, table.chance.choice(PARTS), paper.sentence()])
        table.lines.append(r"\hline")
    return "|p{30mm}|p{25mm}|p{70mm}|"


STATEMENTS: dict[str, Callable[[Statement], str]] = {
    "accounts": accounts,
    "stacked heads": stacked,
    "wrapped labels": wrapped,
    "sections": sections,
    "text grid": contents_of_cells,
}


def made_statement(kind: str, seed: int) -> tuple[str, dict[str, Any]]:
    """The LaTeX of a report with tables of that kind, and its gold."""
    chance = random.Random(f"statement {kind} {seed}")
    paper = Paper(chance, two_columns=False)
    for topic in chance.sample(TOPICS, 4):
        paper.heading(f"{topic} of the year", 1)
        paper.prose(4)
        table = Statement(chance)
        columns = STATEMENTS[kind](table)
        size = chance.choice([r"\small", r"\footnotesize", r"\normalsize"])
        body = "\n".join(table.lines)
        side = chance.choice(["center", "flushleft"])
        gap = chance.choice(["6pt", "9pt", "14pt"])
        paper.body.append(rf"\begin{{{side}}}{size}\setlength{{\tabcolsep}}{{{gap}}}\begin{{tabular}}{{{columns}}}{body}\end{{tabular}}\end{{{side}}}")  # fmt: skip
        paper.tables.append({"cells": table.cells})
        paper.prose(3)
    start = chance.choice(STARTS)
    packages = PACKAGES if start.endswith("{article}") else PACKAGES.replace(r"\usepackage{lmodern}", "")  # fmt: skip
    text = "\n".join([start, packages, r"\begin{document}", *paper.body, r"\end{document}"])
    return text, {"blocks": paper.blocks, "tables": paper.tables}
