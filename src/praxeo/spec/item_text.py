"""How each kind of item is written on its lines."""

from __future__ import annotations

import re

from praxeo.domain.spec import (
    ActivityKind,
    Card,
    Choice,
    Cloze,
    Event,
    Evidence,
    Item,
    Link,
    Pair,
    Step,
    Term,
)
from praxeo.spec.marks import (
    AT_END,
    write_marks,
    write_unevidenced,
)

EQUALS = re.compile(r"(?<![^ \t])=(?=[ \t]|\Z)")


BAR = re.compile(r"(?<![^ \t])\|(?=[ \t]|\Z)")


ARROW = re.compile(r"(?<![^ \t])->(?=[ \t]|\Z)")


_STAR = re.compile(r"\*")


_GAP_OPENS = re.compile(r"\[(?=\[|\Z)")


_GAP_CLOSES = re.compile(r"\](?=\]|\Z)|\|")


_LINK_OPENS = re.compile(r"(?<![^ \t])-(?=\()")


_LINK_CLOSES = re.compile(r"\)(?=->(?:[ \t]|\Z))")


def write_item(kind: ActivityKind, item: Item, *, sourced: bool, number: int) -> str:
    """The lines of one item; `number` is its place in an ordering, from 1."""
    last = () if item.evidence or sourced else (AT_END,)
    tail = write_evidence(item.evidence, sourced=sourced)
    match item:
        case Term():
            words = f"**{write_marks(item.term, _STAR)}**: {write_marks(item.definition, *last)}"
        case Card():
            answer = write_marks(item.back, *last)
            return f"- Q: {write_unevidenced(item.front)}\n  A: {answer}{tail}"
        case Cloze():
            words = _write_cloze(item, last)
        case Choice():
            options = [f"  - [x] {write_unevidenced(item.answer)}"]
            options += [f"  - [ ] {write_unevidenced(wrong)}" for wrong in item.distractors]
            question = f"- Q: {write_marks(item.question, *last)}{tail}"
            return "\n".join([question, *options])
        case Pair():
            mark, misread = ("=", EQUALS) if kind == "matching" else ("->", ARROW)
            words = f"{write_marks(item.left, misread)} {mark} {write_marks(item.right, *last)}"
        case Step():
            return f"{number}. {write_marks(item.text, *last)}{tail}"
        case Event():
            words = f"{write_marks(item.when, BAR)} | {write_marks(item.text, *last)}"
        case Link():
            label = write_marks(item.label, _LINK_CLOSES)
            start = write_marks(item.start, _LINK_OPENS)
            words = f"{start} -({label})-> {write_marks(item.end, *last)}"
    return f"- {words}{tail}"


def write_goal(text: str, evidence: Evidence) -> str:
    """The line of one learning goal."""
    words = write_marks(text) if evidence else write_marks(text, AT_END)
    return f"- {words}{write_evidence(evidence, sourced=False)}"


def write_evidence(evidence: Evidence, *, sourced: bool) -> str:
    """The braces after an item: its references, or that it is the editor's own."""
    if evidence:
        return f" {{{' '.join(evidence)}}}"
    return " {own}" if sourced else ""


def _write_cloze(item: Cloze, last: tuple[re.Pattern[str], ...]) -> str:
    gap = "|".join(write_marks(spelling, _GAP_CLOSES) for spelling in (item.answer, *item.accept))
    before = write_marks(item.before, _GAP_OPENS, right_edge=False)
    after = write_marks(item.after, _GAP_OPENS, *last, left_edge=item.after.strip(" \t") == "")
    return f"{before}[[{gap}]]{after}"
