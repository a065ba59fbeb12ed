"""Texts that count off their parts: "a) 50 b) 25", "(1) sun (2) sea", "1 moulting, 2 the swift"."""

from __future__ import annotations

import re
from collections.abc import Sequence

LETTERS: tuple[str, ...] = tuple("abcdefghijkl")
NUMBERS: tuple[str, ...] = tuple(map(str, range(1, 21)))
FEWEST = 2  # labels that count

# How a label is marked off; the first of these that counts from its first label on is taken.
_FORMS = (r"\({0}\)\s*", r"{0}\)\s*", r"{0}[.]\s+", r"{0}:\s*", r"{0}\s?[=–-]\s+")
_BARE = r"(?:^|(?<=[,;\n]))\s*{0}(?:\s(?=\S)|(?=[a-h](?:[,;\s]|$)))"  # "1 moulting, 2b"
_BEFORE = r"(?:^|(?<=[\s,;|]))"


def counted_off(text: str, labels: Sequence[str], *, bare: bool = False) -> tuple[str, dict[str, str]]:  # fmt: skip
    """What stands before the first label, and the text behind each; {} where it counts nothing off.

    With `bare` a label needs no mark behind it where a comma or a line stands before it.
    """
    for form in _FORMS:
        if found := _behind(text, labels, _BEFORE + form):
            return found
    return (_behind(text, labels, _BARE) if bare else None) or (text, {})


def _behind(text: str, labels: Sequence[str], form: str) -> tuple[str, dict[str, str]] | None:
    marks: list[re.Match[str]] = []
    for label in labels:
        mark = re.compile(form.format(label), re.IGNORECASE).search(text, marks[-1].end() if marks else 0)  # fmt: skip
        if mark is None:
            break
        marks.append(mark)
    if len(marks) < FEWEST:
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    told = [text[mark.end() : end].strip(" ,;\n\t|") for mark, end in zip(marks, ends, strict=True)]
    if not all(told):
        return None
    return text[: marks[0].start()].strip(), dict(zip(labels, told, strict=False))
