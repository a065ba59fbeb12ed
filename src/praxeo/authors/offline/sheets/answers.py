"""What a key says to each part of a task: by its label, in any order, or one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even
from praxeo.domain.blocks import Block

Line = tuple[str, Block]

_MARKED = re.compile(r"(?:^|(?<=[\s,;|·]))\(?(?P<label>\d{1,2}|[A-La-l])(?:\s?[).:=→]+\s*|\s?[–-]\s?)(?=\S)")  # fmt: skip
_SPACED = re.compile(r"(?:^|(?<=[,;|·]\s)|(?<=[,;|·]))\(?(?P<label>\d{1,2})\s+(?=[^\W\d])")
_ONLY_SPACED = re.compile(r"(?:^|(?<=\s))(?P<label>\d{1,2})\s+(?=[^\W\d])")
_GLUED = re.compile(r"(?<![\w.,])(?:(?P<label>\d{1,2})\s?[.):=–→-]*\s?\(?(?P<told>[A-Za-z])|(?P<letter>[A-La-l])\s?[.):=–→-]*\s?(?P<number>\d{1,2}))(?=[\s,;.|)]|$)")  # fmt: skip
_COUNTED = re.compile(r"^\(?\d{1,2}\s?[.)]\s")
_PLACE = re.compile(r"(?P<told>\S.*?)\s*\((?P<place>\d{1,2})\)?")
_PARTINGS = (";", "|", "·", " / ", ", ", " – ", " - ", ",", "–")


def answers(lines: Sequence[Line], labels: Sequence[str], *, paired: bool = False) -> list[Line]:
    """The answer to each label, with the block that gives it; [] unless every part has exactly one.

    With `paired` a number may be what goes with a letter. Where some of the labels stand there and others do not, what stands between commas is no row of answers.
    """
    partly = _go_beyond(lines, labels)
    if partly:
        return []
    for read in (_glued, _in_order, _marked, _spaced, _only_spaced):
        told: dict[str, Line] = {}
        twice = False
        for text, block in lines:
            for label, answer in read(text, labels):
                twice |= label in told
                told[label] = (answer, block)
        if read is _glued and not paired and any(text.isdigit() for text, _ in told.values()):
            continue
        if not twice and set(told) == set(labels) and len(labels) == len(set(labels)):
            return [told[label] for label in labels]
        partly |= bool(told)
    return [] if partly else in_a_row(lines, len(labels))


def _go_beyond(lines: Sequence[Line], labels: Sequence[str]) -> bool:
    """Whether a key answers the part after the last, too: it belongs to something else."""
    last = labels[-1]
    after = str(int(last) + 1) if last.isdigit() else chr(ord(last) + 1)
    texts = " | ".join(text for text, _ in lines)
    marks = [mark["label"].lower() for mark in _MARKED.finditer(texts)]
    glued = {mark["label"] for mark in _GLUED.finditer(texts)}
    return after in glued or (last in marks and after in marks[marks.index(last) :])


def in_a_row(lines: Sequence[Line], count: int) -> list[Line]:
    """So many answers one after the other, a line each or in one line; [] for more or fewer."""
    if any(_COUNTED.match(text) for text, _ in lines):
        return []
    if len(lines) == count:
        return [(_bare(text), block) for text, block in lines]
    if len(lines) != 1:
        return []
    text, block = lines[0]
    for parting in _PARTINGS:
        parts = _by_number([_bare(part) for part in text.rstrip(" .").split(parting)])
        if len(parts) == count and all(parts):
            return [(part, block) for part in parts]
    return []


def _by_number(parts: list[str]) -> list[str]:
    """Parts that all say in brackets at which place they stand, in that order and without the numbers."""
    marked = [_PLACE.fullmatch(part) for part in parts]
    told = {int(mark["place"]): mark["told"] for mark in marked if mark}
    return [told[at] for at in sorted(told)] if sorted(told) == list(range(1, len(parts) + 1)) else parts  # fmt: skip


def _glued(text: str, labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    found = list(_GLUED.finditer(text))
    if len(_GLUED.sub("", text).strip(" ,;.|/()")) * 3 < len(text):
        for mark in found:
            label = (mark["label"] or mark["letter"]).lower()
            if label in labels:
                yield label, mark["told"] or mark["number"]


def _marked(text: str, labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    return _behind(_MARKED, text, labels)


def _in_order(text: str, labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The labels one after the other, whatever looks like one between them."""
    marks: list[re.Match[str]] = []
    for mark in _MARKED.finditer(text):
        if len(marks) < len(labels) and mark["label"].lower() == labels[len(marks)]:
            marks.append(mark)
    return _between(marks, text)


def _spaced(text: str, labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    return _behind(_SPACED, text, labels)


def _only_spaced(text: str, labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    return _behind(_ONLY_SPACED, text, labels)


def _behind(form: re.Pattern[str], text: str, labels: Sequence[str]) -> Iterator[tuple[str, str]]:
    return _between([m for m in form.finditer(text) if m["label"].lower() in labels], text)


def _between(marks: Sequence[re.Match[str]], text: str) -> Iterator[tuple[str, str]]:
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    for mark, end in zip(marks, ends, strict=False):
        if told := _bare(text[mark.end() : end]):
            yield mark["label"].lower(), told


def _bare(text: str) -> str:
    return even(text).strip(" ,;|·").removesuffix(" (")
