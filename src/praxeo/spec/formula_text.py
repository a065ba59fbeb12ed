"""How the texts of a spec hold formulas: $`x^2`$ is one, and $\\`x^2`$ is plain text that only looks like it.

A text is stored as one string, in which only that matters. Where no formula could stand, every sign is
itself; `plain_of` and `stored` are each other's inverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

FORMULA = re.compile(r"\$`(?=[^`\n]*[^`\s])[^`\n]+`\$")
_MAYBE = re.compile(FORMULA.pattern.replace("`", r"(?P<slashes>\\*)`", 1))
Span = tuple[int, int]
_SIGN = re.compile(r"\\[A-Za-z]+|\\.|\S")
_SAME = {
    r"\dfrac": r"\frac",
    r"\tfrac": r"\frac",
    r"\le": r"\leq",
    r"\ge": r"\geq",
    r"\ne": r"\neq",
}


class Plain(NamedTuple):
    """A text as it is read, and where in it formulas stand (with their marks)."""

    text: str
    formulas: tuple[Span, ...] = ()


class Part(NamedTuple):
    """A stretch of a text: words, or with `is_tex` the TeX of a formula."""

    text: str
    is_tex: bool = False


def plain_of(stored_text: str) -> Plain:
    """The text without the backslashes that keep words from being a formula, and its formulas."""
    parts: list[str] = []
    spans: list[Span] = []
    at = length = 0
    while found := _MAYBE.search(stored_text, at):
        parts.append(stored_text[at : found.start()])
        length += len(parts[-1])
        if found["slashes"]:
            parts.append("$")
            at = found.start() + 2
        else:
            parts.append(found[0])
            spans.append((length, length + len(found[0])))
            at = found.end()
        length += len(parts[-1])
    return Plain("".join([*parts, stored_text[at:]]), tuple(spans))


def stored(text: str, formulas: Iterable[Span] = ()) -> str:
    """The string that holds this text, of which these spans are formulas and nothing else is."""
    ends = dict(formulas)
    parts: list[str] = []
    at = 0
    while found := _MAYBE.search(text, at):
        end = ends.get(found.start(), found.start() + 1)
        parts += [text[at:end], "" if found.start() in ends else "\\"]
        at = end
    return "".join([*parts, text[at:]])


def formula(tex: str) -> str | None:
    """A formula as a text holds it; None if its TeX cannot stand in one."""
    made = f"$`{' '.join(tex.split())}`$"
    return made if FORMULA.fullmatch(made) else None


def parts_of(stored_text: str) -> tuple[Part, ...]:
    """Words and formulas in order; the parts of TeX are without their marks."""
    text, formulas = plain_of(stored_text)
    parts: list[Part] = []
    at = 0
    for start, end in formulas:
        parts += [Part(text[at:start]), Part(text[start + 2 : end - 2].strip(), is_tex=True)]
        at = end
    return tuple(part for part in (*parts, Part(text[at:])) if part.text)


def has_formula(stored_text: str) -> bool:
    """Whether any formula stands in the text."""
    return bool(plain_of(stored_text).formulas)


def compared(stored_text: str) -> str:
    """The text as it is compared with another: spaces and the ways to write one TeX do not count."""
    return " ".join(
        _levelled(part.text) if part.is_tex else " ".join(part.text.split())
        for part in parts_of(stored_text)
    ).strip()


def _levelled(tex: str) -> str:
    kept: list[str] = []
    for sign in _SIGN.findall(tex):
        kept.append(_SAME.get(sign, sign))
        if sign == "}" and len(kept) > 2 and kept[-3] == "{" and kept[-2] not in "{}":
            kept[-3:] = [kept[-2]]
    return f"$ {' '.join(kept)} $"
