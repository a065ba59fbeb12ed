"""What goes with an item: its explanation and its figure. An exercise of rows has them at its first row."""

from __future__ import annotations

from dataclasses import replace

from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import ActivityKind, ItemNote
from praxeo.editing.desk.bench import Bench, words
from praxeo.editing.desk.opened import Exercise
from praxeo.editing.desk.writing import set_item
from praxeo.spec.item_notes import alt_words
from praxeo.spec.marks import is_reference
from praxeo.spec.sheet import ActivityPiece


def set_note(
    bench: Bench,
    kind: ActivityKind,
    exercise: Exercise,
    explanation: str | None,
    picture: str | None,
    picture_alt: str | None,
) -> None:
    """Have these go with the item; None leaves what there is, "" takes it away.

    Raises OperationRefused for a figure that the source does not have, or an item that cannot be read.
    """
    pieces = exercise.items if isinstance(exercise, ActivityPiece) else [exercise]
    note = pieces[0].note if pieces else None
    if note is None:
        return
    told = _told(bench, note, explanation, picture, picture_alt)
    if told == note:
        return
    item = pieces[0].item
    if item is None:
        raise OperationRefused(
            "operation_kind_unfit",
            "The lines of this item cannot be read; write it anew or drop it.",
        )
    pieces[0].note = told
    set_item(bench.sheet, kind, pieces[0], item)


def _told(
    bench: Bench,
    note: ItemNote,
    explanation: str | None,
    picture: str | None,
    picture_alt: str | None,
) -> ItemNote:
    if explanation is not None:
        note = replace(note, explanation=words(explanation).strip(" \t\n"))
    if picture is not None:
        other = picture != note.picture  # the words were for the figure before
        note = replace(note, picture=_figure(bench, picture))
        note = replace(note, picture_alt="") if other else note
    if picture_alt is not None and note.picture:
        note = replace(note, picture_alt=alt_words(picture_alt))
    return note


def _figure(bench: Bench, block: str) -> str:
    found = bench.source.blocks.get(block)
    known = found is not None and found.picture is not None
    if block and not (
        is_reference(block) and "." not in block and (known or not bench.source.blocks)
    ):
        raise OperationRefused(
            "operation_evidence_unknown",
            f"The source has no figure “{block[:60]}”; choose one that it has.",
            field="picture",
        )
    return block
