"""Items and goals on their lines: what is the same for all kinds; the rest is in the form of each kind."""

from __future__ import annotations

import re

from praxeo.domain.spec import ActivityKind, Evidence, Item
from praxeo.spec.faults import Fault, SpecInvalid, said
from praxeo.spec.forms import FORMS
from praxeo.spec.kinds.form import Body, Ending, evidence_of
from praxeo.spec.lines import Lines
from praxeo.spec.marks import AT_END, write_marks

_BULLET = re.compile(r"[ \t]*[-*][ \t]+")
_NUMBER = re.compile(r"[ \t]*[0-9]+[.)][ \t]+")


def read_item(kind: ActivityKind, lines: Lines, *, sourced: bool) -> Item:
    """The next item; SpecInvalid if its first line, or a line it needs, does not fit the grammar."""
    form, first = FORMS[kind], lines.take()
    bullet = (_NUMBER if form.numbered else _BULLET).match(first.words.shadow)
    if not bullet:
        start = "1. " if form.numbered else "- "
        raise SpecInvalid(
            (
                Fault(
                    first.number,
                    said("item_begins", "An item here begins with “{start}”.", start=start),
                ),
            )
        )
    words = first.words[bullet.end() :].strip()
    evidence: Evidence = ()
    if not form.late_evidence:
        words, evidence = evidence_of(words, first.number, needed=sourced)
    return form.read(
        Body(words=words, evidence=evidence, line=first.number, lines=lines, sourced=sourced)
    )


def write_item(kind: ActivityKind, item: Item, *, sourced: bool, number: int) -> str:
    """The lines of one item; `number` is its place in its activity, from 1."""
    misread = () if item.evidence or sourced else (AT_END,)
    ending = Ending(write_evidence(item.evidence, sourced=sourced), misread, number)
    return FORMS[kind].write(item, ending)


def read_goal(lines: Lines) -> tuple[str, Evidence]:
    """The next learning goal and its evidence, which a goal may do without."""
    first = lines.take()
    bullet = _BULLET.match(first.words.shadow)
    if not bullet:
        raise SpecInvalid(
            (Fault(first.number, said("item_begins", "A goal begins with “{start}”.", start="- ")),)
        )
    words, evidence = evidence_of(first.words[bullet.end() :].strip(), first.number, needed=False)
    return words.text, evidence


def write_goal(text: str, evidence: Evidence) -> str:
    """The line of one learning goal."""
    words = write_marks(text) if evidence else write_marks(text, AT_END)
    return f"- {words}{write_evidence(evidence, sourced=False)}"


def write_evidence(evidence: Evidence, *, sourced: bool) -> str:
    """The braces after an item: its references, or that it is the editor's own."""
    if evidence:
        return f" {{{' '.join(evidence)}}}"
    return " {own}" if sourced else ""
