"""Cloze: a sentence with one gap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.domain.spec import Cloze
from praxeo.spec.faults import said
from praxeo.spec.kinds.form import Body, Ending, Form
from praxeo.spec.marks import FORMULA_SIGN, write_marks

_GAP_OPENS = re.compile(r"\[(?=\[|\Z)")
_GAP_CLOSES = re.compile(r"\](?=\]|\Z)|\|")


def _read_cloze(body: Body) -> Cloze:
    shadow = body.words.shadow
    count, start, end = 0, 0, 0
    opens = shadow.find("[[")
    while opens >= 0 and (closes := shadow.find("]]", opens)) >= 0:
        count, start, end = count + 1, opens, closes
        opens = shadow.find("[[", closes)
    if not count and "[[" in body.words.plain and FORMULA_SIGN in shadow:
        raise body.refuse(
            said(
                "gap_in_formula",
                "A gap cannot stand inside a formula; put the whole formula into the gap, "
                "or ask for it in words.",
            )
        )
    if count != 1:
        raise body.refuse(said("gaps", "It needs exactly one [[gap]], not {count}.", count=count))
    answer, *accept = body.words[start + 2 : end].split("|")
    return Cloze(
        before=body.words[:start].strip(right=False).text,
        answer=answer.strip().text,
        after=body.words[end + 2 :].strip(left=False).text,
        accept=tuple(spelling.strip().text for spelling in accept),
        evidence=body.evidence,
    )


def _write_cloze(item: Cloze, ending: Ending) -> str:
    gap = "|".join(write_marks(spelling, _GAP_CLOSES) for spelling in (item.answer, *item.accept))
    before = write_marks(item.before, _GAP_OPENS, right_edge=False)
    blank = item.after.strip(" \t") == ""
    after = write_marks(item.after, _GAP_OPENS, *ending.misread, left_edge=blank)
    return f"- {before}[[{gap}]]{after}{ending.evidence}"


def _faults(item: Cloze) -> Iterator[str]:
    if not (item.before + item.after).strip():
        yield said("gap_alone", "The gap stands alone; write the words around it.")


CLOZE = Form(
    heading="Cloze",
    example="- A sentence with a [[gap]] in it. {}",
    read=_read_cloze,
    write=_write_cloze,
    may_be_empty=frozenset({"before", "after"}),
    faults=_faults,
)
