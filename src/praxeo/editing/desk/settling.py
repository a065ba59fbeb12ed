"""The text of a changed sheet, read again: it has to say what the sheet says, piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from praxeo.compile.sources import Source
from praxeo.domain.spec import NO_NOTE
from praxeo.editing.desk.opened import OpenSpec, Piece, open_spec
from praxeo.editing.desk.writing import (
    set_goal,
    set_item,
    set_prose,
    set_section_title,
    set_summary,
    set_title,
)
from praxeo.spec.formats import FORMULA_FORMAT, NOTE_FORMAT, needs_atoms, texts_of
from praxeo.spec.formula_text import has_formula
from praxeo.spec.prose import stands_formula_in
from praxeo.spec.sheet import ActivityPiece, GoalPiece, ItemPiece, SectionPiece, Sheet

ROUNDS = 3  # of writing anew what is read in another way than it was meant
_FORMAT = re.compile(r"^(spec[ \t]*:[ \t]*)([^\r\n]*)", re.MULTILINE)


def settled(sheet: Sheet, source: Source) -> tuple[str, OpenSpec, dict[int, Piece]]:
    """The text, the same laid open, and by identity what each piece of the sheet is in it.

    Lines that would be read in another way at their new place, or in a newer format, are written anew.
    """
    prose = (sheet.summary, *(section.prose for section in sheet.sections))
    if any(map(has_formula, _texts(sheet))) or any(map(stands_formula_in, prose)):
        _raise_format(sheet, FORMULA_FORMAT)
    if any(isinstance(piece, ItemPiece) and piece.note != NO_NOTE for piece in _pieces(sheet)):
        _raise_format(sheet, NOTE_FORMAT)
    for _ in range(ROUNDS):
        text = sheet.text()
        opened = open_spec(text, source)
        pairs = list(zip_longest(_pieces(sheet), _pieces(opened.sheet)))
        strange = {id(was) for was, now in pairs if was and not (now and _same(was, now))}
        added = any(was is None for was, _ in pairs)
        if not strange and not added and sheet.summary == opened.sheet.summary:
            return text, opened, {id(was): now for was, now in pairs if was and now}
        if any(map(needs_atoms, _texts(sheet))):
            _raise_format(sheet, FORMULA_FORMAT)
        _write_anew(sheet, strange)
    raise AssertionError("a spec is read as it was written")


def _raise_format(sheet: Sheet, least: str) -> None:
    """Have the spec be of this format at least."""
    found = _FORMAT.search(sheet.head)
    if found and found[2].strip() < least:
        sheet.head = _FORMAT.sub(rf"\g<1>{least}", sheet.head, count=1)


def _texts(sheet: Sheet) -> Iterator[str]:
    for piece in _pieces(sheet):
        if isinstance(piece, ItemPiece) and piece.item:
            yield from (*texts_of(piece.item), piece.note.explanation)
        elif isinstance(piece, GoalPiece) and piece.goal:
            yield piece.goal.text


def _pieces(sheet: Sheet) -> Iterator[Piece]:
    yield from sheet.goals
    for section in sheet.sections:
        yield section
        for activity in section.activities:
            yield activity
            yield from activity.items


def _same(was: Piece, now: Piece) -> bool:
    """Whether what was read is what was meant."""
    match was, now:
        case GoalPiece(), GoalPiece():
            return was.goal == now.goal
        case ItemPiece(), ItemPiece():
            return (was.item, was.note) == (now.item, now.note)
        case ActivityPiece(), ActivityPiece():
            return (was.kind, was.title) == (now.kind, now.title)
        case SectionPiece(), SectionPiece():
            return (was.title, was.reading, was.prose) == (now.title, now.reading, now.prose)
    return False


def _write_anew(sheet: Sheet, strange: set[int]) -> None:
    set_summary(sheet, sheet.summary)
    for goal in sheet.goals:
        if goal.goal and id(goal) in strange:
            set_goal(sheet, goal, goal.goal)
    for section in sheet.sections:
        if id(section) in strange:
            set_section_title(sheet, section, section.title)
            set_prose(sheet, section, section.prose)
        for activity in section.activities:
            if activity.kind and id(activity) in strange:
                set_title(sheet, activity, activity.title)
            for number, piece in enumerate(activity.items, 1):
                if activity.kind and piece.item and id(piece) in strange:
                    set_item(sheet, activity.kind, piece, piece.item, number=number)
