"""Exercises as they stand: a number, what is to be done, and parts that letters or numbers count off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.exercises.enumerated import LETTERS, NUMBERS, counted_off
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

NAME = r"(?:exercise|task|activity|problem|part|aufgabe|übung|aufgabenteil|exercice|activité|ejercicio|actividad|tarea|esercizio)"
_NAMED = re.compile(
    rf"^{NAME}\s*"
    r"(?:nr\.?\s*|n[°º]\s*)?(?P<number>\d{1,2}|[A-H])\b\s*(?:[.:)–—-]\s*)?",
    re.IGNORECASE,
)
MATCHES = re.compile(
    r"\b(?:match|pair|connect|ordne\w*|verbinde\w*|zuordn\w*|relie\w*|associe\w*|relaciona\w*|une|empareja\w*|abbina\w*)\b",
    re.IGNORECASE,
)
_ONE_PART = re.compile(r"^\(?(?P<label>[a-l])[).]\s+(?P<told>\S.*)$", re.IGNORECASE | re.DOTALL)
_NUMBER = re.compile(r"^(?P<number>\d{1,2})\s?[.)]\s+")


@dataclass(kw_only=True)
class Exercise:
    """One exercise, below the heading `name`. `lead` says what is to be done, `parts` are its parts by letter, `counted` those by number.

    `held` tells in which block each part stands; `blocks` are all that it consists of. `mixed`: its labels do not
    count once and in order, as where each question has options of its own.
    """

    number: str
    name: str = ""
    place: int = 0
    lead: list[str] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    held: dict[str, Block] = field(default_factory=dict)
    blocks: list[RoledBlock] = field(default_factory=list)
    mixed: bool = False
    titled: bool = False

    @property
    def told(self) -> str:
        """What is to be done and known; the heading is but a name where more is said below it."""
        return " ".join(self.lead[1:] if self.titled and len(self.lead) > 1 else self.lead)

    @property
    def awaits_letters(self) -> bool:
        """Whether its numbers count off what is to be matched with what its letters will."""
        return not self.parts and bool(MATCHES.search(f"{self.name} {self.told}"))

    def note(self, labels: Sequence[str], told: dict[str, str], block: Block) -> None:
        """Take these parts in, of letters or of numbers."""
        self.mixed |= labels is NUMBERS and bool(self.parts) and self.held["a"] is not block
        (self.parts if labels is LETTERS else self.counted).update(told)
        self.held.update(dict.fromkeys(told, block))


def exercise_named(text: str) -> tuple[str, str]:
    """The number of "Exercise 2: Match" and what stands behind it; "" where a text names none."""
    found = _NAMED.match(text)
    return (found["number"].lower(), text[found.end() :]) if found else ("", text)


def exercises_in(placed: Sequence[RoledBlock]) -> Iterator[Exercise]:
    """The exercises of a source in order; a key, a heading of another kind, and the next one end each."""
    now: Exercise | None = None
    named = False
    for one in placed:
        number, rest = exercise_named(even(one.block.text))
        heading = one.block.kind == "heading"
        if one.role == "key" or (heading and not number and one.role != "questions"):
            if now:
                yield now
            now, named = None, False
            continue
        within = named or (now is not None and now.awaits_letters)
        own = "" if number or within or one.role != "questions" else _own_number(one.block)
        if number or own or heading:
            if now:
                yield now
            now = Exercise(number=number or own, name=one.topic, place=one.index)
            named = bool(number)
        if now is not None:
            _take_in(now, one, "" if heading and not number else rest if number else one.block.text)
    if now:
        yield now


def _own_number(block: Block) -> str:
    """The number of a point of a list of exercises, or of a paragraph that states one."""
    stated = block.number.strip("().") or (m["number"] if (m := _NUMBER.match(block.text)) else "")
    return stated if stated.isdigit() else ""


def _take_in(now: Exercise, one: RoledBlock, text: str) -> None:
    block, first = one.block, not now.blocks
    now.titled |= first and block.kind == "heading" and bool(even(text))
    now.blocks.append(one)
    if first and not block.number and now.number.isdigit():
        text = _NUMBER.sub("", text)
    label = block.number.strip("().").lower()
    if label == LETTERS[0]:
        text, label = f"a) {text}", ""
    series = NUMBERS if label.isdigit() else LETTERS
    if label and not first and label == _next(now, series):
        now.note(series, {label: even(text)}, block)
        return
    for labels in (LETTERS, NUMBERS):
        stem, told = counted_off(text, labels)
        if told and set(told) <= now.held.keys():
            now.mixed = True
        elif told:
            now.note(labels, {at: even(part) for at, part in told.items()}, block)
            text = stem
    single = _ONE_PART.match(text)
    if single and single["label"].lower() == _next(now, LETTERS):
        now.note(LETTERS, {single["label"].lower(): even(single["told"])}, block)
    elif even(text):
        now.lead.append(even(text))


def _next(now: Exercise, labels: Sequence[str]) -> str:
    """The label that comes next among those of its kind; "" after the last."""
    have = len(now.parts if labels is LETTERS else now.counted)
    return labels[have] if have < len(labels) else ""
