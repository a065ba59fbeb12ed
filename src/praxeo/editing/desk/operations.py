"""The operations on a spec, as they are asked for: all of one request are done, or none.

Items, parts and goals are named by their keys in the spec that was seen, or by the `name` that an earlier
operation gave to what it added. `before` names what the new place is before; left out, it is the last.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.spec import ActivityKind, Evidence
from praxeo.editing.desk.fields import NO_FIELDS, Exact, Fields


@dataclass(frozen=True, kw_only=True)
class AddItem(Exact):
    """Add an item to a part; what its fields leave out is empty. No evidence: it is the editor's own.

    With `text` it is written as that says, such as lines that could not be read when they were dropped.
    """

    op: Literal["add_item"]
    part: str
    kind: ActivityKind
    fields: Fields = NO_FIELDS
    evidence: Evidence = ()
    explanation: str = ""
    picture: str = ""
    picture_alt: str = ""
    text: str | None = None
    title: str | None = None
    before: str | None = None
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeItem(Exact):
    """Change what an item says, its evidence, or the title that it stands under; the rest stays."""

    op: Literal["change_item"]
    item: str
    fields: Fields = NO_FIELDS
    evidence: Evidence | None = None
    explanation: str | None = None
    picture: str | None = None
    picture_alt: str | None = None
    title: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeKind(Exact):
    """Make an item one of another kind, with all that fits; the rows of an exercise become items of their own."""

    op: Literal["change_kind"]
    item: str
    kind: ActivityKind


@dataclass(frozen=True, kw_only=True)
class MoveItem(Exact):
    """Move an item, within its part or to another one."""

    op: Literal["move_item"]
    item: str
    part: str | None = None
    before: str | None = None


@dataclass(frozen=True, kw_only=True)
class DuplicateItem(Exact):
    """Add a copy of an item after it."""

    op: Literal["duplicate_item"]
    item: str
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class DropItem(Exact):
    """Take an item out; it does not come back when the spec is written anew."""

    op: Literal["drop_item"]
    item: str


@dataclass(frozen=True, kw_only=True)
class SetEvidence(Exact):
    """Say where an item (of several rows, one row: from 0) or a goal comes from; nowhere: it is the editor's own."""

    op: Literal["set_evidence"]
    evidence: Evidence
    item: str | None = None
    goal: str | None = None
    row: int | None = None


@dataclass(frozen=True, kw_only=True)
class AddPart(Exact):
    """Add a part."""

    op: Literal["add_part"]
    title: str
    prose: str = ""
    reading: tuple[str, ...] = ()
    before: str | None = None
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class RenamePart(Exact):
    """Give a part another title."""

    op: Literal["rename_part"]
    part: str
    title: str


@dataclass(frozen=True, kw_only=True)
class MovePart(Exact):
    """Move a part with all that is in it."""

    op: Literal["move_part"]
    part: str
    before: str | None = None


@dataclass(frozen=True, kw_only=True)
class DropPart(Exact):
    """Take a part out, with all that is in it."""

    op: Literal["drop_part"]
    part: str


@dataclass(frozen=True, kw_only=True)
class AddGoal(Exact):
    """Add a goal."""

    op: Literal["add_goal"]
    text: str
    evidence: Evidence = ()
    before: str | None = None
    name: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeGoal(Exact):
    """Say a goal in other words."""

    op: Literal["change_goal"]
    goal: str
    text: str


@dataclass(frozen=True, kw_only=True)
class MoveGoal(Exact):
    """Move a goal."""

    op: Literal["move_goal"]
    goal: str
    before: str | None = None


@dataclass(frozen=True, kw_only=True)
class DropGoal(Exact):
    """Take a goal out."""

    op: Literal["drop_goal"]
    goal: str


@dataclass(frozen=True, kw_only=True)
class ChangeProse(Exact):
    """Write the own words of a part anew; without a part, the summary before all of them."""

    op: Literal["change_prose"]
    prose: str
    part: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChangeReading(Exact):
    """Say which blocks of the source a part shows, in this order."""

    op: Literal["change_reading"]
    part: str
    reading: tuple[str, ...]


Operation = (
    AddItem
    | ChangeItem
    | ChangeKind
    | MoveItem
    | DuplicateItem
    | DropItem
    | SetEvidence
    | AddPart
    | RenamePart
    | MovePart
    | DropPart
    | AddGoal
    | ChangeGoal
    | MoveGoal
    | DropGoal
    | ChangeProse
    | ChangeReading
)
