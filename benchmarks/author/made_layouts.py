"""The layouts in which teachers mark what they want to be known, as functions of a bank of words."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Words = dict[str, Any]
Units = list[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Made:
    """A piece of a document: its text, what the key at the end says to it, and its units (asked, told)."""

    text: str
    units: Units
    key: str = ""
    keyed: bool = field(default=False)


def _some(words: Words, kind: str, chance: random.Random, count: int) -> list[tuple[str, str]]:
    return chance.sample(sorted(words[kind].items()), count)


def _lines(between: str, *, bold: bool = False, listed: bool = False, blank: bool = False) -> Callable[[Words, random.Random], Made]:  # fmt: skip
    def layout(words: Words, chance: random.Random) -> Made:
        own = _some(words, "terms", chance, 4)
        shown = [(f"**{t}**" if bold else t, m) for t, m in own]
        lines = [f"{'- ' if listed else ''}{t}{between}{m}" for t, m in shown]
        text = ("\n\n" if blank else "\n").join(lines)
        return Made(text=f"## {words['heads']['terms']}\n\n{text}", units=own)

    return layout


def _list_of_definitions(words: Words, chance: random.Random) -> Made:
    own = _some(words, "terms", chance, 4)
    text = "\n\n".join(f"{t}\n: {m}" for t, m in own)
    return Made(text=f"## {words['heads']['terms']}\n\n{text}", units=own)


def _table_of_terms(words: Words, chance: random.Random) -> Made:
    own, heads = _some(words, "terms", chance, 4), words["heads"]
    rows = "\n".join(f"| {t} | {m} | – |" for t, m in own)
    return Made(text=f"| {heads['term']} | {heads['meaning']} | {heads['example']} |\n|---|---|---|\n{rows}", units=own)  # fmt: skip


def _quiz(words: Words, chance: random.Random, number: str, told: str, joined: str) -> Made:
    own, heads = _some(words, "questions", chance, 3), words["heads"]
    asked = "\n".join(number.format(n=n, a="abc"[n - 1]) + q for n, (q, _) in enumerate(own, 1))
    key = joined.join(told.format(n=n, a="abc"[n - 1]) + a for n, (_, a) in enumerate(own, 1))
    return Made(text=f"## {heads['quiz']}\n\n{asked}\n\n{heads['keys']}: {key}", units=own, keyed=True)  # fmt: skip


def _exercise(kind: str, head: str, *, key: str) -> Callable[[Words, random.Random], Made]:
    def layout(words: Words, chance: random.Random) -> Made:
        heads, number = words["heads"], next(words["numbers"])
        own = _some(words, kind, chance, 3)
        parts = "\n".join(f"{'abc'[n]}) {q}" for n, (q, _) in enumerate(own))
        told = " ".join(f"{'abc'[n]}) {a}" for n, (_, a) in enumerate(own))
        units = [(q.partition("____")[0].strip() or q.partition("____")[2].strip(), a) for q, a in own]  # fmt: skip
        return Made(
            text=f"## {heads['exercise']} {number}: {heads[head]}\n\n{parts}",
            units=units,
            key=key.format(name=heads["exercise"], n=number, told=told),
            keyed=True,
        )

    return layout


def _matching(words: Words, chance: random.Random) -> Made:
    heads, number = words["heads"], next(words["numbers"])
    own = _some(words, "pairs", chance, 3)
    order = chance.sample(range(3), 3)
    left = "\n".join(f"{n}. {a}" for n, (a, _) in enumerate(own, 1))
    right = "\n".join(f"{'abc'[place]}) {own[at][1]}" for place, at in enumerate(order))
    told = " ".join(f"{n + 1}{'abc'[order.index(n)]}" for n in range(3))
    text = f"## {heads['exercise']} {number}: {heads['match']}\n\n{left}\n\n{right}"
    return Made(text=text, units=own, key=f"{heads['exercise']} {number}: {told}", keyed=True)


def _steps_in_list(words: Words, chance: random.Random) -> Made:
    steps = "\n".join(f"{n}. {step}." for n, step in enumerate(words["steps"], 1))
    return Made(text=f"## {words['read'].split()[1]}\n\n{words['heads']['steps']}\n\n{steps}", units=[(s, "") for s in words["steps"]])  # fmt: skip


def _steps_in_line(words: Words, chance: random.Random) -> Made:
    steps = " ".join(f"{n}. {step}." for n, step in enumerate(words["steps"], 1))
    return Made(text=f"## {words['read'].split()[1]}\n\n{words['heads']['steps']} {steps}", units=[(s, "") for s in words["steps"]])  # fmt: skip


def _dated(line: str) -> Callable[[Words, random.Random], Made]:
    def layout(words: Words, chance: random.Random) -> Made:
        text = "\n".join(line.format(year=y, event=e) for y, e in sorted(words["events"].items()))
        return Made(text=f"## {words['heads']['dates']}\n\n{text}", units=list(words["events"].items()))  # fmt: skip

    return layout


def _dated_table(words: Words, chance: random.Random) -> Made:
    rows = "\n".join(f"| {y} | {e} |" for y, e in sorted(words["events"].items()))
    return Made(text=f"## {words['heads']['dates']}\n\n| – | – |\n|---|---|\n{rows}", units=list(words["events"].items()))  # fmt: skip


def _dated_prose(words: Words, chance: random.Random) -> Made:
    told = [words["told"].format(year=y, event=e, past=e) for y, e in sorted(words["past"].items())]
    units = [(y, e.split()[-1].rstrip(".")) for y, e in words["past"].items()]
    return Made(text=f"## {words['read'].split()[0]}\n\n{' '.join(told)}", units=units)


def _table(name: str) -> Callable[[Words, random.Random], Made]:
    def layout(words: Words, chance: random.Random) -> Made:
        head, *rows = words[name]
        lines = [head, ["---"] * len(head), *rows]
        text = "\n".join(f"| {' | '.join(row)} |" for row in lines)
        compared = [(f"{row[0]}: ", "") for row in rows] if name == "table" else []
        compared = [(row[0], head[1 + n % 2]) for n, row in enumerate(rows)] if compared else []
        units = compared or [(row[0], row[1]) for row in rows]
        return Made(text=f"## {words['heads']['compare']}\n\n{text}", units=units)

    return layout


def _headings_that_ask(words: Words, chance: random.Random) -> Made:
    own = list(words["asked"].items())
    return Made(text="\n\n".join(f"## {q}\n\n{a}" for q, a in own), units=own)


LAYOUTS: dict[str, dict[str, Callable[[Words, random.Random], Made]]] = {
    "terms": {
        "lines with colons": _lines(": "),
        "lines with colons and space": _lines(" : "),
        "lines with dashes": _lines(" – "),
        "lines with =": _lines(" = "),
        "bold, list": _lines(": ", bold=True, listed=True),
        "bold, dash, paragraphs": _lines(" – ", bold=True, blank=True),
        "list": _lines(": ", listed=True),
        "definition list": _list_of_definitions,
        "table of three columns": _table_of_terms,
    },
    "questions": {
        "numbers, key in line": lambda w, c: _quiz(w, c, "{n}. ", "{n}. ", " "),
        "numbers, bare key": lambda w, c: _quiz(w, c, "{n}. ", "{n} ", ", "),
        "numbers, key in brackets": lambda w, c: _quiz(w, c, "{n}. ", "{n}) ", " "),
        "letters, key in line": lambda w, c: _quiz(w, c, "{a}) ", "{a}) ", ", "),
        "exercise, key by name": _exercise("questions", "answer", key="{name} {n}: {told}"),
        "exercise, key by number": _exercise("questions", "answer", key="{n}. {told}"),
    },
    "true or false": {
        "exercise, key by name": _exercise("statements", "truth", key="{name} {n}: {told}"),
        "exercise, key by number": _exercise("statements", "truth", key="{n}. {told}"),
    },
    "gaps": {"exercise": _exercise("gaps", "fill", key="{name} {n}: {told}")},
    "matching": {"columns": _matching},
    "steps": {"list": _steps_in_list, "line": _steps_in_line},
    "dates": {
        "list with colons": _dated("- {year}: {event}"),
        "lines with dashes": _dated("{year} – {event}\n"),
        "table": _dated_table,
        "prose": _dated_prose,
    },
    "tables": {"comparison": _table("table"), "three columns": _table("rows")},
    "headings": {"questions": _headings_that_ask},
}
