"""One document of teaching material: what it says, in English or German, and its gold."""

from __future__ import annotations

import random
from typing import Any

from benchmarks.pdf.layouts import DEEDS, DOERS, QUALITIES, THINGS, TIMES, TOPICS
from benchmarks.pdf.teaching_words import (
    ENDS,
    HEADS,
    LOOKS,
    OBJECTS,
    SUBJECTS,
    TERMS,
    VERBS,
)  # fmt: skip


class Lesson:
    """One document: its parts in order as (kind, …), its gold, and how it is set (`style`)."""

    def __init__(self, chance: random.Random, *, german: bool) -> None:
        self.chance, self.german = chance, german
        self.parts: list[tuple[Any, ...]] = []
        self.blocks: list[dict[str, Any]] = []
        self.tables: list[dict[str, Any]] = []
        self.furniture = ""
        self.style: dict[str, Any] = {}
        self.names = chance.sample(HEADS["de" if german else "en"], 12)

    def sentence(self) -> str:
        return self._german() if self.german else self._english()

    def _german(self) -> str:
        pick = self.chance.choice
        return pick([
            lambda: f"{pick(SUBJECTS)} {pick(VERBS)} {pick(OBJECTS)} {pick(ENDS)}.",
            lambda: f"{pick(ENDS).capitalize()} {pick(VERBS)} {pick(SUBJECTS)[0].lower() + pick(SUBJECTS)[1:]} {pick(OBJECTS)}, obwohl {self.chance.randint(2, 99)} Prozent der Proben davon abweichen.",
            lambda: f"Im Jahr {self.chance.randint(1700, 2020)} wurde gezeigt, dass {pick(OBJECTS)} etwa {self.chance.randint(1, 99)},{self.chance.randint(1, 9)} m beträgt.",
        ])()  # fmt: skip

    def _english(self) -> str:
        pick = self.chance.choice
        noun, other = self.chance.sample(THINGS, 2)
        return pick([
            lambda: f"The {pick(QUALITIES)} {pick(DOERS)} of the {noun} {pick(DEEDS)} the {pick(QUALITIES)} {other} {pick(TIMES)}.",
            lambda: f"{pick(TIMES).capitalize()}, {pick(TERMS)} {pick(DEEDS)} every {noun}, while the {pick(DOERS)}s of the {other} need {pick(TERMS)} of about {self.chance.uniform(1, 90):.1f} kilometres.",
            lambda: f"It took {self.chance.randint(2, 90)} years before a {pick(DOERS)} could explain why {pick(TERMS)} {pick(DEEDS)} the {noun} (see page {self.chance.randint(3, 200)}).",
            lambda: f"Some {pick(DOERS)}s say that a {noun} is nothing but a {pick(QUALITIES)} {other}; others speak of {pick(TERMS)}.",
        ])()  # fmt: skip

    def text(self, count: int) -> str:
        return " ".join(self.sentence() for _ in range(count))

    def _said(self, *texts: str) -> None:
        self.blocks += [{"type": "para", "text": text} for text in texts]

    def heading(self, level: int, text: str = "", number: str = "") -> None:
        text = text or self.names.pop()
        text = f"{number} {text}" if number else text
        self.parts.append(("heading", level, text))
        self.blocks.append({"type": "heading", "text": text, "level": level})

    def prose(
        self, count: int = 3, *, note: bool = False, run_in: str = "", drop: bool = False
    ) -> None:
        text = self.text(count)
        self.parts.append(("prose", text, self.text(1) if note else "", run_in, drop))
        self._said(f"{run_in} {text}" if run_in else text)

    def items(self, count: int, kind: str = "dots") -> None:
        texts = [self.text(1) for _ in range(count)]
        self.parts.append((kind, texts))
        self._said(*texts)

    def nested(self, count: int) -> None:
        items = [(self.text(1), [self.text(1) for _ in range(2)]) for _ in range(count)]
        self.parts.append(("nested", items))
        for text, below in items:
            self._said(text, *below)

    def box(self, title: str = "") -> None:
        text = self.text(2)
        self.parts.append(("box", title, text))
        self._said(text)

    def figure(self, number: str) -> None:
        caption = f"{'Abbildung' if self.german else 'Figure'} {number}: {self.text(1)}"
        self.parts.append(("figure", caption))
        self.blocks.append({"type": "caption", "text": caption})

    def gaps(self, count: int) -> None:
        for _ in range(count):
            text = self.text(1)[:-1]
            self.parts.append(("gap", text))
            self._said(text)

    def _cell(self) -> str:
        chance = self.chance
        return chance.choice([
            lambda: f"{chance.uniform(0, 99):.1f}", lambda: str(chance.randint(1, 999)), lambda: f"{chance.randint(1, 60)} %",
        ])()  # fmt: skip

    def table(self, look: str = "", kind: str = "", number: str = "") -> None:
        chance = self.chance
        look = look or chance.choice(LOOKS)
        kind = kind or chance.choice(["figures", "figures", "words", "mixed", "vocabulary"])
        rows = self._rows(kind)
        caption = ""
        if number:
            name = "Tabelle" if self.german else "Table"
            caption = f"{name} {number}: {chance.choice(TOPICS)} and {chance.choice(TOPICS).lower()} of the {chance.choice(THINGS)}"
            self.blocks.append({"type": "caption", "text": caption})
        self.parts.append(("table", rows, look, caption, chance.random() < 0.4))
        self.tables.append(
            {"cells": [[r, r, c, c, t] for r, row in enumerate(rows) for c, t in enumerate(row)]}
        )

    def _rows(self, kind: str) -> list[list[str]]:
        chance = self.chance
        things = [thing.capitalize() for thing in chance.sample(THINGS, chance.randint(3, 8))]
        if kind == "figures":
            count = chance.randint(2, 5)
            head = ["Place", *chance.sample(TOPICS, count)]
            return [head, *([t, *[self._cell() for _ in range(count)]] for t in things)]
        if kind == "words":
            return [["Term", "Meaning"], *([t, self.text(1)] for t in things)]
        if kind == "mixed":
            return [
                ["Item", "Description", "Count"],
                *([t, self.text(1), self._cell()] for t in things),
            ]
        return [["English", "Deutsch", "Example"], *(
            [t, chance.choice(SUBJECTS).split()[1], f"the {chance.choice(QUALITIES)} {t.lower()}"] for t in things
        )]  # fmt: skip
