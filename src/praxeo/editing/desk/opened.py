"""A spec text laid open for the desk: its pieces, what each is called, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.compile.ids import Identifier
from praxeo.compile.soundness import note_missing_places
from praxeo.compile.sources import Source
from praxeo.domain.errors import Refused
from praxeo.domain.spec import WHOLE_KINDS
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.placed_parts import PlacedActivity, PlacedSpec
from praxeo.spec.sheet import ActivityPiece, GoalPiece, ItemPiece, SectionPiece, Sheet
from praxeo.spec.sheet_cutting import cut
from praxeo.spec.text import read_spec

Piece = GoalPiece | SectionPiece | ActivityPiece | ItemPiece
Exercise = (
    ActivityPiece | ItemPiece
)  # what a learner meets as one: all of a whole kind, else an item


@dataclass(kw_only=True)
class OpenSpec:
    """`key_of` says by identity how each piece is called."""

    placed: PlacedSpec
    sheet: Sheet
    key_of: dict[int, str] = field(default_factory=dict)

    def key(self, piece: Piece) -> str:
        """What the piece is called."""
        return self.key_of[id(piece)]


def open_spec(text: str, source: Source) -> OpenSpec:
    """The spec of this text, held against its source (one without blocks is not there to be asked).

    SpecInvalid where nothing can be made of the text, Refused("spec_has_no_desk") for a bespoke spec.
    """
    placed = read_spec(text)
    if placed.head.bespoke:
        raise Refused(
            "spec_has_no_desk",
            "This spec describes an app that is written as a whole; edit it as text.",
        )
    if placed.blocking:
        raise SpecInvalid(tuple(placed.blocking))
    if source.blocks:
        note_missing_places(placed, source)
    opened = OpenSpec(placed=placed, sheet=cut(text, placed))
    _name(opened)
    return opened


def exercises(section: SectionPiece) -> list[tuple[ActivityPiece, Exercise]]:
    """What a learner meets in a section, one after the other, each with its activity."""
    found: list[tuple[ActivityPiece, Exercise]] = []
    for activity in section.activities:
        if activity.kind in WHOLE_KINDS:
            found.append((activity, activity))
        elif activity.kind:
            found += [(activity, item) for item in activity.items]
    return found


def _name(opened: OpenSpec) -> None:
    """Give every piece its key: to exercises the ids that they have in the app."""
    sheet, placed, names = opened.sheet, opened.placed, Identifier()
    for goal in sheet.goals:
        words = goal.goal.text if goal.goal else goal.raw
        opened.key_of[id(goal)] = names.of_words("g", (words,))
    for section, was in zip(sheet.sections, placed.sections, strict=True):
        opened.key_of[id(section)] = names.of_words("p", (section.title,))
        for activity, placed_one in zip(section.activities, was.activities, strict=True):
            _name_activity(opened, names, activity, placed_one)


def _name_activity(
    opened: OpenSpec, names: Identifier, activity: ActivityPiece, placed: PlacedActivity
) -> None:
    sound = placed.sound()
    raw = "".join(activity.pieces())
    opened.key_of[id(activity)] = names.of_activity(sound) if sound else names.of_words("x", (raw,))
    for item in activity.items:
        shown = sound and item.item and not item.faults
        opened.key_of[id(item)] = (
            names.of_item(sound, item.item)
            if shown and sound and item.item
            else names.of_words("x", (item.raw,))
        )
