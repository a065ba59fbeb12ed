"""The lines of a report: what there is to prove about an app, and which line a finding belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from praxeo.domain.acceptance import Bespoke
from praxeo.domain.checks import CheckLine
from praxeo.proof.plan import ActivityPlan, Plan, SectionPlan

STATIC, DESKTOP, PHONE, KEYBOARD = "static", "desktop", "phone", "keyboard"
NARROW_PIXELS = 320
WINDOWS = {DESKTOP: (1280, 900), PHONE: (390, 844), KEYBOARD: (1280, 900)}

# What a line says, by its kind. The studio has the same sentences in every language.
SENTENCES = {
    "file": "The app is one whole file that names its language and its title.",
    "outside": "Nothing is loaded from outside.",
    "content": "All {exercises} exercises of the spec are in the app.",
    "start": "The app starts and shows the way to each of its {sections} sections.",
    "section": "“{section}” shows all of its text and practice.",
    "activity": "All exercises of “{activity}” ({exercises}) were answered right and wrong.",
    "evidence": "Every quote behind an answer is shown and stands in the source ({quotes}).",
    "progress": "Progress is counted, and no answer is forgotten.",
    "keyboard": "The app can be done by keyboard alone ({exercises} of {total} exercises done).",
    "width": "Nothing has to be scrolled sideways, down to a width of {pixels} pixels.",
    "accessibility": "No serious barrier was found in {views} views, light and dark.",
    "errors": "The app runs without a fault of its program.",
    "opens": "The app opens and shows every value of its spec ({values}).",
    "controls": "Every control of the spec is there, is named and does something ({controls}).",
    "values": "Whatever is done, values stay within their ranges and are shown as they are.",
    "reset": "After a reset the app is as it was at the start.",
    "keys": "Every control is reached and used by keyboard alone.",
    "test": "“{test}” held, {runs} times from a fresh start.",
}
_OF_CODE = {
    "too_large": "file",
    "broken_markup": "file",
    "script_broken": "file",
    "no_payload": "file",
    "no_language": "file",
    "no_title": "file",
    "external_reference": "outside",
    "forbidden_element": "outside",
    "forbidden_call": "outside",
    "outside_request": "outside",
    "spec_item_missing": "content",
    "evidence_missing": "evidence",
    "evidence_differs": "evidence",
    "state_lost": "progress",
    "progress_wrong": "progress",
    "complete_wrong": "progress",
    "scrolls_sideways": "width",
    "accessibility": "accessibility",
    "console_message": "errors",
    "script_error": "errors",
    "dialog": "errors",
    "crash": "errors",
    "app_hung": "errors",
    "app_lost": "errors",
}
_OF_BESPOKE_CODE = {
    "control_missing": "controls",
    "control_unnamed": "controls",
    "control_differs": "controls",
    "control_dead": "controls",
    "control_unusable": "controls",
    "keyboard_unreachable": "keys",
    "keyboard_no_effect": "keys",
    "state_illegal": "values",
    "text_differs": "values",
    "broken_text": "values",
    "reset_incomplete": "reset",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PlannedLine:
    """A line before it is proven: it holds only once all of its `parts` were done without a fault."""

    code: str
    kind: str
    parts: frozenset[str]
    fields: dict[str, str | int] = field(default_factory=dict)


def planned_lines(plan: Plan | None, *, with_spec: bool) -> tuple[PlannedLine, ...]:
    """Everything to be proven about an app, in the order in which a person reads it."""
    return tuple(_planned(plan, with_spec))


def _planned(plan: Plan | None, with_spec: bool) -> Iterator[PlannedLine]:
    windows = (DESKTOP, PHONE)
    exercises = len(plan.exercises) if plan else 0
    yield _line("file", STATIC)
    yield _line("outside", STATIC, *windows)
    if with_spec:
        yield _line("content", STATIC, exercises=exercises)
    yield _line("start", *windows, sections=len(plan.sections) if plan else 0)
    for section in plan.sections if plan else ():
        yield from _section_lines(section)
    quotes = (
        {quote.ref for exercise in plan.exercises for quote in exercise.evidence} if plan else ()
    )
    if quotes:
        yield _line("evidence", *windows, quotes=len(quotes))
    yield _line("progress", *windows)
    yield _line("keyboard", KEYBOARD, exercises=0, total=exercises)
    yield _line("width", PHONE, pixels=NARROW_PIXELS)
    yield _line("accessibility", *windows, views=0)
    yield _line("errors", *windows, KEYBOARD)


def bespoke_lines(spec: Bespoke) -> tuple[PlannedLine, ...]:
    """Everything to be proven about an app that was written as a whole."""
    windows = (DESKTOP, PHONE)
    return (
        _line("file", STATIC),
        _line("outside", STATIC, *windows),
        _line("opens", *windows, values=sum(variable.shown for variable in spec.state)),
        _line("controls", *windows, controls=len(spec.controls)),
        *(
            PlannedLine(
                code=acceptance_line(test.title),
                kind="test",
                parts=frozenset(windows),
                fields={"test": test.title, "runs": 0},
            )
            for test in spec.tests
        ),
        _line("values", *windows),
        _line("reset", *windows),
        _line("keys", DESKTOP),
        _line("width", PHONE, pixels=NARROW_PIXELS),
        _line("accessibility", *windows, views=0),
        _line("errors", *windows),
    )


def bespoke_line_of(code: str) -> str:
    """The line that a finding of the general look at a bespoke app belongs to."""
    return _OF_BESPOKE_CODE.get(code) or _OF_CODE.get(code, "opens")


def acceptance_line(title: str) -> str:
    """The code of an acceptance test's line: another test has another one."""
    return f"test.{hashlib.sha256(title.encode()).hexdigest()[:10]}"


def _section_lines(section: SectionPlan) -> Iterator[PlannedLine]:
    parts = frozenset({DESKTOP, PHONE})
    named: dict[str, str | int] = {"section": section.title}
    yield PlannedLine(code=section_line(section.id), kind="section", parts=parts, fields=named)
    for activity in section.activities:
        yield PlannedLine(
            code=activity_line(activity.id),
            kind="activity",
            parts=parts,
            fields={**named, "activity": activity.title, "exercises": _size(activity)},
        )


def section_line(section_id: str) -> str:
    """The code of a section's line."""
    return f"section.{section_id}"


def activity_line(activity_id: str) -> str:
    """The code of an activity's line."""
    return f"activity.{activity_id}"


def line_of(code: str, place: str, detail: str, plan: Plan | None, part: str) -> str:
    """The line that a finding belongs to, by its code and the id of the place where it was made."""
    if code in _OF_CODE and not (part == KEYBOARD and _OF_CODE[code] == "progress"):
        return _OF_CODE[code]
    if part == KEYBOARD or code.startswith("keyboard_"):
        return "keyboard"
    if detail.startswith("evidence"):  # its control is missing, out of reach or dead
        return "evidence"
    for section in plan.sections if plan else ():
        if place == section.id:
            return "start" if code == "section_unreachable" else section_line(section.id)
        for activity in section.activities:
            if place == activity.id or any(place == one.id for one in activity.exercises):
                return activity_line(activity.id)
    return "start"


def sentence(line: CheckLine) -> str:
    """What the line says, in English. A kind that is not known here is told by its code."""
    return SENTENCES.get(line.kind, line.code).format_map(line.fields)


def _line(kind: str, *parts: str, **fields: str | int) -> PlannedLine:
    return PlannedLine(code=kind, kind=kind, parts=frozenset(parts), fields=fields)


def _size(activity: ActivityPlan) -> int:
    return len(activity.exercises)
