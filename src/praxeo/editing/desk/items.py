"""The operations on items."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import NO_NOTE, WHOLE_KINDS, Evidence, Item
from praxeo.editing.desk.bench import Bench, one_line
from praxeo.editing.desk.fields import given, made_item, said_by
from praxeo.editing.desk.given_fields import rows_of, told_in
from praxeo.editing.desk.noting import set_note
from praxeo.editing.desk.opened import Exercise
from praxeo.editing.desk.operations import (
    AddItem,
    ChangeItem,
    DropItem,
    DuplicateItem,
    MoveItem,
    SetEvidence,
)
from praxeo.editing.desk.putting import fresh, place_of, put, take_out
from praxeo.editing.desk.writing import new_activity, set_item, set_title, write_items
from praxeo.editing.desk.written import written
from praxeo.spec.forms import FORMS
from praxeo.spec.sheet import ActivityPiece, ItemPiece


def add_item(bench: Bench, op: AddItem) -> None:
    """Write a new item at its place."""
    section = bench.part(op.part)
    before = place_of(bench, section, op.before)
    evidence = bench.evidence(op.evidence)
    title = None if op.title is None else one_line(op.title, "title")
    exercise: Exercise
    if op.text is not None:
        exercise = written(bench, op.kind, op.text)
    elif op.kind in WHOLE_KINDS:
        rows = rows_of(bench, op.kind, op.fields, evidence)
        exercise = new_activity(bench.sheet, op.kind, title, rows)
    else:
        item = made_item(op.kind, told_in(op.kind, op.fields), evidence)
        exercise = ItemPiece(raw="", item=item)
        set_item(bench.sheet, op.kind, exercise, item)
    set_note(bench, op.kind, exercise, op.explanation, op.picture, op.picture_alt)
    put(bench, section, op.kind, exercise, before, title)
    bench.call(op.name, exercise)


def change_item(bench: Bench, op: ChangeItem) -> None:
    """Change what is given, and leave the rest."""
    _, activity, exercise = bench.item(op.item)
    assert activity.kind
    kind = activity.kind
    evidence = None if op.evidence is None else bench.evidence(op.evidence)
    if isinstance(exercise, ActivityPiece):
        if op.fields.rows is not None or given(op.fields):
            _set_rows(bench, exercise, rows_of(bench, kind, op.fields, evidence or ()))
        elif evidence is not None:
            _set_rows(bench, exercise, _with_evidence(exercise, evidence, None))
    elif given(op.fields) or evidence is not None:
        was = said_by(kind, exercise.item) if exercise.item else {}
        before = exercise.item.evidence if exercise.item else ()
        item = made_item(
            kind,
            {**was, **told_in(kind, op.fields)},
            before if evidence is None else evidence,
        )
        set_item(bench.sheet, kind, exercise, item)
    set_note(bench, kind, exercise, op.explanation, op.picture, op.picture_alt)
    if op.title is not None:
        set_title(bench.sheet, activity, one_line(op.title, "title"))


def move_item(bench: Bench, op: MoveItem) -> None:
    """Take the item to its new place; where it is told to stand before itself, it stays."""
    section, activity, exercise = bench.item(op.item)
    assert activity.kind
    there = section if op.part is None else bench.part(op.part)
    if op.before is not None and bench.named.get(op.before) is exercise:
        return
    place_of(bench, there, op.before)  # refused before anything is moved
    take_out(bench, section, activity, exercise)
    put(bench, there, activity.kind, exercise, place_of(bench, there, op.before), activity.title)


def duplicate_item(bench: Bench, op: DuplicateItem) -> None:
    """Put a copy after the item."""
    section, activity, exercise = bench.item(op.item)
    assert activity.kind
    copy = fresh(bench, activity, exercise)
    if isinstance(exercise, ItemPiece) and isinstance(copy, ItemPiece):
        activity.items.insert(activity.items.index(exercise) + 1, copy)
    elif isinstance(copy, ActivityPiece):
        section.activities.insert(section.activities.index(activity) + 1, copy)
    bench.call(op.name, copy)


def drop_item(bench: Bench, op: DropItem) -> None:
    """Take the item out."""
    take_out(bench, *bench.item(op.item))


def set_evidence(bench: Bench, op: SetEvidence, item: str) -> None:
    """Have an item, or one row of it, come from other places."""
    _, activity, exercise = bench.item(item)
    evidence = bench.evidence(op.evidence)
    if isinstance(exercise, ActivityPiece):
        _set_rows(bench, exercise, _with_evidence(exercise, evidence, op.row))
        return
    if exercise.item is None:
        raise _unreadable()
    assert activity.kind
    set_item(bench.sheet, activity.kind, exercise, replace(exercise.item, evidence=evidence))


def _set_rows(bench: Bench, activity: ActivityPiece, items: list[Item]) -> None:
    """Have the exercise have these rows; those that are as before keep their lines."""
    assert activity.kind
    note = activity.items[0].note if activity.items else NO_NOTE
    kept: dict[Item, ItemPiece | None] = {
        p.item: p for p in activity.items if p.item and p.note == NO_NOTE
    }
    activity.items = [kept.pop(item, None) or ItemPiece(raw="", item=item) for item in items]
    if activity.items and note != NO_NOTE:
        activity.items[0] = ItemPiece(raw="", item=items[0], note=note)
    activity.faults = []
    if FORMS[activity.kind].numbered:
        write_items(bench.sheet, activity)
        return
    for piece in activity.items:
        if not piece.raw and piece.item:
            set_item(bench.sheet, activity.kind, piece, piece.item)


def _with_evidence(activity: ActivityPiece, evidence: Evidence, row: int | None) -> list[Item]:
    items = [piece.item for piece in activity.items if piece.item]
    if len(items) < len(activity.items):
        raise _unreadable()
    if row is not None and not 0 <= row < len(items):
        raise OperationRefused(
            "operation_key_unknown",
            f"The exercise has no row {row}; rows count from 0.",
            field="row",
        )
    return [
        replace(item, evidence=evidence) if row in (None, number) else item
        for number, item in enumerate(items)
    ]


def _unreadable() -> OperationRefused:
    return OperationRefused(
        "operation_kind_unfit", "The lines of this item cannot be read; write it anew or drop it."
    )
