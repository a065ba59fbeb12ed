"""A spec text in pieces that can be moved, changed and put together again: what is not touched stays as it
was written, character for character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.domain.spec import NO_NOTE, ActivityKind, Goal, Item, ItemNote
from praxeo.spec.faults import Fault

_END_OF_LINE = re.compile(r"\r\n|\r|\n")


@dataclass(kw_only=True, eq=False)
class GoalPiece:
    """A goal with its line; None where that cannot be read."""

    raw: str
    goal: Goal | None
    faults: list[Fault] = field(default_factory=list)
    first: int = 0

    def pieces(self) -> Iterator[str]:
        yield self.raw


@dataclass(kw_only=True, eq=False)
class ItemPiece:
    """An item with its lines (blank ones before it are its own); None where they cannot be read."""

    raw: str
    item: Item | None
    note: ItemNote = NO_NOTE
    faults: list[Fault] = field(default_factory=list)
    first: int = 0
    end: int = 0

    def pieces(self) -> Iterator[str]:
        yield self.raw


@dataclass(kw_only=True, eq=False)
class ActivityPiece:
    """An activity: its heading's line and its items. Without a kind it is a heading that begins nothing."""

    heading: str
    kind: ActivityKind | None
    title: str
    items: list[ItemPiece] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    first: int = 0

    def pieces(self) -> Iterator[str]:
        yield self.heading
        for item in self.items:
            yield item.raw


@dataclass(kw_only=True, eq=False)
class SectionPiece:
    """A section: the lines of its heading, of what is read and of its prose, and its activities."""

    heading: str
    title: str
    reads: str = ""
    reading: tuple[str, ...] = ()
    words: str = ""
    prose: str = ""
    activities: list[ActivityPiece] = field(default_factory=list)
    first: int = 0
    reading_end: int = 0

    def pieces(self) -> Iterator[str]:
        yield from (self.heading, self.reads, self.words)
        for activity in self.activities:
            yield from activity.pieces()


@dataclass(kw_only=True, eq=False)
class Sheet:
    """The whole text. `strays` are headings that begin nothing, before and after the goals."""

    head: str
    sourced: bool
    language: str
    words: str
    summary: str
    goals_heading: str
    goals: list[GoalPiece]
    sections: list[SectionPiece]
    strays: tuple[str, str]
    rest: str

    def text(self) -> str:
        """All pieces one after the other, each on lines of its own."""
        newline = self.newline
        made: list[str] = []
        for piece in filter(None, self._pieces()):
            if made and made[-1][-1] not in "\r\n":
                made.append(newline)
            made.append(piece)
        return "".join(made)

    @property
    def newline(self) -> str:
        """How the lines of this text end."""
        found = _END_OF_LINE.search(self.head)
        return found[0] if found else "\n"

    def lines(self, text: str) -> str:
        """Lines of "\\n" as this text ends its own, the last one too."""
        return f"{text}\n".replace("\n", self.newline)

    def _pieces(self) -> Iterator[str]:
        yield from (self.head, self.words, self.strays[0], self.goals_heading)
        for goal in self.goals:
            yield goal.raw
        yield self.strays[1]
        for section in self.sections:
            yield from section.pieces()
        yield self.rest
