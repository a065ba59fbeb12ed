"""Read and write the Markdown form of a spec, as docs/reference/spec-grammar.md defines it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from praxeo.domain.errors import TooLarge
from praxeo.domain.spec import (
    Activity,
    ActivityKind,
    Goal,
    Item,
    Section,
    SpecDocument,
)
from praxeo.spec.bespoke.text import BespokeReader
from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.formats import BESPOKE_FORMAT, FORMAT, FORMATS, FORMULA_FORMAT
from praxeo.spec.forms import KIND_OF_HEADING
from praxeo.spec.headings import unknown_heading
from praxeo.spec.items import read_goal, read_item
from praxeo.spec.lines import READ, Lines
from praxeo.spec.marks import BLANKS, FORBIDDEN, holds_formula, read_marks
from praxeo.spec.printing import print_spec
from praxeo.spec.rules import LANGUAGE, activity_faults, item_faults, line_faults

__all__ = ["Fault", "SpecInvalid", "parse_spec", "print_spec"]

MAXIMUM_CHARACTERS = 10_000_000  # of a spec text; a 300-page book's is about a tenth of it
KEPT_CHARACTERS = 400_000  # of a text that is remembered; longer ones are seldom asked for again
KEPT_TEXTS = 4
MAXIMUM_FAULTS = 500  # told at once; whoever mends these will see the others next
MAXIMUM_READING_BLOCKS = 100_000  # in one section
NO_FORMULA = "A title is plain text; write a formula in it with plain signs, such as E = mc²."

_KEYS = ("spec", "title", "language", "source", "author")
_BLOCKS = re.compile(r"b([1-9][0-9]{0,6})(?:[ \t]*[-–][ \t]*b([1-9][0-9]{0,6}))?")


def parse_spec(text: str) -> SpecDocument:
    """The spec that `text` says; SpecInvalid lists every line that is against the grammar.

    The texts that were read last are remembered: a request and the steps after it ask for the same ones.
    """
    return _remembered(text) if len(text) <= KEPT_CHARACTERS else _parsed(text)


def _parsed(text: str) -> SpecDocument:
    if len(text) > MAXIMUM_CHARACTERS:
        raise TooLarge(
            "spec_too_large", f"The spec is longer than {MAXIMUM_CHARACTERS:,} characters."
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = _Reader(Lines(text.split("\n")))
    for number, line in enumerate(reader.lines.texts):
        if FORBIDDEN.search(line):
            reader.fault(number + 1, "It holds a control character; take it out.")
            reader.lines.texts[number] = FORBIDDEN.sub("\ufffd", line)
    doc = reader.document()
    if reader.faults:
        raise SpecInvalid(tuple(sorted(set(reader.faults), key=lambda fault: fault.line)))
    return doc


_remembered = lru_cache(maxsize=KEPT_TEXTS)(_parsed)


@dataclass
class _Reader:
    lines: Lines
    faults: list[Fault] = field(default_factory=list)
    head: dict[str, str] = field(default_factory=dict)

    def fault(self, line: int, message: str) -> None:
        if len(self.faults) < MAXIMUM_FAULTS:
            self.faults.append(Fault(line, message))

    def document(self) -> SpecDocument:
        self._read_head()
        summary = self.lines.take_prose()
        goals: list[Goal] = []
        sections: list[Section] = []
        bespoke = BespokeReader(self.lines, self.fault)
        while (line := self.lines.peek()) is not None:
            number = self.lines.number
            name, _, title = line.removeprefix("##").partition(":")
            match name.strip(BLANKS).casefold():
                case "goals" if not title.strip(BLANKS) and not goals and not sections:
                    self.lines.at += 1
                    goals = self._goals()
                case "section":
                    self.lines.at += 1
                    sections.append(self._section(f"s{len(sections) + 1}", title, number))
                case other if title.strip(BLANKS) or not bespoke.read(other):
                    self._unknown_heading(line)
        self._check_format(bespoke)
        if not sections and not bespoke.headings:
            self.fault(len(self.lines.texts), "There is no section; write “## Section: …”.")
        return SpecDocument(
            title=self.head.get("title", ""),
            language=self.head.get("language", ""),
            source=self.head.get("source", ""),
            author=self.head.get("author", ""),
            sections=tuple(sections),
            goals=tuple(goals),
            summary=summary,
            bespoke=bespoke.finished(),
        )

    def _check_format(self, bespoke: BespokeReader) -> None:
        """A reader of format 1 must not take a bespoke spec for one that it knows."""
        needed = BESPOKE_FORMAT if bespoke.headings else FORMAT
        if self.head.get("spec", needed) in {FORMAT, BESPOKE_FORMAT} - {needed}:
            what = "with" if bespoke.headings else "without"
            self.fault(1, f"A spec {what} “## Mechanics” and “## Tests” says “spec: {needed}”.")

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
        self.lines.atoms = self.head.get("spec") == FORMULA_FORMAT
        for key in _KEYS[:3]:
            if key not in self.head:
                self.fault(opened, f"The head does not say “{key}: …”.")

    def _read_head_line(self, text: str) -> None:
        key, colon, raw = text.partition(":")
        key, value = key.strip(BLANKS), read_marks(raw).strip().plain
        if not colon or key not in _KEYS:
            self.fault(self.lines.number, f"A line of the head is one of {', '.join(_KEYS)}.")
            return
        if key in self.head:
            self.fault(self.lines.number, f"“{key}” stands twice in the head.")
        self.head[key] = value
        for message in line_faults(value, needed=key in _KEYS[:3]):
            self.fault(self.lines.number, message)
        if key == "spec" and value not in FORMATS:
            told = f"This Praxeo reads specs of the formats {', '.join(FORMATS)}."
            self.fault(self.lines.number, told)
        if key == "language" and not LANGUAGE.fullmatch(value):
            self.fault(self.lines.number, "The language is a tag such as en or de-AT.")

    def _goals(self) -> list[Goal]:
        goals: list[Goal] = []
        while (line := self.lines.peek_item_line()) is not None:
            try:
                text, evidence = read_goal(self.lines)
            except SpecInvalid as refused:
                for fault in refused.faults:
                    self.fault(fault.line, fault.message)
                continue
            goals.append(Goal(text=text, evidence=evidence))
            for message in item_faults(goals[-1]):
                self.fault(line.number, message)
        return goals

    def _section(self, section_id: str, title: str, number: int) -> Section:
        name = self._title(title, number)
        self.lines.skip_blank()
        reading: tuple[str, ...] = ()
        if found := READ.match(self.lines.peek() or ""):
            reading = self._blocks(found.group(1))
            self.lines.at += 1
        prose = self.lines.take_prose()
        activities: list[Activity] = []
        while (line := self.lines.peek()) is not None and line.startswith("###"):
            if activity := self._activity(line):
                activities.append(activity)
        return Section(
            id=section_id, title=name, reading=reading, prose=prose, activities=tuple(activities)
        )

    def _title(self, raw: str, number: int) -> str:
        """The words after a heading's colon."""
        title = read_marks(raw).strip().plain
        for message in line_faults(title, needed=True):
            self.fault(number, message)
        if self.lines.atoms and holds_formula(raw):
            self.fault(number, NO_FORMULA)
        return title

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

    def _activity(self, heading: str) -> Activity | None:
        number = self.lines.number
        name, _, raw = heading.removeprefix("###").partition(":")
        kind = KIND_OF_HEADING.get(" ".join(name.split()).casefold())
        if kind is None:
            self._unknown_heading(heading)
            return None
        self.lines.at += 1
        title = self._title(raw, number)
        return self._items(kind, title, number)

    def _items(self, kind: ActivityKind, title: str, number: int) -> Activity:
        items: list[Item] = []
        places: list[int] = []
        broken = False
        while (line := self.lines.peek_item_line()) is not None:
            try:
                items.append(read_item(kind, self.lines, sourced=bool(self.head.get("source"))))
                places.append(line.number)
            except SpecInvalid as refused:
                for fault in refused.faults:
                    self.fault(fault.line, fault.message)
                broken = True
        activity = Activity(kind=kind, title=title, items=tuple(items))
        for place, message in activity_faults(activity):
            if place is not None:
                self.fault(places[place], message)
            elif not broken:  # else the lines that were refused may be the missing items
                self.fault(number, message)
        return activity

    def _unknown_heading(self, line: str) -> None:
        self.fault(self.lines.number, unknown_heading(line))
        self.lines.at += 1
        self.lines.take_prose()
