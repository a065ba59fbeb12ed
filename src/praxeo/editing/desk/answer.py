"""What the desk shows of a spec."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from praxeo.domain.spec import ActivityKind
from praxeo.editing.desk.fields import Fields, Support


@dataclass(frozen=True, kw_only=True)
class DeskFault:
    """What keeps something out of the app; `line` counts from 1. By `code` ("": none) and `details`, which the
    message names, it can be said in another language."""

    line: int
    message: str
    code: str = ""
    details: dict[str, str | int] = field(default_factory=dict, hash=False, compare=False)


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """What a place of the source says: its words, how the place is called, and its block."""

    text: str
    label: str
    block: str


@dataclass(frozen=True, kw_only=True)
class DeskGoal:
    """A goal. Its `key` is made of its words."""

    key: str
    text: str
    evidence: tuple[str, ...]
    support: Support
    line: int
    faults: tuple[DeskFault, ...]


@dataclass(frozen=True, kw_only=True)
class DeskItem:
    """An exercise as a learner meets it; of kinds whose items are one exercise together, all of them.

    `key` is its id in the app, or begins with "x" for one that is left out because of its `faults`; such a
    one has no `fields` if its lines cannot be read. `text` is how it is written. `explanation` is told after the
    answer, `picture` the block of the figure that is shown with it, `picture_alt` what it shows where
    the source says it otherwise. `activity` is the same
    for items that stand under one title. `lines` are its first and last in the text.
    """

    key: str
    kind: ActivityKind
    title: str
    activity: str
    fields: Fields
    explanation: str
    picture: str
    picture_alt: str
    evidence: tuple[str, ...]
    support: Support
    lines: tuple[int, int]
    text: str
    faults: tuple[DeskFault, ...]


@dataclass(frozen=True, kw_only=True)
class DeskPart:
    """A section of the spec: blocks of the source to read, own words, and items; `faults` are those of its
    heading and of what it reads."""

    key: str
    title: str
    reading: tuple[str, ...]
    prose: str
    line: int
    items: tuple[DeskItem, ...]
    faults: tuple[DeskFault, ...]


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A version of a spec as parts and items. `evidence` quotes each place that is named in it."""

    spec_id: str
    example_id: str
    number: int
    title: str
    language: str
    source: str
    summary: str
    goals: tuple[DeskGoal, ...]
    parts: tuple[DeskPart, ...]
    evidence: dict[str, Quotation]
    faults: tuple[DeskFault, ...]


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """An item that can be added as it is, to the part in which its source is read. `rule` says what found it."""

    part: str
    kind: ActivityKind
    fields: Fields
    evidence: tuple[str, ...]
    rule: str


@dataclass(frozen=True, kw_only=True)
class Distractor:
    """A wrong option for an item: a term of the source, and where it is explained."""

    text: str
    meaning: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CandidateList:
    """What may be added. `state` tells whether it has been looked for, and in the present source.

    For an item: `distractors` that fit it, and candidates like it alone.
    """

    state: Literal["none", "outdated", "found"]
    candidates: tuple[Candidate, ...] = ()
    distractors: tuple[Distractor, ...] = ()
    evidence: dict[str, Quotation]
