"""The operations on parts, goals and own words."""

from __future__ import annotations

from typing import TypeVar

from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import Evidence, Goal
from praxeo.editing.desk.bench import Bench, one_line, words
from praxeo.editing.desk.operations import (
    AddGoal,
    AddPart,
    ChangeGoal,
    ChangeProse,
    ChangeReading,
    DropGoal,
    DropPart,
    MoveGoal,
    MovePart,
    RenamePart,
)
from praxeo.editing.desk.writing import (
    set_goal,
    set_prose,
    set_reading,
    set_section_title,
    set_summary,
)
from praxeo.spec.sheet import GoalPiece, SectionPiece

P = TypeVar("P", GoalPiece, SectionPiece)


def add_part(bench: Bench, op: AddPart) -> None:
    """Write a new part at its place."""
    before = None if op.before is None else bench.part(op.before, "before")
    section = SectionPiece(heading="", title="")
    set_section_title(bench.sheet, section, one_line(op.title, "title"))
    set_reading(bench.sheet, section, _reading(bench, op.reading))
    set_prose(bench.sheet, section, words(op.prose))
    _put(bench.sheet.sections, section, before)
    bench.call(op.name, section)


def rename_part(bench: Bench, op: RenamePart) -> None:
    """Write the part's heading anew."""
    set_section_title(bench.sheet, bench.part(op.part), one_line(op.title, "title"))


def move_part(bench: Bench, op: MovePart) -> None:
    """Take the part to its new place."""
    section = bench.part(op.part)
    before = None if op.before is None else bench.part(op.before, "before")
    if before is not section:
        bench.sheet.sections.remove(section)
        _put(bench.sheet.sections, section, before)


def drop_part(bench: Bench, op: DropPart) -> None:
    """Take the part out, with all that is in it."""
    section = bench.part(op.part)
    if len(bench.sheet.sections) == 1:
        raise OperationRefused(
            "last_part",
            "An app has at least one part; add another before you drop this.",
            field="part",
        )
    bench.sheet.sections.remove(section)


def change_prose(bench: Bench, op: ChangeProse) -> None:
    """Write the own words of a part anew, or the summary."""
    if op.part is None:
        set_summary(bench.sheet, words(op.prose))
    else:
        set_prose(bench.sheet, bench.part(op.part), words(op.prose))


def change_reading(bench: Bench, op: ChangeReading) -> None:
    """Say anew which blocks a part shows."""
    set_reading(bench.sheet, bench.part(op.part), _reading(bench, op.reading))


def add_goal(bench: Bench, op: AddGoal) -> None:
    """Write a new goal at its place, under a heading if it is the first."""
    before = None if op.before is None else bench.goal(op.before, "before")
    goal = Goal(text=words(op.text), evidence=bench.evidence(op.evidence))
    sheet = bench.sheet
    sheet.goals_heading = sheet.goals_heading or sheet.newline + sheet.lines("## Goals")
    piece = GoalPiece(raw="", goal=goal)
    set_goal(sheet, piece, goal)
    _put(sheet.goals, piece, before)
    bench.call(op.name, piece)


def change_goal(bench: Bench, op: ChangeGoal) -> None:
    """Say the goal in other words; it comes from where it came from."""
    piece = bench.goal(op.goal)
    evidence: Evidence = piece.goal.evidence if piece.goal else ()
    set_goal(bench.sheet, piece, Goal(text=words(op.text), evidence=evidence))


def set_goal_evidence(bench: Bench, key: str, evidence: Evidence) -> None:
    """Have the goal come from other places."""
    piece = bench.goal(key)
    text = piece.goal.text if piece.goal else piece.raw.strip()
    set_goal(bench.sheet, piece, Goal(text=text, evidence=bench.evidence(evidence)))


def move_goal(bench: Bench, op: MoveGoal) -> None:
    """Take the goal to its new place."""
    piece = bench.goal(op.goal)
    before = None if op.before is None else bench.goal(op.before, "before")
    if before is not piece:
        bench.sheet.goals.remove(piece)
        _put(bench.sheet.goals, piece, before)


def drop_goal(bench: Bench, op: DropGoal) -> None:
    """Take the goal out, with the heading if it is the last."""
    bench.sheet.goals.remove(bench.goal(op.goal))
    if not bench.sheet.goals:
        bench.sheet.goals_heading = ""


def _put(pieces: list[P], piece: P, before: P | None) -> None:
    pieces.insert(len(pieces) if before is None else pieces.index(before), piece)


def _reading(bench: Bench, blocks: tuple[str, ...]) -> tuple[str, ...]:
    for block in bench.evidence(blocks, "reading"):
        if "." in block:
            raise OperationRefused(
                "operation_evidence_unknown",
                f"“{block}” is a place within a block; a part shows whole blocks such as b12.",
                field="reading",
            )
    return blocks
