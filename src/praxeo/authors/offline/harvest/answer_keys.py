"""Answer keys: "1. B  2. D  3. A", a list of answers by number, a table of numbers and letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from praxeo.authors.offline.cleaning import even, key
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

FEWEST_SHORT = 2  # pairs of number and letter that make a line of keys

_SHORT = re.compile(r"(?<![\w.])(\d{1,3})\s*[.):=–-]?\s*\(?([A-Ha-h])\)?(?=[\s,;.|]|$)")
_LONG = re.compile(r"^\(?(\d{1,3})\s*[.):–-]\s*(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a key says to one number: a letter or a text, and where it says so."""

    text: str
    reference: str
    quote: str


@dataclass(kw_only=True)
class AnswerKey:
    """The answers under one heading. `path` are the headings above them and their own."""

    path: tuple[str, ...]
    answers: dict[str, Answer] = field(default_factory=dict)
    doubled: set[str] = field(default_factory=set)

    def add(self, number: str, text: str, block: Block) -> None:
        """Note an answer; a number that stands there twice tells nothing."""
        if number in self.answers:
            self.doubled.add(number)
        self.answers[number] = Answer(text=text, reference=block.id, quote=block.text)

    def covers(self, numbers: Sequence[str]) -> bool:
        """Whether every one of these questions may be answered here, without doubt."""
        wanted = set(numbers)
        return bool(wanted & self.answers.keys()) and not wanted & self.doubled


def answer_keys(placed: Sequence[RoledBlock]) -> list[AnswerKey]:
    """The keys of a source in order, one for each heading they stand under."""
    found: dict[tuple[str, ...], AnswerKey] = {}
    for one in placed:
        if one.role != "key" or one.block.kind in ("heading", "caption", "code"):
            continue
        path = (*one.above, one.topic)
        here = found.setdefault(path, AnswerKey(path=path))
        for number, text in _answers(one.block):
            here.add(number, text, one.block)
    return [own for own in found.values() if own.answers]


def _answers(block: Block) -> list[tuple[str, str]]:
    text = even(block.text.replace("\n", " ; ").replace(" | ", " "))
    pairs = _SHORT.findall(text)
    if len(pairs) >= FEWEST_SHORT and len(_SHORT.sub("", text).strip(" ,;.|")) < len(text) / 3:
        return [(number, letter.upper()) for number, letter in pairs]
    if block.kind == "table":
        return []
    if block.number and block.number.strip("().").isdigit():
        return [(block.number.strip("()."), text)]
    match = _LONG.match(text)
    return [(match[1], text[match.end() :])] if match else []


def best_key(
    keys: list[AnswerKey], path: tuple[str, ...], numbers: Sequence[str]
) -> AnswerKey | None:
    """The key that belongs to the questions under these headings; None where two could."""
    fit = [k for k in keys if k.covers(numbers)]
    ranked = sorted(((_shared(path, k.path), k) for k in fit), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _shared(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    """How many headings two paths have in common; "Chapter 1" is "Chapter 1: The atmosphere"."""
    left, right = [key(h).split() for h in one], [key(h).split() for h in two]
    return sum(any(_begins(a, b) or _begins(b, a) for b in right) for a in left)


def _begins(short: list[str], long: list[str]) -> bool:
    return bool(short) and long[: len(short)] == short
