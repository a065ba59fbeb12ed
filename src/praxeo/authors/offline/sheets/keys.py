"""What the key of a worksheet says, task by task: "Aufgabe 1: 1c, 2a", "II. 4. B 5. C", or below a heading of the task's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.exercises.enumerated import LETTERS, counted_off
from praxeo.authors.offline.harvest.told_answers import is_line_of_keys
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.authors.offline.sheets.names import named_task
from praxeo.domain.blocks import Block

_LEAD = re.compile(
    r"^\(?(?:(?:the )?(?:correct )?(?:answers?|solutions?)(?: key)?|key|lösung(?:en)?|antworten|réponses?|corrigés?|solutions?|respuestas?|soluciones|clave)"
    r"(?: (?:to|for|zu[mr]?|für|aux?|de|du|des|del|de la|a) [^:]{1,40})?\s?:\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\(?(?P<label>\d{1,2})\s?[.):]+\s*(?=\S)")
_OF_ONE = re.compile(
    r"^\(?(?:a\s?[).:]|1\s?[).]\s|1\s?[=–→-]?\s?[a-h]\b)", re.IGNORECASE
)  # answers to its parts
_WITHIN = re.compile(r"(?:key|answers?|lösung(?:en)?|solutions?|clave|réponses|corrigé)\s(?:to|for|zu[mr]?|für|de la|du|des?|aux?)\s(?P<of>.+)$", re.IGNORECASE)  # fmt: skip


@dataclass(kw_only=True)
class Told:
    """What a key says to one task, as the lines that say it, each with its block. `label` "": no task is named; `lone`: it stands below no
    heading of a key; `place`: its first block, counted through the source; `region`
    counts the places of a source where answers stand; `heading` is the one that it stands below."""

    label: str
    lines: list[tuple[str, Block]] = field(default_factory=list)
    named: bool = False
    lone: bool = False
    place: int = 0
    region: int = 0
    heading: str = ""


def is_key(one: RoledBlock) -> bool:
    """Whether a block answers what stands before it."""
    text = even(one.block.text)
    lead = _LEAD.match(text)
    listed = lead is not None and bool(counted_off(text[lead.end() :], LETTERS)[1])
    return one.role == "key" or listed or is_line_of_keys(one.block)


def keys_of(placed: Sequence[RoledBlock]) -> list[Told]:
    """The answers of a source in order, those of each named or numbered task for itself."""
    return [told for told in _keys(placed) if told.lines]


def _keys(placed: Sequence[RoledBlock]) -> Iterator[Told]:
    now, region, heading = Told(label=""), 0, ""
    for one in placed:
        if not is_key(one) or one.block.kind in ("figure", "caption", "code"):
            if now.lines:
                yield now
                now = Told(label="")
            region += 1
            continue
        if one.block.kind == "heading":
            heading = even(one.block.text)
        if not now.lines and not now.label:
            now = Told(
                label="", lone=one.role != "key", place=one.index, region=region, heading=heading
            )
        if one.block.kind == "table":
            now.lines += [(text, one.block) for text in _of_table(one.block)]
            continue
        for line in one.block.text.split("\n"):
            label, text, named = _task_of(line, one.block)
            if label or one.block.kind == "heading":
                yield now
                now = Told(
                    label=label,
                    named=named,
                    lone=one.role != "key",
                    place=one.index,
                    region=region,
                    heading=heading,
                )
            if text and (label or one.block.kind != "heading") and role_of_heading(text) != "key":
                now.lines.append((text, one.block))
    yield now


def _task_of(line: str, block: Block) -> tuple[str, str, bool]:
    """The task that a line of a key names, what it says to it, and whether it does so by a name; "" for none."""
    text = even(line)
    if block.kind == "heading" and (within := _WITHIN.search(text)):
        text = within["of"]
    text = _LEAD.sub("", text)
    stated = block.number.strip("().•–-")
    if stated:
        text = f"{stated}. {text}"
    label, rest = named_task(text)
    if label:
        return label, rest, True
    number = _NUMBER.match(text)
    rest = text[number.end() :] if number else text
    return (number["label"], rest, bool(_OF_ONE.match(rest))) if number else ("", text, False)


def _of_table(block: Block) -> list[str]:
    """The rows of a key as lines "1. B"; a row of numbers over a row of answers is turned."""
    rows: dict[int, list[str]] = {}
    for cell in sorted(block.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(even(cell.text))
    grid = [row for _, row in sorted(rows.items())]
    numbers = [cell.strip(" .)") for cell in grid[0]]
    if len(grid) == 2 and len(numbers) > 2 and sum(map(str.isdigit, numbers)) >= len(numbers) - 1:
        grid = [list(pair) for pair in zip(*grid, strict=False)]
    return [
        f"{row[0].strip(' .)')}. {row[1]}"
        for row in grid
        if len(row) > 1 and row[0].strip(" .)").isdigit() and row[1]
    ]
