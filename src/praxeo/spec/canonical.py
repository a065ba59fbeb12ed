"""The one way in which a spec is printed, also for a text with faults: what cannot be read is kept as it is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from praxeo.spec.faults import SpecInvalid
from praxeo.spec.formats import FORMAT, FORMULA_FORMAT, NOTE_FORMAT, format_of
from praxeo.spec.forms import FORMS
from praxeo.spec.item_notes import write_note
from praxeo.spec.items import write_goal, write_item
from praxeo.spec.marks import write_plain
from praxeo.spec.placed_parts import PlacedSpec
from praxeo.spec.printing import print_head, print_section_head, print_spec
from praxeo.spec.sheet import ActivityPiece, Sheet
from praxeo.spec.sheet_cutting import cut
from praxeo.spec.text import read_spec


def canonical(text: str) -> str:
    """The text printed; SpecInvalid if nothing can be made of it."""
    placed = read_spec(text)
    if placed.blocking or (placed.faults and placed.head.bespoke):
        raise SpecInvalid(tuple(placed.blocking or placed.faults))
    if not placed.faults:
        return print_spec(placed.document())
    return "\n".join(_printed(placed, cut(text, placed))) + "\n"


def _printed(placed: PlacedSpec, sheet: Sheet) -> Iterator[str]:
    # What cannot be read may need the format that the text is in.
    least = placed.format if placed.format in (FORMULA_FORMAT, NOTE_FORMAT) else FORMAT
    yield from print_head(placed.head, max(least, format_of(placed.document())))
    yield from _kept(sheet.strays[0])
    if sheet.goals_heading:
        yield from ("", "## Goals")
    for goal in sheet.goals:
        told = goal.goal
        yield write_goal(told.text, told.evidence) if told else _as_it_is(goal.raw)
    yield from _kept(sheet.strays[1])
    for section in sheet.sections:
        yield from print_section_head(section.title, section.reading, section.prose)
        for activity in section.activities:
            yield from _activity(activity, sourced=sheet.sourced)


def _activity(activity: ActivityPiece, *, sourced: bool) -> Iterator[str]:
    if activity.kind is None:
        yield from _kept(activity.heading)
        return
    yield from ("", f"### {FORMS[activity.kind].heading}: {write_plain(activity.title)}")
    for number, piece in enumerate(activity.items, 1):
        if piece.item:
            written = write_item(activity.kind, piece.item, sourced=sourced, number=number)
            yield written + write_note(piece.note)
        else:
            yield _as_it_is(piece.raw)


def _kept(raw: str) -> Iterator[str]:
    if raw.strip():
        yield from ("", _as_it_is(raw))


def _as_it_is(raw: str) -> str:
    lines = raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return textwrap.dedent(lines)
