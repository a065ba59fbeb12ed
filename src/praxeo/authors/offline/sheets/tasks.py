"""The tasks of a worksheet: what is to be done, and the parts that numbers, letters or boxes count off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.options import LETTERS, Option, inline_options, without_mark
from praxeo.authors.offline.harvest.told_answers import tells_answer
from praxeo.authors.offline.sheets.lines import Line, Series
from praxeo.authors.offline.sheets.names import named_task, tells_what_to_do, without_points
from praxeo.domain.blocks import Block

_FIRST_OPTION = re.compile(r"^(?P<asked>.+\S)\s+\(?A[.)]\s+(?P<option>\S.{0,80})$")

_AND_SAYS = re.compile(r":\s*\S")  # with what, so that it is a task in one line


@dataclass(kw_only=True)
class Part:
    """One part of a task, with the options that are offered for it, and the answer that stands below it."""

    label: str
    text: str
    block: Block
    options: list[Option] = field(default_factory=list)
    told: tuple[str, Block] | None = None


@dataclass(kw_only=True)
class Task:
    """A task, by the label that its key may name. `headings` are how the line that begins it may be named; `lead` says what is to be done, `series` how its parts are counted.

    `others` are what the parts are to be matched with, by label; `points` are lines that nothing counts off.
    `told`: its label stands as a name ("Exercise 2"), so that it may be one question as a whole.
    """

    label: str
    headings: tuple[str, ...] = ()
    title: str = ""
    named: bool = False
    series: Series = ""
    lead: list[Line] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    others: dict[str, Part] = field(default_factory=dict)
    points: list[Line] = field(default_factory=list)
    blocks: dict[str, Block] = field(default_factory=dict)
    mixed: bool = False

    @property
    def told(self) -> str:
        """What is to be done, in a line."""
        return " ".join(filter(None, (self.title, *(line.text for line in self.lead))))


def tasks_of(lines: Iterable[Line]) -> list[Task]:
    """The tasks in order; what stands before the first one is none."""
    return list(_tasks(lines))


def _tasks(lines: Iterable[Line]) -> Iterator[Task]:
    now: Task | None = None
    for line in lines:
        begun = _begun(line, now)
        if begun:
            own = even(line.block.text)
            begun.headings = (own, f"{line.above}: {own}") if line.above else (own,)
            if now and line.heading is False and _is_bare(now):
                begun.headings, begun.blocks = now.headings, now.blocks
            elif now:
                yield _settled(now)
            now = begun
        if now is None:
            now = Task(label="")
        now.blocks[line.block.id] = line.block
        restarted = begun and line.label == "1" and not begun.label
        if (restarted or not begun) and not line.is_blank:
            _take(now, line)
    if now:
        yield _settled(now)


def _is_bare(task: Task) -> bool:
    """Whether a task is but a heading so far."""
    return not (task.parts or task.lead or task.points)


def _begun(line: Line, now: Task | None) -> Task | None:
    """The task that a line begins: by its name, as a heading, or by saying what is to be done below it."""
    if line.row >= 0 or tells_answer(line.text, one_letter=False):
        return None
    label, rest = named_task(line.text if line.series != "roman" else f"{line.label}. {line.text}")
    if label:
        return Task(label=label, title=without_points(rest), named=True)
    asks = line.text.endswith(("?", "؟")) and not tells_what_to_do(line.text)
    counted = line.series in ("digit", "letter")
    alone = tells_what_to_do(line.text) and not _AND_SAYS.search(line.text)
    if counted and alone and not (now and _goes_on(now, line)):
        return Task(label=line.label, title=without_points(line.text), named=True)
    if line.heading and not (asks and counted):
        # The number of a chapter is no task's: no key means it.
        chapter = line.series == "digit" and not tells_what_to_do(line.text)
        label = "" if chapter else line.label
        return Task(label=label, title=without_points(line.text), named=bool(label))
    if not now or not now.parts:
        return None
    if not line.series and tells_what_to_do(line.text):
        return Task(label="", title=without_points(line.text))
    if _is_inside(line, now.parts[-1]):
        return None
    again = line.series == now.series == "digit" and line.label == "1"
    return Task(label="", lead=now.lead) if again else None


def _goes_on(now: Task, line: Line) -> bool:
    """Whether a line that tells what to do is the next part of a task whose parts all do."""
    return bool(now.parts) and now.series == line.series and not now.parts[-1].options and (
        now.named and not now.label.isdigit() and tells_what_to_do(now.parts[-1].text)
    )  # fmt: skip


def _take(now: Task, line: Line) -> None:
    told = tells_answer(line.text, one_letter=False)
    if told and now.parts:
        now.parts[-1].told = now.parts[-1].told or (told, line.block)
    elif now.parts and _is_inside(line, now.parts[-1]):
        _add_option(now.parts[-1], replace(line, series="bullet"))
    elif line.series == "letter" and now.series != "letter" and now.parts:
        _take_option(now, line)
    elif line.series in ("digit", "letter"):
        _take_counted(now, line)
    elif line.series in ("box", "bullet") and now.parts:
        _add_option(now.parts[-1], line)
    elif line.series in ("bullet", "box") or line.row >= 0:
        now.points.append(line)
    elif now.parts:
        _go_on(now, line)
    else:
        now.lead.append(line)


def _is_inside(line: Line, part: Part) -> bool:
    """Whether a numbered point stands below another one."""
    return line.series == "digit" and line.block.kind == part.block.kind == "list_item" and line.block.level > part.block.level  # fmt: skip


def _take_counted(now: Task, line: Line) -> None:
    if now.series and now.series != line.series:
        now.others[line.label] = Part(label=line.label, text=line.text, block=line.block)
        return
    now.series = line.series
    now.mixed |= any(part.label == line.label for part in now.parts)
    stem, options = inline_options(line.text, line.block)
    now.parts.append(Part(label=line.label, text=stem, block=line.block, options=options))


def _take_option(now: Task, line: Line) -> None:
    part = now.parts[-1]
    if line.row >= 0:
        now.others[line.label] = Part(label=line.label, text=line.text, block=line.block)
        return
    first = _FIRST_OPTION.match(part.text)
    if line.label == "b" and not part.options and first:
        part.text = first["asked"]
        part.options.append(Option(letter="A", text=first["option"], block=part.block))
    _, several = inline_options(f"{line.label}) {line.text}", line.block)
    if several and not part.options:
        part.options = several
    else:
        _add_option(part, line)


def _add_option(part: Part, line: Line) -> None:
    place = len(part.options)
    if place >= len(LETTERS) or (line.series == "letter" and line.label.upper() != LETTERS[place]):
        part.options.append(Option(letter="", text=line.text, block=line.block))
        return
    ticked = line.label in ("☑", "☒", "[x]", "[X]")
    text, right = without_mark(f"*{line.text}" if ticked else line.text)
    part.options.append(Option(letter=LETTERS[place], text=text, block=line.block, right=right, bold=line.bold))  # fmt: skip


def _go_on(now: Task, line: Line) -> None:
    stem, options = inline_options(line.text, line.block)
    if options and not stem and not now.parts[-1].options:
        now.parts[-1].options = options
    else:
        now.points.append(line)


def _settled(task: Task) -> Task:
    """Options that can only be what all parts are to be matched with are that."""
    have = [part for part in task.parts if part.options]
    if len(task.parts) > 2 and have == task.parts[-1:] and not task.others:
        last = task.parts[-1]
        task.others = {o.letter.lower(): Part(label=o.letter.lower(), text=o.text, block=o.block) for o in last.options}  # fmt: skip
        last.options = []
    return task
