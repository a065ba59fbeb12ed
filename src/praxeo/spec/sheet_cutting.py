"""Cuts a spec text into the pieces of a sheet."""

from __future__ import annotations

import re

from praxeo.spec.placed_parts import PlacedActivity, PlacedSection, PlacedSpec
from praxeo.spec.sheet import ActivityPiece, GoalPiece, ItemPiece, SectionPiece, Sheet

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def cut(text: str, placed: PlacedSpec) -> Sheet:
    """The sheet of a spec text that says this; pieces share the lists of their faults with it."""
    return _Cutter(text).sheet(placed)


class _Cutter:
    """Takes the lines one after the other; the blank ones before a piece belong to it."""

    def __init__(self, text: str) -> None:
        self.lines, self.at = _LINES.findall(text), 0

    def sheet(self, placed: PlacedSpec) -> Sheet:
        head, words = self._to(placed.head_end), self._to(placed.summary_end)
        goals_at = placed.goals_at
        ends = [stray.end for stray in placed.strays]
        before = self._to(
            max((end for end in ends if goals_at is not None and end <= goals_at), default=0)
        )
        goals_heading = "" if goals_at is None else self._to(goals_at + 1)
        goals = [
            GoalPiece(raw=self._to(each.end), goal=each.goal, faults=each.faults, first=each.first)
            for each in placed.goals
        ]
        after = self._to(max(ends, default=0))
        return Sheet(
            head=head,
            sourced=bool(placed.head.source),
            language=placed.head.language,
            words=words,
            summary=placed.head.summary,
            goals_heading=goals_heading,
            goals=goals,
            sections=[self._section(each) for each in placed.sections],
            strays=(before, after),
            rest=self._to(len(self.lines)),
        )

    def _section(self, placed: PlacedSection) -> SectionPiece:
        return SectionPiece(
            heading=self._to(placed.first + 1),
            title=placed.title,
            reads=self._to(placed.reading_end),
            reading=placed.reading,
            words=self._to(placed.prose_end),
            prose=placed.prose,
            activities=[self._activity(each) for each in placed.activities],
            first=placed.first,
            reading_end=placed.reading_end,
        )

    def _activity(self, placed: PlacedActivity) -> ActivityPiece:
        return ActivityPiece(
            heading=self._to(placed.first + 1 if placed.kind else placed.end),
            kind=placed.kind,
            title=placed.title,
            items=[
                ItemPiece(
                    raw=self._to(each.end),
                    item=each.item,
                    note=each.note,
                    faults=each.faults,
                    first=each.first,
                    end=each.end,
                )
                for each in placed.items
            ],
            faults=placed.faults,
            first=placed.first,
        )

    def _to(self, end: int) -> str:
        taken = self.lines[self.at : end]
        self.at = max(self.at, end)
        return "".join(taken)
