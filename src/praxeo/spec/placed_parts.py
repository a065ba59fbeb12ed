"""A spec with the lines on which its parts stand and what is wrong with each: a faulty item harms no other.

Lines count from 0 here; `first` is the first line of a part that is not blank, `end` the one after its last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from praxeo.domain.spec import (
    NO_NOTE,
    WHOLE_KINDS,
    Activity,
    ActivityKind,
    Goal,
    Item,
    ItemNote,
    Section,
    SpecDocument,
)
from praxeo.spec.faults import Fault
from praxeo.spec.forms import FORMS
from praxeo.spec.rules import activity_faults


@dataclass(kw_only=True, slots=True)
class PlacedGoal:
    """A goal; None for lines that could not be read."""

    first: int
    end: int
    goal: Goal | None
    faults: list[Fault] = field(default_factory=list)


@dataclass(kw_only=True, slots=True)
class PlacedItem:
    """An item; None for lines that could not be read."""

    first: int
    end: int
    item: Item | None
    note: ItemNote = NO_NOTE
    faults: list[Fault] = field(default_factory=list)


@dataclass(kw_only=True, slots=True)
class PlacedActivity:
    """An activity; without a kind it is a heading that nothing begins with, and what stands under it."""

    first: int
    end: int
    kind: ActivityKind | None
    title: str = ""
    items: list[PlacedItem] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def sound(self) -> Activity | None:
        """What of it can be practised, None if nothing can."""
        if self.kind is None:
            return None
        sound = [each for each in self.items if each.item and not each.faults]
        items = tuple(each.item for each in sound if each.item)
        notes = tuple(each.note for each in sound)
        title = self.title or FORMS[self.kind].heading
        made = Activity(
            kind=self.kind, title=title, items=items, notes=notes if any_notes(notes) else ()
        )
        whole = self.kind in WHOLE_KINDS and len(items) < len(self.items)
        return None if whole or any(activity_faults(made)) else made


@dataclass(kw_only=True, slots=True)
class PlacedSection:
    """A section; `reading_end` and `prose_end` are where these end, its heading's line if there are none."""

    first: int
    title: str
    reading: tuple[str, ...] = ()
    reading_end: int
    prose: str = ""
    prose_end: int
    activities: list[PlacedActivity] = field(default_factory=list)


@dataclass(kw_only=True, slots=True)
class PlacedSpec:
    """All that a text says. `blocking` are the faults that leave nothing to be made of it, `faults` all of them.

    `format` is what the head
    says. `goals_at` is the line of the heading of the goals, None without one; `strays` are headings that nothing
    begins with where no section is open.
    """

    head: SpecDocument
    format: str
    head_end: int
    summary_end: int
    goals_at: int | None
    goals: list[PlacedGoal]
    sections: list[PlacedSection]
    strays: list[PlacedActivity]
    blocking: list[Fault]
    faults: list[Fault]

    def copy(self) -> PlacedSpec:
        """The same, to which more faults can be noted."""
        return replace(
            self,
            goals=[replace(each, faults=list(each.faults)) for each in self.goals],
            sections=[
                replace(each, activities=[_copied(activity) for activity in each.activities])
                for each in self.sections
            ],
            strays=[_copied(each) for each in self.strays],
            blocking=list(self.blocking),
            faults=list(self.faults),
        )

    def document(self) -> SpecDocument:
        """The spec of all that is sound."""
        goals = (each.goal for each in self.goals if not each.faults)
        return replace(
            self.head,
            goals=tuple(goal for goal in goals if goal),
            sections=tuple(_section(each, at) for at, each in enumerate(self.sections, 1)),
        )


def _copied(activity: PlacedActivity) -> PlacedActivity:
    items = [replace(each, faults=list(each.faults)) for each in activity.items]
    return replace(activity, items=items, faults=list(activity.faults))


def any_notes(notes: Sequence[ItemNote]) -> bool:
    """Whether anything goes with any of the items."""
    return any(note != NO_NOTE for note in notes)


def _section(placed: PlacedSection, number: int) -> Section:
    return Section(
        id=f"s{number}",
        title=placed.title or str(number),
        reading=placed.reading,
        prose=placed.prose,
        activities=tuple(_sound(placed)),
    )


def _sound(placed: PlacedSection) -> Iterator[Activity]:
    for each in placed.activities:
        if made := each.sound():
            yield made
