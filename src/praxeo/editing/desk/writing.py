"""Writes pieces of a spec: the lines of what has been changed or added, in the grammar's own way."""

from __future__ import annotations

import re

from praxeo.authors.offline.phrases import phrases_for
from praxeo.domain.spec import ActivityKind, Goal, Item
from praxeo.spec.forms import FORMS
from praxeo.spec.item_notes import write_note
from praxeo.spec.items import write_goal, write_item
from praxeo.spec.lines import tidy_prose, write_prose
from praxeo.spec.marks import write_plain
from praxeo.spec.printing import write_blocks
from praxeo.spec.sheet import ActivityPiece, GoalPiece, ItemPiece, SectionPiece, Sheet

_LEAD = re.compile(r"(?:[ \t\ufeff]*(?:\r\n|\r|\n))*")


def lead_of(raw: str) -> str:
    """The blank lines with which a piece begins."""
    found = _LEAD.match(raw)
    return found[0] if found else ""


def write_items(sheet: Sheet, activity: ActivityPiece) -> None:
    """Write all items of an activity anew, steps with their numbers; what cannot be read stays."""
    assert activity.kind
    for number, piece in enumerate(activity.items, 1):
        if piece.item:
            set_item(sheet, activity.kind, piece, piece.item, number=number)


def set_item(
    sheet: Sheet, kind: ActivityKind, piece: ItemPiece, item: Item, *, number: int = 1
) -> None:
    """Have the piece say this item, with the note that it has; `number` is its place in its activity, from 1."""
    written = write_item(kind, item, sourced=sheet.sourced, number=number) + write_note(piece.note)
    piece.raw = lead_of(piece.raw) + sheet.lines(written)
    piece.item = item
    piece.faults = []


def new_activity(
    sheet: Sheet, kind: ActivityKind, title: str | None, items: list[Item]
) -> ActivityPiece:
    """An activity of these items; without a title it has the one that is usual in the spec's language."""
    told = title or phrases_for(sheet.language).title(kind)
    activity = ActivityPiece(
        heading=sheet.newline,
        kind=kind,
        title="",
        items=[ItemPiece(raw="", item=item) for item in items],
    )
    set_title(sheet, activity, told)
    write_items(sheet, activity)
    return activity


def set_title(sheet: Sheet, activity: ActivityPiece, title: str) -> None:
    """Have the activity stand under this title."""
    assert activity.kind
    line = f"### {FORMS[activity.kind].heading}: {write_plain(title)}"
    activity.heading = lead_of(activity.heading) + sheet.lines(line)
    activity.title = title


def set_goal(sheet: Sheet, piece: GoalPiece, goal: Goal) -> None:
    """Have the piece say this goal."""
    piece.raw = lead_of(piece.raw) + sheet.lines(write_goal(goal.text, goal.evidence))
    piece.goal = goal
    piece.faults = []


def set_section_title(sheet: Sheet, section: SectionPiece, title: str) -> None:
    """Have the section bear this title."""
    line = f"## Section: {write_plain(title)}"
    section.heading = (lead_of(section.heading) or sheet.newline) + sheet.lines(line)
    section.title = title


def set_reading(sheet: Sheet, section: SectionPiece, reading: tuple[str, ...]) -> None:
    """Have the section show these blocks of the source."""
    line = sheet.lines(f"Read: {write_blocks(reading)}") if reading else ""
    section.reads = lead_of(section.reads) + line if line else ""
    section.reading = reading


def set_prose(sheet: Sheet, section: SectionPiece, prose: str) -> None:
    """Have the section say these own words before its items."""
    section.prose = tidy_prose(prose)
    section.words = _written_prose(sheet, section.prose, section.words)


def set_summary(sheet: Sheet, summary: str) -> None:
    """Have the spec begin with this summary."""
    sheet.summary = tidy_prose(summary)
    sheet.words = _written_prose(sheet, sheet.summary, sheet.words)


def _written_prose(sheet: Sheet, prose: str, before: str) -> str:
    if not prose:
        return ""
    return (lead_of(before) or sheet.newline) + sheet.lines(write_prose(prose))
