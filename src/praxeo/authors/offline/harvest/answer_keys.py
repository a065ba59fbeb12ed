"""Answer keys: "1. B  2. D  3. A", a list of answers by number, a table of numbers and letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from praxeo.authors.offline.cleaning import even, key
from praxeo.authors.offline.harvest.exercises.enumerated import NUMBERS, counted_off
from praxeo.authors.offline.harvest.told_answers import (
    is_line_of_keys,
    number_alone,
    without_keys_lead,
    without_names,
)
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.domain.blocks import Block

FEWEST_OF_ALL = 4  # questions of a source that one key answers
FEWEST_SHORT = 2  # pairs of number and letter that make a line of keys

_SHORT = re.compile(r"(?<![\w.])(\d{1,3})\s*[.):=–-]?\s*\(?([A-Ha-h])\)?(?=[\s,;.|]|$)")
_WORDS = re.compile(
    r"(?<![\w.,])(\d{1,3})\s*[.):=–-]\s*(\D.*?)[,;]?(?=\s+\(?\d{1,3}\s*[.):=–-]\s*\D|$)"
)
_SPACED = re.compile(r"(?:^|\s)(\d{1,3})\s+([^\W\d][^\d]*?)(?=\s+\d{1,3}\s|$)")
_LONG = re.compile(r"^\(?(\d{1,3})\s*[.):–-]\s*(?=\S)")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a key says to one number: a letter or a text, and where it says so."""

    text: str
    reference: str
    quote: str


@dataclass(kw_only=True)
class AnswerKey:
    """The answers under one heading. `path` are the headings above them and their own.

    `of` are the headings of the source that its own names (Answers to “Before you read”). `by_place`: they are a list without numbers, one point for each question.
    """

    path: tuple[str, ...]
    answers: dict[str, Answer] = field(default_factory=dict)
    doubled: set[str] = field(default_factory=set)
    by_place: bool = False
    of: frozenset[str] = frozenset()

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
    headings = {even(one.block.text) for one in placed if one.block.kind == "heading"}
    stated = ""
    for one in placed:
        if one.block.kind in ("caption", "code"):
            continue
        line = is_line_of_keys(one.block)
        if one.role != "key" and not line:
            stated = ""
            continue
        path = (*one.above, one.topic)
        here = found.setdefault(path, AnswerKey(path=path, of=_named(one.topic, headings)))
        for number, text in _answers(one.block, stated):
            here.add(number, text, one.block)
        stated = number_alone(even(one.block.text))
    _number_points(placed, found)
    return [own for own in found.values() if own.answers]


def _named(topic: str, headings: Iterable[str]) -> frozenset[str]:
    """The other headings that a key's own heading names."""
    own = key(topic).split()
    return frozenset(h for h in headings if h != even(topic) and _holds(own, key(h).split()))


def _number_points(
    placed: Sequence[RoledBlock], found: Mapping[tuple[str, ...], AnswerKey]
) -> None:
    """Number the points of keys that are lists without any number, or whose numbers count on from their questions."""
    asked = [
        p.block.number.strip("().") for p in placed if p.role == "questions" and p.block.number
    ]
    for path, own in found.items():
        under = [p.block for p in placed if p.role == "key" and (*p.above, p.topic) == path]
        points = [block for block in under if block.kind != "heading"]
        if _counts_on(asked, [block.number.strip("().") for block in points]):
            own.answers.clear()
            for number, block in enumerate(points, 1):
                own.add(str(number), even(block.text), block)
        elif not own.answers and len(points) >= FEWEST_SHORT and all(map(_is_point, points)):
            own.by_place = True
            for number, block in enumerate(points, 1):
                own.add(str(number), even(block.text), block)


def _counts_on(asked: Sequence[str], answered: Sequence[str]) -> bool:
    """Whether a list of as many answers is numbered 3, 4 behind questions 1, 2, as word processors number on by themselves."""
    last = len(asked)
    return (
        last >= FEWEST_SHORT
        and list(asked) == [str(n) for n in range(1, last + 1)]
        and list(answered) == [str(n) for n in range(last + 1, 2 * last + 1)]
    )


def _is_point(block: Block) -> bool:
    return block.kind == "list_item" and not block.number


def _answers(block: Block, stated: str) -> list[tuple[str, str]]:
    """The numbers that a block answers. `stated` is the number that the line before it stated alone."""
    lines = block.text.split("\n")
    if block.kind == "table" and not re.search(r"\d", lines[0]):
        del lines[0]  # its heads
    text = even(" ; ".join(lines).replace(" | ", " "))
    if number_alone(text):
        return []
    text = without_names(without_keys_lead(text))
    own = block.number.strip("().")
    if own.isdigit() and (several := _in_a_row(f"{own}. {text}")):
        return several  # a list item only to the reader: "4. True 5. False"
    pairs = _SHORT.findall(text)
    if len(pairs) >= FEWEST_SHORT and len(_SHORT.sub("", text).strip(" ,;.|")) < len(text) / 3:
        return [(number, letter.upper()) for number, letter in pairs]
    if block.kind in ("table", "heading"):
        return []
    if own.isdigit():
        return [(own, text)]
    if stated:
        return [(stated, text)]
    if several := _in_a_row(text):
        return several
    match = _LONG.match(text)
    return [(match[1], text[match.end() :])] if match else []


def _in_a_row(text: str) -> list[tuple[str, str]]:
    """Answers of a word or few that stand in one line: "1: nucleus, 2: membrane"; numbers count up by one."""
    found = _WORDS.findall(text)
    first = int(found[0][0]) if found else 0
    counted = [int(number) for number, _ in found] == list(range(first, first + len(found)))
    begins = bool(_LONG.match(text))
    if not found and (several := counted_off(text, NUMBERS, bare=True)[1]):
        return list(several.items())
    return found if begins and counted and len(found) >= FEWEST_SHORT else _spaced(text)


def _spaced(text: str) -> list[tuple[str, str]]:
    """Answers that only their numbers set apart, in a line that has no other: "5 True 6 False 7 True"."""
    found = _SPACED.findall(text)
    numbers = re.findall(r"\d+", text)
    first = int(numbers[0]) if numbers else 0
    counted = numbers == [str(n) for n in range(first, first + len(found))]
    return found if counted and len(found) >= FEWEST_SHORT and text[:1].isdigit() else []


def key_of_all(keys: Sequence[AnswerKey], numbers: Sequence[str]) -> AnswerKey | None:
    """The only key of a source whose questions count on through its sections, if it answers them all; else None."""
    counts_on = len(numbers) == len(set(numbers)) >= FEWEST_OF_ALL
    whole = counts_on and len(keys) == 1 and not keys[0].by_place and set(numbers) <= keys[0].answers.keys()  # fmt: skip
    return keys[0] if whole and keys[0].covers(numbers) else None


def best_key(
    keys: list[AnswerKey], path: tuple[str, ...], numbers: Sequence[str]
) -> AnswerKey | None:
    """The key that belongs to the questions under these headings; None where two could."""
    fit = [k for k in keys if k.covers(numbers) and _may_be_of(k, path)]
    ranked = sorted(((_shared(path, k.path), k) for k in fit), key=lambda pair: -pair[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]


def _may_be_of(answers: AnswerKey, path: tuple[str, ...]) -> bool:
    """Whether a key may belong to these questions: one that stands among others belongs to those."""
    if answers.of and not answers.of & {even(heading) for heading in path}:
        return False
    asking = [heading for heading in answers.path if role_of_heading(heading) == "questions"]
    return all(heading in path for heading in asking)


def _shared(one: tuple[str, ...], two: tuple[str, ...]) -> int:
    """How many headings two paths have in common; "Chapter 1" is "Chapter 1: The atmosphere"."""
    left, right = [key(h).split() for h in one], [key(h).split() for h in two]
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False))))
    below = right[same:]
    return same + sum(any(_holds(a, b) or _holds(b, a) for b in below) for a in left[same:])


def _holds(long: list[str], short: list[str]) -> bool:
    """Whether one heading is said within another: "Section 1" in "Review questions for section 1"."""
    runs = (long[at : at + len(short)] for at in range(len(long) - len(short) + 1))
    return bool(short) and short in runs
