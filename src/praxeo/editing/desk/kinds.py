"""Making an item one of another kind: what both have goes over, so that as little as possible is to be written anew."""

from __future__ import annotations

from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import NO_NOTE, WHOLE_KINDS
from praxeo.editing.desk.bench import Bench
from praxeo.editing.desk.gist import gist_of, item_of
from praxeo.editing.desk.noting import set_note
from praxeo.editing.desk.opened import exercises
from praxeo.editing.desk.operations import ChangeKind
from praxeo.editing.desk.putting import Placed, put, take_out
from praxeo.editing.desk.writing import new_activity, set_item
from praxeo.spec.sheet import ActivityPiece, ItemPiece, SectionPiece


def change_kind(bench: Bench, op: ChangeKind) -> None:
    """Put what the item comes down to into its place as another kind.

    Of an exercise with rows each becomes an item of its own where the new kind has no rows; the name of
    the exercise goes to the first.
    """
    section, activity, exercise = bench.item(op.item)
    if activity.kind == op.kind:
        return
    pieces = exercise.items if isinstance(exercise, ActivityPiece) else [exercise]
    gists = [gist_of(piece.item) for piece in pieces if piece.item]
    if not gists or len(gists) < len(pieces):
        raise OperationRefused(
            "operation_kind_unfit",
            "The lines of this item cannot be read, so that nothing of it fits another kind; write it anew.",
            field="kind",
        )
    items = [item_of(op.kind, gist) for gist in gists]
    note = pieces[0].note
    after = _next(section, exercise)
    take_out(bench, section, activity, exercise)
    before = _found(section, after)
    if op.kind in WHOLE_KINDS:
        made = new_activity(bench.sheet, op.kind, None, items)
        set_note(bench, op.kind, made, note.explanation, note.picture, note.picture_alt)
        put(bench, section, op.kind, made, before)
        bench.replace(exercise, made)
        return
    for number, item in enumerate(items):
        piece = ItemPiece(raw="", item=item, note=NO_NOTE if number else note)
        set_item(bench.sheet, op.kind, piece, item)
        put(bench, section, op.kind, piece, _found(section, after))
        if not number:
            bench.replace(exercise, piece)


def _next(section: SectionPiece, exercise: ActivityPiece | ItemPiece) -> object:
    """What stands after an exercise."""
    listed = [each for _, each in exercises(section)]
    at = listed.index(exercise) + 1
    return listed[at] if at < len(listed) else None


def _found(section: SectionPiece, exercise: object) -> Placed | None:
    return next((placed for placed in exercises(section) if placed[1] is exercise), None)
