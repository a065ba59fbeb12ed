"""Writes the Markdown form of a spec, from which it is read back the same."""

from __future__ import annotations

from collections.abc import Iterator

from praxeo.domain.spec import Section, SpecDocument
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.formats import format_of
from praxeo.spec.forms import FORMS
from praxeo.spec.item_notes import write_note
from praxeo.spec.items import write_goal, write_item
from praxeo.spec.lines import write_prose
from praxeo.spec.marks import write_plain
from praxeo.spec.rules import document_faults

_KEYS = ("title", "language", "source", "author")


def print_spec(doc: SpecDocument) -> str:
    """The text of `doc`, from which `parse_spec` reads it back; SpecInvalid if it breaks a rule."""
    faults = document_faults(doc)
    if faults:
        raise SpecInvalid(faults)
    return "\n".join(_printed(doc)) + "\n"


def print_head(doc: SpecDocument, format: str) -> Iterator[str]:
    """The lines of the head, and of the summary after it."""
    yield from ("---", f"spec: {format}")
    for key in _KEYS:
        value: str = getattr(doc, key)
        if value:
            yield f"{key}: {write_plain(value)}"
    yield "---"
    if doc.summary:
        yield from ("", write_prose(doc.summary))


def print_section_head(title: str, reading: tuple[str, ...], prose: str) -> Iterator[str]:
    """The lines of a section before its activities."""
    yield from ("", f"## Section: {write_plain(title)}")
    if reading:
        yield f"Read: {write_blocks(reading)}"
    if prose:
        yield from ("", write_prose(prose))


def _printed(doc: SpecDocument) -> Iterator[str]:
    yield from print_head(doc, format_of(doc))
    if doc.goals:
        yield from ("", "## Goals")
        yield from (write_goal(goal.text, goal.evidence) for goal in doc.goals)
    if doc.bespoke:
        from praxeo.spec.bespoke.text import print_before_sections  # few specs are bespoke

        yield from print_before_sections(doc.bespoke)
    for section in doc.sections:
        yield from _section(section, sourced=bool(doc.source))
    if doc.bespoke:
        from praxeo.spec.bespoke.text import print_tests

        yield from print_tests(doc.bespoke)


def _section(section: Section, *, sourced: bool) -> Iterator[str]:
    yield from print_section_head(section.title, section.reading, section.prose)
    for activity in section.activities:
        yield from ("", f"### {FORMS[activity.kind].heading}: {write_plain(activity.title)}")
        for number, (item, note) in enumerate(activity.noted, 1):
            yield write_item(activity.kind, item, sourced=sourced, number=number) + write_note(note)


def write_blocks(blocks: tuple[str, ...]) -> str:
    """Block ids as a person writes them: runs of three and more as a range."""
    runs: list[list[int]] = []
    for number in (int(block[1:]) for block in blocks):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"b{run[0]}-b{run[-1]}" if len(run) > 2 else ", ".join(f"b{number}" for number in run)
        for run in runs
    )
