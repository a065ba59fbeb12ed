"""Pages with tables as browsers and word processors print them: few rules or none, cells of words, by seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.pdf.layouts import FACES, TABLE_STYLE, THINGS, TIMES, Sheet

PARTS = "Lever Pulley Wedge Screw Axle Ramp Gear Spring Crank Winch Cam Belt Chain Valve Piston Rotor Brake Clutch".split()  # fmt: skip  # noqa: SIM905
VERBS = "lifts turns holds splits moves stops stores changes drives keeps carries seals cuts winds bends pumps grinds weighs".split()  # fmt: skip  # noqa: SIM905
NOUNS = "load wheel board log bucket cart spring rope mill door brick tank bar thread pipe flour sack gate bolt hammer".split()  # fmt: skip  # noqa: SIM905
TAILS = ["", "", "together", "apart", "uphill", "for a while", "in place", "by hand", "all day"]
PLACES = ["cranes", "old mills", "bicycles", "clocks", "ships", "farm carts", "lifts", "looms"]
HEADS = [["Part", "Use", "Found in"], ["Name", "Purpose", "Example"], ["Machine", "What it does", "More"]]  # fmt: skip
LONG_HEADS = [
    ["Name of the part", "Use in the workshop", "Number of parts"],
    ["Mean height above the sea (m)", "Length of the coast (km)", "Number of ports"],
]
STYLE = (
    ".headline th { border-bottom: 1px solid } .rows td, .rows th { border-bottom: 1px solid #888 }"
    ".shaded th { background: #ddd } .cells td { background: #eef; border: 2px solid white }"
    ".cells th { background: #99c; border: 2px solid white }"
    ".right td, .right th { text-align: right !important } .centre td, .centre th { text-align: center !important }"
)


class Bare(Sheet):
    """A sheet whose tables hold words."""

    def use(self) -> str:
        pick = self.chance.choice
        what = f"{pick(VERBS)} {pick(['a', 'the', 'one', 'every', 'some'])} {pick(['', 'heavy ', 'small ', 'old '])}"
        return f"{what}{pick(NOUNS)} {pick(TAILS)}".strip()

    def cell(self, kind: str) -> str:
        pick = self.chance.choice
        return {
            "use": self.use,
            "place": lambda: pick(PLACES),
            "word": lambda: pick(THINGS),
            "number": lambda: f"{self.chance.uniform(1, 900):.1f}",
            "count": lambda: str(self.chance.randint(3, 90_000)),
            "long": lambda: (
                f"{self.use().capitalize()} {pick(TIMES)} and {self.use()} {pick(TIMES)}"
            ),
        }[kind]()

    def rows_of(self, kinds: Sequence[str], head: Sequence[str], look: str, **more: float) -> None:
        """A table of a label and these kinds of cells; `empty` is the share of empty cells, `width` in per cent."""
        count, empty = self.chance.randint(3, 7), more.get("empty", 0.0)
        lines = [list(head[: len(kinds) + 1])]
        for part in self.chance.sample(PARTS, count):
            lines.append(
                [part, *("" if self.chance.random() < empty else self.cell(k) for k in kinds)]
            )
        html = "".join(
            "<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in line) + "</tr>"
            for line, tag in zip(lines, ["th"] + ["td"] * count, strict=True)
        )
        width = f' style="width:{more["width"]}%"' if "width" in more else ""
        self.body.append(f"<table class={look}{width}>{html}</table>")
        filled = [(r, c, t) for r, line in enumerate(lines) for c, t in enumerate(line) if t]
        self.tables.append({"cells": [[r, r, c, c, text] for r, c, text in filled]})


def _mixed(look: str) -> Callable[[Bare], None]:
    def made(sheet: Bare) -> None:
        kinds = sheet.chance.choice([["long"], ["use", "long"], ["use"], ["place", "number"]])
        sheet.rows_of(kinds, HEADS[0], look)

    return made


BARE: dict[str, Callable[[Bare], None]] = {
    "two words": lambda s: s.rows_of([s.chance.choice(["use", "place"])], HEADS[2], "bare"),
    "three words": lambda s: s.rows_of(["use", "place"], s.chance.choice(HEADS), "bare"),
    "wrapped": lambda s: s.rows_of(["use", "long"], s.chance.choice(HEADS), "bare", width=100),
    "wrapped pairs": lambda s: s.rows_of(["long"], s.chance.choice(HEADS), "bare", width=80),
    "long heads": lambda s: s.rows_of(
        ["count", "number"], s.chance.choice(LONG_HEADS), s.chance.choice(["bare", "lines"]), width=45
    ),
    "head line": lambda s: s.rows_of(["use", "place"], s.chance.choice(HEADS), "headline"),
    "row lines": _mixed("rows"),
    "zebra": _mixed("shades"),
    "shaded head": _mixed("shaded"),
    "shaded cells": _mixed("cells"),
    "empty cells": lambda s: s.rows_of(
        ["number", "count", "use"], ["Part", "Mass", "Count", "Use"], "bare", empty=0.3
    ),
    "right": lambda s: s.rows_of(["count", "number"], ["Part", "Count", "Mass"], "right"),
    "centre": lambda s: s.rows_of(["use", "count", "place"], ["Part", "Use", "Count", "In"], "centre"),
}  # fmt: skip


def made_bare(layout: str, seed: int) -> tuple[str, dict[str, Any]]:
    """The page of that layout and seed as HTML, and its gold without the count of its furniture."""
    chance = random.Random(f"bare {layout} {seed}")
    sheet = Bare(chance=chance)
    sheet.heading(f"The {chance.choice(THINGS)} and its tools", 1)

    def part(_: int) -> None:
        sheet.prose(chance.randint(2, 4))
        BARE[layout](sheet)
        sheet.prose(2)

    sheet.sections(4, part)
    if chance.random() < 0.5:
        sheet.numbered()
    size, face = chance.choice([9, 10, 11, 12]), chance.choice(FACES[:4])
    columns = chance.choice(["auto", "auto", "2"]) if layout in ("two words", "right") else "auto"
    style = (
        f"body {{ font: {size}pt/{chance.choice([1.2, 1.35, 1.5])} '{face}'; text-align: {chance.choice(['left', 'justify'])} }}"
        f"h1 {{ font-size: {size * 1.9}pt }} h2 {{ font-size: {size * chance.choice([1.2, 1.35, 1.5])}pt }}"
        f"th {{ text-align: {chance.choice(['left', 'center'])} !important }} div {{ columns: {columns} }}"
        f"@page {{ size: {chance.choice(['A4', 'letter'])}; margin: {chance.choice([18, 22, 27])}mm }}"
    )
    tables = TABLE_STYLE.replace(
        "3pt 9pt", chance.choice(["1.5pt", "2pt 4pt", "3pt 9pt", "6pt 12pt"])
    )
    html = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{layout} {seed}</title>"
        f"<style>{style}{tables}{STYLE}{''.join(sheet.style)}</style><body><div>{''.join(sheet.body)}</div></body></html>"
    )
    gold: dict[str, Any] = {"blocks": sheet.blocks, "tables": sheet.tables}
    if sheet.furniture:
        gold["furniture"] = [{"text": sheet.furniture}]
    return html, gold
