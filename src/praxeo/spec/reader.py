"""Reads a spec text part by part, and tells what is wrong with each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from praxeo.domain.spec import Goal, SpecDocument
from praxeo.spec.activity_reader import ActivityReader
from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.formats import BESPOKE_FORMAT, FORMAT, FORMATS, FORMULA_FORMAT, NOTE_FORMAT
from praxeo.spec.items import read_goal
from praxeo.spec.lines import READ
from praxeo.spec.marks import BLANKS, read_marks
from praxeo.spec.placed_parts import PlacedActivity, PlacedGoal, PlacedSection, PlacedSpec
from praxeo.spec.rules import LANGUAGE, item_faults, line_faults

if TYPE_CHECKING:
    from praxeo.spec.bespoke.text import BespokeReader

MAXIMUM_READING_BLOCKS = 100_000  # in one section

_KEYS = ("spec", "title", "language", "source", "author")
_BLOCKS = re.compile(r"b([1-9][0-9]{0,6})(?:[ \t]*[-–][ \t]*b([1-9][0-9]{0,6}))?")


@dataclass
class SpecReader(ActivityReader):
    """Reads the whole; `SpecInvalid` only where nothing can be read at all."""

    goals: list[PlacedGoal] = field(default_factory=list)
    goals_at: int | None = None
    sections: list[PlacedSection] = field(default_factory=list)
    strays: list[PlacedActivity] = field(default_factory=list)

    def read(self) -> PlacedSpec:
        """All of the text."""
        self._read_head()
        head_end = self.lines.at
        summary = self.lines.take_prose()
        summary_end = self.lines.end_of(head_end)
        from praxeo.spec.bespoke.text import BespokeReader  # not before a spec is read

        bespoke = BespokeReader(self.lines, self.block)
        while (line := self.lines.peek()) is not None:
            self._part(line, bespoke)
        self._check_format(bespoke)
        if not self.sections and not bespoke.headings:
            self.block(len(self.lines.texts), "There is no section; write “## Section: …”.")
        head = SpecDocument(
            title=self.head.get("title", ""),
            language=self.head.get("language", ""),
            source=self.head.get("source", ""),
            author=self.head.get("author", ""),
            sections=(),
            summary=summary,
            bespoke=bespoke.finished(),
        )
        return PlacedSpec(
            head=head,
            format=self.head.get("spec", ""),
            head_end=head_end,
            summary_end=summary_end,
            goals_at=self.goals_at,
            goals=self.goals,
            sections=self.sections,
            strays=self.strays,
            blocking=self.blocking,
            faults=self.faults,
        )

    def _part(self, line: str, bespoke: BespokeReader) -> None:
        name, _, title = line.removeprefix("##").partition(":")
        match name.strip(BLANKS).casefold():
            case "goals" if not title.strip(BLANKS) and self.goals_at is None and not self.sections:
                self.goals_at = self.lines.at
                self.lines.at += 1
                self._read_goals()
            case "section":
                self.sections.append(self._section(title))
            case other if title.strip(BLANKS) or not bespoke.read(other):
                stray = self.unknown(line)
                (self.sections[-1].activities if self.sections else self.strays).append(stray)

    def _check_format(self, bespoke: BespokeReader) -> None:
        """A reader of format 1 must not take a bespoke spec for one that it knows."""
        needed = BESPOKE_FORMAT if bespoke.headings else FORMAT
        if self.head.get("spec", needed) in {FORMAT, BESPOKE_FORMAT} - {needed}:
            what = "with" if bespoke.headings else "without"
            self.block(1, f"A spec {what} “## Mechanics” and “## Tests” says “spec: {needed}”.")

    def _read_head(self) -> None:
        self.lines.skip_blank()
        if (self.lines.peek() or "").rstrip(BLANKS) != "---":
            message = "A spec begins with a line “---”, its head (spec, title, language) and “---”."
            raise SpecInvalid((*self.faults, Fault(self.lines.number, message)))
        opened = self.lines.number
        self.lines.at += 1
        while (text := self.lines.peek()) is not None and text.rstrip(BLANKS) != "---":
            if text.strip(BLANKS):
                self._read_head_line(text)
            self.lines.at += 1
        if text is None:
            message = "The head is not closed; put a line “---” after it."
            raise SpecInvalid((*self.faults, Fault(opened, message)))
        self.lines.at += 1
        self.lines.atoms = self.head.get("spec") in (FORMULA_FORMAT, NOTE_FORMAT)
        self.lines.notes = self.head.get("spec") == NOTE_FORMAT
        for key in _KEYS[:3]:
            if key not in self.head:
                self.block(opened, f"The head does not say “{key}: …”.")

    def _read_head_line(self, text: str) -> None:
        key, colon, raw = text.partition(":")
        key, value = key.strip(BLANKS), read_marks(raw).strip().plain
        if not colon or key not in _KEYS:
            self.block(self.lines.number, f"A line of the head is one of {', '.join(_KEYS)}.")
            return
        if key in self.head:
            self.block(self.lines.number, f"“{key}” stands twice in the head.")
        self.head[key] = value
        for message in line_faults(value, needed=key in _KEYS[:3]):
            self.block(self.lines.number, message)
        if key == "spec" and value not in FORMATS:
            told = f"This Praxeo reads specs of the formats {', '.join(FORMATS)}."
            self.block(self.lines.number, told)
        if key == "language" and not LANGUAGE.fullmatch(value):
            self.block(self.lines.number, "The language is a tag such as en or de-AT.")

    def _read_goals(self) -> None:
        while self.lines.peek_item_line() is not None:
            first = self.lines.at
            placed = PlacedGoal(first=first, end=first, goal=None)
            try:
                text, evidence = read_goal(self.lines)
            except SpecInvalid as refused:
                self.refuse(refused, placed.faults)
            else:
                placed.goal = Goal(text=text, evidence=evidence)
                for message in item_faults(placed.goal):
                    self.fault(first + 1, message, placed.faults)
            placed.end = self.lines.end_of(first)
            self.goals.append(placed)

    def _section(self, title: str) -> PlacedSection:
        first = self.lines.at
        self.lines.at += 1
        name = self.title(title, first + 1)
        self.lines.skip_blank()
        reading: tuple[str, ...] = ()
        reading_end = first + 1
        if found := READ.match(self.lines.peek() or ""):
            reading = self._blocks(found.group(1))
            self.lines.at += 1
            reading_end = self.lines.at
        prose = self.lines.take_prose()
        prose_end = self.lines.end_of(reading_end)
        placed = PlacedSection(
            first=first, title=name, reading=reading, reading_end=reading_end,
            prose=prose, prose_end=prose_end,
        )  # fmt: skip
        while (line := self.lines.peek()) is not None and line.startswith("###"):
            placed.activities.append(self.activity(line))
        return placed

    def _blocks(self, words: str) -> tuple[str, ...]:
        blocks: list[str] = []
        for part in words.split(","):
            found = _BLOCKS.fullmatch(part.strip(BLANKS))
            first = int(found.group(1)) if found else 1
            last = int(found.group(2) or first) if found else 0
            if last < first:
                message = f"“{part.strip(BLANKS)}” is neither a block (b12) nor a range (b12-b20)."
                self.fault(self.lines.number, message)
            elif len(blocks) + last - first >= MAXIMUM_READING_BLOCKS:
                message = f"A section reads at most {MAXIMUM_READING_BLOCKS:,} blocks."
                self.fault(self.lines.number, message)
            else:
                blocks.extend(f"b{number}" for number in range(first, last + 1))
        return tuple(blocks)
