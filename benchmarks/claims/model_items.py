"""Items in the style of a model for five texts and a table cut by a page: true ones, and falsehoods in their place."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cases import _OPPOSITE, _VERB

from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Card, Choice, Cloze, Event, Item, Link, Pair, Step, Term
from praxeo.sources.documents.readers import read

HERE = Path(__file__).parent / "model_style"
SOURCES = {
    "compound": ("html", "compound-interest.html"),
    "french": ("txt", "french-revolution.txt"),
    "ohm": ("markdown", "ohms-law.md"),
    "pendulum": ("html", "pendulum.html"),
    "photo": ("txt", "photosynthesis.txt"),
    "rivers": ("markdown", "rivers.md"),
}
MADE_OF_ONE = ("number", "opposite", "negated")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d(?![\w.,]*\d)")


@dataclass(frozen=True)
class Given:
    """What a model or a hand wrote: `words` are the quote, or (with +) the beginnings of sentences."""

    kind: str
    source: str
    activity: str
    left: str
    right: str
    words: str
    wrong: tuple[str, ...] = ()


@cache
def extraction(source: str) -> Extraction:
    form, name = SOURCES[source]
    return read(form, HERE / name)


def given(name: str) -> list[Given]:
    """The lines of a file of items."""
    rows = []
    for line in (HERE / name).read_text("utf-8").splitlines():
        if not line.startswith("#"):
            *plain, words, wrong = [*line.split("\t"), ""][:7]
            rows.append(Given(*plain, words, tuple(filter(None, wrong.split("|")))))
    return rows


def item_of(row: Given, evidence: tuple[str, ...]) -> Item:
    """The item of a spec that the row stands for."""
    match row.activity:
        case "terms":
            return Term(term=row.left, definition=row.right, evidence=evidence)
        case "flashcards" | "recall":
            return Card(front=row.left, back=row.right, evidence=evidence)
        case "choice":
            options = row.wrong or ("none of these",)
            return Choice(
                question=row.left, answer=row.right, distractors=options, evidence=evidence
            )
        case "cloze":
            before, _, after = row.left.partition("___")
            return Cloze(before=before, answer=row.right, after=after, evidence=evidence)
        case "ordering":
            return Step(text=row.left, evidence=evidence)
        case "timeline":
            return Event(when=row.left, text=row.right, evidence=evidence)
        case "concept_map":
            start, _, label = row.left.partition(" / ")
            return Link(start=start, label=label, end=row.right, evidence=evidence)
        case _:
            return Pair(left=row.left, right=row.right, evidence=evidence)


def falsehoods(rows: list[Given], chance: random.Random) -> Iterator[Given]:
    """Falsehoods made of true items: wrong options, answers of others, other numbers, opposites, denials."""
    for row in rows:
        for wrong in row.wrong:
            yield _other(row, "wrong option", right=wrong)
        if row.activity in ("matching", "timeline", "terms", "flashcards", "recall"):
            same = [r for r in rows if (r.source, r.activity) == (row.source, row.activity)]
            others = [r.right for r in same if r.right != row.right and r.left != row.left]
            if others:
                yield _other(row, "answer of another", right=chance.choice(others))
        for kind in MADE_OF_ONE:
            side = "right" if row.right else "left"
            text = getattr(row, side)
            if (made := _made(kind, text, chance)) != text:
                yield _other(row, kind, **{side: made})


def _made(kind: str, text: str, chance: random.Random) -> str:
    if kind == "number":
        return (
            _NUMBER.sub(lambda m: _another(m[0], chance), text, count=1)
            if "=" not in text
            else text
        )
    if kind == "negated":
        return _VERB.sub(r"\1 not", text, count=1)
    words = [m for m in re.finditer(r"\b[a-z]+\b", text) if m[0] in _OPPOSITE]
    if not words:
        return text
    found = chance.choice(words)
    return text[: found.start()] + _OPPOSITE[found[0]] + text[found.end() :]


def _another(number: str, chance: random.Random) -> str:
    at = chance.choice([i for i, c in enumerate(number) if c.isdigit()])
    digit = chance.choice([d for d in "123456789" if d != number[at]])
    return number[:at] + digit + number[at + 1 :]


def _other(row: Given, kind: str, *, left: str = "", right: str = "") -> Given:
    return Given(kind, row.source, row.activity, left or row.left, right or row.right, row.words)
