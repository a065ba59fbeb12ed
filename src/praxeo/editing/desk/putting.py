"""Where items stand: beside others of their kind they share an activity, elsewhere one is opened for them."""

from __future__ import annotations

from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import WHOLE_KINDS, ActivityKind
from praxeo.editing.desk.bench import Bench
from praxeo.editing.desk.opened import Exercise, exercises
from praxeo.editing.desk.writing import lead_of, new_activity, write_items
from praxeo.spec.sheet import ActivityPiece, ItemPiece, SectionPiece

Placed = tuple[ActivityPiece, Exercise]


def place_of(bench: Bench, section: SectionPiece, before: str | None) -> Placed | None:
    """What a new place in the section is before; None for the last place."""
    if before is None:
        return None
    there, activity, exercise = bench.item(before, "before")
    if there is not section:
        raise OperationRefused(
            "operation_key_unknown",
            f"“{before}” stands in another part; name one of this part.",
            field="before",
        )
    return activity, exercise


def put(
    bench: Bench,
    section: SectionPiece,
    kind: ActivityKind,
    exercise: Exercise,
    before: Placed | None,
    title: str | None = None,
) -> None:
    """Put an item, or a whole exercise, into the section."""
    if isinstance(exercise, ActivityPiece):
        section.activities.insert(_opened(bench, section, before), exercise)
        return
    listed = exercises(section)
    at = listed.index(before) if before else len(listed)
    previous = listed[at - 1] if at else None
    if before and before[0].kind == kind:
        activity, place = before[0], _place(before)
    elif previous and previous[0].kind == kind:
        activity, place = previous[0], _place(previous) + 1
    else:
        activity, place = new_activity(bench.sheet, kind, title, []), 0
        section.activities.insert(_opened(bench, section, before), activity)
    activity.items.insert(place, exercise)


def take_out(bench: Bench, section: SectionPiece, activity: ActivityPiece, taken: Exercise) -> None:
    """Take an item out of its section; an activity left empty goes with it."""
    if isinstance(taken, ItemPiece):
        activity.items.remove(taken)
        if activity.items:
            return
    at = section.activities.index(activity)
    del section.activities[at]
    if 0 < at < len(section.activities):
        _join(section, section.activities[at - 1], section.activities[at])


def _join(section: SectionPiece, first: ActivityPiece, second: ActivityPiece) -> None:
    """Make one of two neighbours that stand under the same heading: something stood between them."""
    same = first.heading.strip() == second.heading.strip()
    if same and first.kind and first.kind not in WHOLE_KINDS:
        first.items += second.items
        section.activities.remove(second)


def _opened(bench: Bench, section: SectionPiece, before: Placed | None) -> int:
    """Where an activity goes that is to stand before this; one that it would stand amidst becomes two."""
    if before is None:
        return len(section.activities)
    activity, exercise = before
    at = section.activities.index(activity)
    if isinstance(exercise, ActivityPiece) or activity.items[0] is exercise:
        return at
    place = activity.items.index(exercise)
    heading = activity.heading[len(lead_of(activity.heading)) :]
    second = ActivityPiece(
        heading=bench.sheet.newline + heading,
        kind=activity.kind,
        title=activity.title,
        items=activity.items[place:],
    )
    del activity.items[place:]
    section.activities.insert(at + 1, second)
    return at + 1


def _place(placed: Placed) -> int:
    activity, exercise = placed
    return activity.items.index(exercise) if isinstance(exercise, ItemPiece) else 0


def fresh(bench: Bench, activity: ActivityPiece, exercise: Exercise) -> Exercise:
    """A copy of an exercise, to stand beside it."""
    if isinstance(exercise, ItemPiece):
        return ItemPiece(
            raw=exercise.raw[len(lead_of(exercise.raw)) :],
            item=exercise.item,
            note=exercise.note,
            faults=list(exercise.faults),
        )
    copy = ActivityPiece(
        heading=exercise.heading,
        kind=exercise.kind,
        title=exercise.title,
        items=[
            ItemPiece(raw=each.raw, item=each.item, note=each.note, faults=list(each.faults))
            for each in exercise.items
        ],
        faults=list(exercise.faults),
    )
    write_items(bench.sheet, copy)
    return copy
