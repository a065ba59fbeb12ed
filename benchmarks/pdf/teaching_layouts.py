"""Teaching material of nine layouts, made by seed: what stands in it, and how it is set."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from benchmarks.pdf.teaching import Lesson
from benchmarks.pdf.teaching_words import FACES, RUN_IN, SECTIONS

CODE = ["def area(width, height):", "    total = width * height", "    if total > 100:",
        "        print('large')", "    return total"]  # fmt: skip


def textbook(d: Lesson) -> None:
    chance = d.chance
    d.heading(1, number="" if d.german else f"Chapter {chance.randint(2, 9)}")
    d.prose(2)
    chapter = chance.randint(2, 9)
    for k in range(4):
        d.heading(2, number=f"{chapter}.{k + 5}")
        d.prose(chance.randint(3, 5), note=k % 2 == 0)
        if k == 1:
            d.parts.append(("margin", d.text(1)))
        d.prose(2)
        if k % 2:
            d.figure(f"{chapter}.{k}")
        if k == 0:
            d.box()
        if k == 2:
            d.parts.append(("formula", chance.randint(0, 2)))
            d.prose(2)
        if chance.random() < 0.5:
            d.heading(3)
            d.prose(3)
            d.items(3)
        if k == 3:
            d.table(number=f"{chapter}.1")
            d.prose(2)
    d.furniture = chance.choice(
        ["The Living Planet", "Physics for Schools", "Grundlagen der Biologie"]
    )


def paper(d: Lesson) -> None:
    d.style["columns"] = 2
    d.heading(1, d.text(1).rstrip(".")[:70].rsplit(" ", 1)[0])
    d.heading(2, "Zusammenfassung" if d.german else "Abstract")
    d.prose(4)
    for k, name in enumerate(SECTIONS["de" if d.german else "en"]):
        numbered = d.style.setdefault("numbered", d.chance.random() < 0.6)
        d.heading(2, name, f"{k + 1}." if numbered else "")
        d.prose(4, note=k == 1)
        d.prose(3)
        if k == 1:
            d.heading(3)
            d.prose(3)
            d.parts.append(("formula", d.chance.randint(0, 2)))
            d.prose(2)
        if k == 2:
            d.table(kind="figures", look=d.chance.choice(["book", "rows", "none"]), number="1")
            d.prose(3)
            d.figure("1")
            d.prose(4)
        if k == 3:
            d.items(3)


def brochure(d: Lesson) -> None:
    d.style.update(columns=3, landscape=True, size=9)
    d.heading(1)
    for k in range(6):
        d.heading(2)
        d.prose(3)
        if k == 2:
            d.box()
        if k == 3:
            d.items(4)
        d.prose(2)


def worksheet(d: Lesson) -> None:
    d.heading(1, ("Arbeitsblatt: " if d.german else "Worksheet: ") + d.names.pop())
    asked = [d.gaps, lambda n: d.items(n, "boxes"), lambda n: d.items(n, "letters"), d.gaps]
    for k, ask in enumerate(asked):
        d.heading(2, f"{'Aufgabe' if d.german else 'Task'} {k + 1}")
        d.prose(1)
        ask(4)
    d.table(kind="vocabulary")


def slides(d: Lesson) -> None:
    d.style["slides"] = True
    d.heading(1)
    for k in range(6):
        d.parts.append(("break",))
        d.heading(2)
        if k == 3:
            d.table(kind="figures")
        elif k == 4:
            d.nested(2)
        else:
            d.items(d.chance.randint(2, 4))
    d.furniture = "Dr. A. Keller – Introduction to Systems"


def report(d: Lesson) -> None:
    d.heading(1)
    for k in range(5):
        d.heading(2, number=str(k + 1))
        d.prose(3)
        d.table(number=str(k + 1))
        d.prose(2)
        if k in (1, 3):
            d.heading(3, number=f"{k + 1}.1")
            d.prose(2)
            d.table()
        if k == 2:
            d.nested(2)
    d.furniture = "Annual report of the harbour office"


def handbook(d: Lesson) -> None:
    d.heading(1)
    for _ in range(4):
        d.heading(2)
        d.prose(2)
        d.parts.append(("code", CODE))
        d.prose(2)
        d.items(3, "numbers")
        d.heading(3)
        d.nested(2)
        d.prose(2, run_in=d.chance.choice(RUN_IN))


def plain_heads(d: Lesson) -> None:
    d.style["heads"] = d.chance.choice(["weight", "caps", "italic", "small caps", "underline"])
    d.heading(1)
    d.prose(3, drop=True)
    for k in range(6):
        d.heading(2)
        d.prose(4)
        d.prose(3)
        if k == 2:
            d.items(3)
        if k == 4:
            d.table()


def lecture(d: Lesson) -> None:
    d.heading(1)
    for k in range(4):
        d.heading(2, number=str(k + 1))
        d.prose(3)
        d.box(f"Definition {k + 1}.1.")
        d.prose(2)
        d.parts.append(("formula", d.chance.randint(0, 2)))
        d.prose(2)
        d.box(f"Theorem {k + 1}.2.")
        d.prose(3)
        d.heading(3, number=f"{k + 1}.1")
        d.prose(2)
        d.parts.append(("formula", d.chance.randint(0, 2)))
        d.prose(3)


LESSONS: dict[str, Callable[[Lesson], None]] = {
    "textbook": textbook, "paper": paper, "brochure": brochure, "worksheet": worksheet, "slides": slides,
    "report": report, "handbook": handbook, "plain heads": plain_heads, "lecture": lecture,
}  # fmt: skip


def made_lesson(kind: str, seed: int) -> tuple[Lesson, dict[str, Any]]:
    """The document of that kind and seed, and its gold without the count of its furniture."""
    chance = random.Random(f"teach {kind} {seed}")
    lesson = Lesson(chance, german=chance.random() < 0.35)
    LESSONS[kind](lesson)
    _dress(lesson)
    gold: dict[str, Any] = {"blocks": lesson.blocks}
    if lesson.tables:
        gold["tables"] = lesson.tables
    if lesson.furniture and lesson.style["head"]:
        gold["furniture"] = [{"text": lesson.furniture}]
    return lesson, gold


def _dress(lesson: Lesson) -> None:
    """How it is set: faces, sizes, heads and feet."""
    chance, style = lesson.chance, lesson.style
    size = chance.choice([9.5, 10, 10.5, 11, 12])
    style.setdefault("size", size)
    style.setdefault("columns", 1)
    heads = chance.choice(["big", "big", "big", "color", "caps"])
    style.setdefault("heads", heads)
    style["face"] = chance.choice(FACES)
    style["head face"] = chance.choice([style["face"], chance.choice(FACES)])
    style["bold"] = chance.random() < 0.75
    style["justified"] = chance.random() < 0.6
    style["hyphens"] = chance.random() < 0.6
    style["ratio"] = chance.choice([1.15, 1.3, 1.5])
    style["paper"] = chance.choice(["a4", "us-letter"])
    style["indent"] = chance.random() < 0.4
    style["side"] = chance.choice(["left", "center", "right"])
    style["number"] = chance.choice(["bare", "of", "dash", "" if style.get("slides") else "bare"])
    style["head"] = chance.random() < 0.6
