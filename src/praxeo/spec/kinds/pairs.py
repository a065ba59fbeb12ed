"""Matching, sorting, cause and effect, concept map: what belongs to what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.spec import Link, Pair
from praxeo.spec.faults import said
from praxeo.spec.kinds.form import Body, Ending, Form, sides_of
from praxeo.spec.marks import write_marks

LEAST = 3
LEAST_SORTED, LEAST_GROUPS, MOST_GROUPS = 4, 2, 5
_EQUALS = re.compile(r"(?<![^ \t])=(?=[ \t]|\Z)")
_ARROW = re.compile(r"(?<![^ \t])->(?=[ \t]|\Z)")
_WRITTEN = "- start -(label)-> end {b12.3}"
_LINK_START = re.compile(r"(?<![^ \t])-\(")
_LINK_END = re.compile(r"\)->(?=[ \t]|\Z)")
_LINK_OPENS = re.compile(r"(?<![^ \t])-(?=\()")
_LINK_CLOSES = re.compile(r"\)(?=->(?:[ \t]|\Z))")


def pairs(*, heading: str, example: str, mark: str, sign: re.Pattern[str], how: str) -> Form:
    """The form of a kind whose items have two sides with a mark between them."""

    def read(body: Body) -> Pair:
        left, right = sides_of(body, sign, how)
        return Pair(left=left, right=right, evidence=body.evidence)

    def write(item: Pair, ending: Ending) -> str:
        right = write_marks(item.right, *ending.misread)
        return f"- {write_marks(item.left, sign)} {mark} {right}{ending.evidence}"

    return Form(
        heading=heading,
        example=example,
        read=read,
        write=write,
        least=LEAST,
        differ=lambda item: (("left side", item.left), ("right side", item.right)),
    )


def _sorted_together(items: Sequence[Pair]) -> str:
    groups = len({item.right for item in items})
    if LEAST_GROUPS <= groups <= MOST_GROUPS:
        return ""
    return said(
        "groups_count",
        "It needs {least} to {most} groups to sort into, not {count}.",
        least=LEAST_GROUPS,
        most=MOST_GROUPS,
        count=groups,
    )


def _read_link(body: Body) -> Link:
    start = _LINK_START.search(body.words.shadow)
    end = _LINK_END.search(body.words.shadow, start.end()) if start else None
    if start is None or end is None:
        raise body.refuse(said("item_written", "An item here is written “{how}”.", how=_WRITTEN))
    return Link(
        start=body.words[: start.start()].strip().text,
        label=body.words[start.end() : end.start()].strip().text,
        end=body.words[end.end() :].strip().text,
        evidence=body.evidence,
    )


def _write_link(item: Link, ending: Ending) -> str:
    start, label = write_marks(item.start, _LINK_OPENS), write_marks(item.label, _LINK_CLOSES)
    return f"- {start} -({label})-> {write_marks(item.end, *ending.misread)}{ending.evidence}"


MATCHING = pairs(
    heading="Matching",
    example="- one = its partner {}\n- two = its other {}\n- three = its third {}",
    mark="=",
    sign=_EQUALS,
    how="- one = the other",
)
SORTING = replace(
    pairs(
        heading="Sorting",
        example="- one = its group {}\n- two = its group {}\n- three = another group {}\n- four = another group {}",
        mark="=",
        sign=_EQUALS,
        how="- one = its group",
    ),
    least=LEAST_SORTED,
    differ=lambda item: (("thing", item.left),),
    together=_sorted_together,
)
CAUSE_EFFECT = pairs(
    heading="Cause and effect",
    example="- a cause -> its effect {}\n- another -> its other effect {}\n"
    "- a third -> its third effect {}",
    mark="->",
    sign=_ARROW,
    how="- cause -> effect",
)
CONCEPT_MAP = Form(
    heading="Concept map",
    example="- this -(does)-> that {}\n- that -(needs)-> more {}\n- more -(gives)-> this {}",
    read=_read_link,
    write=_write_link,
    least=LEAST,
    differ=lambda item: (("link", f"{item.start} {item.label} {item.end}"),),
)
