"""What a key says to the parts of exercises: "1. a) 50 b) 25", "Aufgabe 3: 1c 2b 3a"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from praxeo.authors.offline.cleaning import even, key
from praxeo.authors.offline.harvest.exercises.asked import NAME, exercise_named
from praxeo.authors.offline.harvest.exercises.enumerated import LETTERS, NUMBERS, counted_off
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

FEWEST_PAIRS = 3

_LEAD = re.compile(
    r"^\(?(?:(?:the )?(?:correct )?(?:answers?|solutions?)(?: key)?|key|lösung(?:en)?|antworten|réponses?|corrigés?|solutions?|respuestas?|soluciones|clave)"
    r"(?: (?:to|for|zu[mr]?|für|aux?|de|du|des|del|de la|a) [^:]{1,40})?\s?:\s*",
    re.IGNORECASE,
)
_OF_ONE = re.compile(r"^(?P<number>\d{1,2})\s?[.):]\s*(?=\(?(?:a|1)\s?[).:]|\(1\)|1\s?[–=→-]?\s?[a-h]\b)", re.IGNORECASE)  # fmt: skip
_NEXT = re.compile(rf"\n|\s(?={NAME}\s?\d{{1,2}}\s?[:.)])", re.IGNORECASE)
_PAIR = re.compile(r"(?<![\w.,])(\d{1,2})\s*[.):=–→-]*\s*\(?([a-lA-L])\)?(?=[\s,;.|]|$)")
_NAMED = re.compile(r"^(?P<name>[^\W\d_][^:\d]{2,40}):\s+")  # "Matching: 1b 2c 3a"
_LETTER = re.compile(r"^\(?(?P<label>[a-l])[).:]\s*(?P<told>\S.*)$", re.IGNORECASE)


@dataclass(kw_only=True)
class ExerciseKey:
    """The answers to one exercise, by its number or name: by letter, by number, or which number goes with which letter.

    `text` is all that one line says to it; `held` tells where an answer stands that has a block of its own.
    """

    number: str
    place: int
    block: Block
    letters: dict[str, str]
    numbers: dict[str, str]
    pairs: dict[str, str]
    text: str = ""
    held: dict[str, Block] = field(default_factory=dict)

    def block_of(self, label: str) -> Block:
        """Where the answer to that part stands."""
        return self.held.get(label, self.block)


def exercise_keys(placed: Sequence[RoledBlock]) -> Iterator[ExerciseKey]:
    """The keys of a source in order, one for each exercise that they answer."""
    stated = ""
    last: ExerciseKey | None = None
    for one in placed:
        lead = _LEAD.match(even(one.block.text))
        if one.role != "key" and not (lead and one.block.kind in ("paragraph", "list_item")):
            stated, last = "", None
            continue
        if one.block.kind == "heading":
            stated, last = exercise_named(even(one.block.text))[0], None
            continue
        for line in _lines(one.block):
            number, text = _numbered(line, one.block, stated)
            made = _key(number, text, one)
            single = _LETTER.match(text)
            if made:
                last = made
                yield made
            elif single and last and last.letters and number == last.number:
                label = single["label"].lower()
                last.letters.setdefault(label, single["told"])
                last.held.setdefault(label, one.block)
            elif single and single["label"].lower() == "a":
                last = ExerciseKey(number=number, place=one.index, block=one.block, letters={"a": single["told"]}, numbers={}, pairs={})  # fmt: skip
                yield last


def _lines(block: Block) -> list[str]:
    """The lines of a key, and what one line says to several exercises, each for itself."""
    found = []
    for line in _NEXT.split(block.text):
        text = _LEAD.sub("", even(line))
        _, several = counted_off(text, NUMBERS)
        whole = several and all(counted_off(told, LETTERS)[1] for told in several.values())
        found += [f"{n}. {told}" for n, told in several.items()] if whole and not block.number else [text]  # fmt: skip
    return found


def _numbered(line: str, block: Block, stated: str) -> tuple[str, str]:
    number, text = exercise_named(line)
    if number:
        return number, text
    called = _NAMED.match(line)
    if called and (_PAIR.match(line[called.end() :]) or _LETTER.match(line[called.end() :])):
        return key(called["name"]), line[called.end() :]
    listed = block.number.strip("().")
    if listed.isdigit():
        return listed, line
    of_one = _OF_ONE.match(line)
    return (of_one["number"], line[of_one.end() :]) if of_one else (stated, line)


def _key(number: str, text: str, one: RoledBlock) -> ExerciseKey | None:
    pairs = _PAIR.findall(text)
    covered = len(_PAIR.sub("", text).strip(" ,;.|"))
    paired = len(pairs) >= FEWEST_PAIRS and covered * 3 < len(text) and len(dict(pairs)) == len(pairs)  # fmt: skip
    letters = counted_off(text, LETTERS)[1]
    numbers = {} if letters else counted_off(text, NUMBERS, bare=True)[1]
    if not (paired or letters or numbers):
        return None
    return ExerciseKey(
        number=number,
        place=one.index,
        block=one.block,
        letters={} if paired else letters,
        numbers={} if paired else numbers,
        pairs={n: letter.lower() for n, letter in pairs} if paired else {},
        text=text,
    )
