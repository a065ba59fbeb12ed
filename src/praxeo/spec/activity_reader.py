"""Reads the activities of a spec text, item by item, so that one that cannot be read harms no other."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.domain.spec import Activity
from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.forms import KIND_OF_HEADING
from praxeo.spec.headings import unknown_heading
from praxeo.spec.item_notes import read_note
from praxeo.spec.items import read_item
from praxeo.spec.lines import Lines
from praxeo.spec.marks import holds_formula, read_marks
from praxeo.spec.placed_parts import PlacedActivity, PlacedItem
from praxeo.spec.rules import activity_faults, line_faults

MAXIMUM_FAULTS = 500  # told at once; whoever mends these will see the others next
NO_FORMULA = "A title is plain text; write a formula in it with plain signs, such as E = mc²."


@dataclass
class ActivityReader:
    """Goes through the lines; each fault is noted with all others and with the part whose it is."""

    lines: Lines
    faults: list[Fault] = field(default_factory=list)
    blocking: list[Fault] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)

    def fault(self, line: int, message: str, of: list[Fault] | None = None) -> None:
        """Note a fault, and with the part if it blocks just that one."""
        if len(self.faults) < MAXIMUM_FAULTS:
            self.faults.append(Fault(line, message))
        if of is not None:
            of.append(Fault(line, message))

    def block(self, line: int, message: str) -> None:
        """Note a fault that leaves nothing to be made of the spec."""
        self.fault(line, message, self.blocking)

    def refuse(self, refused: SpecInvalid, of: list[Fault]) -> None:
        """Note why the lines of a part cannot be read."""
        for fault in refused.faults:
            self.fault(fault.line, fault.message, of)

    def title(self, raw: str, number: int) -> str:
        """The words after a heading's colon."""
        title = read_marks(raw).strip().plain
        for message in line_faults(title, needed=True):
            self.fault(number, message)
        if self.lines.atoms and holds_formula(raw):
            self.fault(number, NO_FORMULA)
        return title

    def activity(self, heading: str) -> PlacedActivity:
        """The next activity, whose heading this is."""
        name, _, raw = heading.removeprefix("###").partition(":")
        kind = KIND_OF_HEADING.get(" ".join(name.split()).casefold())
        if kind is None:
            return self.unknown(heading)
        first = self.lines.at
        self.lines.at += 1
        placed = PlacedActivity(first=first, end=first + 1, kind=kind)
        placed.title = self.title(raw, first + 1)
        while self.lines.peek_item_line() is not None:
            placed.items.append(self._item(placed))
            placed.end = placed.items[-1].end
        self._judge(placed)
        return placed

    def unknown(self, heading: str) -> PlacedActivity:
        """A heading that begins nothing, with what stands under it."""
        first = self.lines.at
        placed = PlacedActivity(first=first, end=first, kind=None)
        self.fault(first + 1, unknown_heading(heading), placed.faults)
        self.lines.at += 1
        self.lines.take_prose()
        placed.end = self.lines.end_of(first)
        return placed

    def _item(self, activity: PlacedActivity) -> PlacedItem:
        assert activity.kind
        first = self.lines.at
        placed = PlacedItem(first=first, end=first, item=None)
        try:
            placed.item = read_item(
                activity.kind, self.lines, sourced=bool(self.head.get("source"))
            )
            placed.note = read_note(self.lines)
        except SpecInvalid as refused:
            self.refuse(refused, placed.faults)
            placed.item = None
            self.lines.skip_indented(first)
        placed.end = self.lines.end_of(first)
        return placed

    def _judge(self, placed: PlacedActivity) -> None:
        assert placed.kind
        read = [each for each in placed.items if each.item]
        items = tuple(each.item for each in read if each.item)
        for place, message in activity_faults(
            Activity(kind=placed.kind, title=placed.title, items=items)
        ):
            if place is not None:
                self.fault(read[place].first + 1, message, read[place].faults)
            elif len(read) == len(placed.items):  # else what cannot be read may be what is missing
                self.fault(placed.first + 1, message, placed.faults)
