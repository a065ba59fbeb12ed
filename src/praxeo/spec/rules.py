"""The rules that every spec keeps, however it was written: the same for reading and printing."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from praxeo.domain.spec import ITEM_OF_KIND, UNSUPPORTED, Activity, Section, SpecDocument
from praxeo.spec.faults import Fault, control_character, said
from praxeo.spec.forms import FORMS
from praxeo.spec.formula_text import compared
from praxeo.spec.item_notes import note_faults
from praxeo.spec.kinds.form import Form
from praxeo.spec.marks import FORBIDDEN, is_reference

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")

Place = tuple[int | None, str]  # the item's place in its activity (None: the whole), and the fault


def document_faults(doc: SpecDocument) -> tuple[Fault, ...]:
    """Every rule that `doc` breaks; a spec without faults can be printed and read back unchanged."""
    told = [f"{where}: {message}" for where, message in _document_faults(doc)]
    return tuple(Fault(0, message) for message in told)


def _document_faults(doc: SpecDocument) -> Iterator[tuple[str, str]]:
    for name, value in (("title", doc.title), ("source", doc.source), ("author", doc.author)):
        for message in line_faults(value, needed=name == "title"):
            yield f"The {name}", message
    if not LANGUAGE.fullmatch(doc.language):
        yield "The language", f"“{doc.language}” is not a language tag such as en or de-AT."
    if FORBIDDEN.search(doc.summary):
        yield "The summary", "It holds a control character; take it out."
    for number, goal in enumerate(doc.goals, 1):
        for message in item_faults(goal):
            yield f"Goal {number}", message
    if doc.bespoke:
        from praxeo.spec.bespoke.rules import bespoke_faults  # few specs are bespoke

        for thing, message in bespoke_faults(doc.bespoke):
            yield _named(thing), message
    if not doc.sections and not doc.bespoke:
        yield "The spec", "It has no section; write at least one “## Section: …”."
    for number, section in enumerate(doc.sections, 1):
        yield from _section_faults(section, number, sourced=bool(doc.source))


def _named(thing: object) -> str:
    """Where a fault of the bespoke part is, for people."""
    name = getattr(thing, "name", "") or getattr(thing, "title", "")
    return f"{type(thing).__name__} {name}".strip() if thing else "The spec"


def _section_faults(section: Section, number: int, *, sourced: bool) -> Iterator[tuple[str, str]]:
    where = f"Section {number}"
    for message in line_faults(section.title, needed=True):
        yield where, message
    if section.id != f"s{number}":
        yield where, f"Its id is {section.id} but must be s{number}."
    if FORBIDDEN.search(section.prose):
        yield where, "Its prose holds a control character; take it out."
    for block in section.reading:
        if not is_reference(block) or "." in block:
            yield where, f"“{block}” is not a block id such as b12."
    for activity in section.activities:
        for message in line_faults(activity.title, needed=True):
            yield f"{where}, an activity", message
        for number, (_, note) in enumerate(activity.noted, 1):
            for message in note_faults(note):
                yield f"{where}, “{activity.title}”, item {number}", message
        for place, message in activity_faults(activity):
            item = "" if place is None else f", item {place + 1}"
            yield f"{where}, “{activity.title}”{item}", message


def line_faults(text: str, *, needed: bool) -> Iterator[str]:
    """What is wrong with a title or another value that stands on one line."""
    if needed and not text.strip():
        yield said("title_empty", "It is empty; write something after the colon.")
    if "\n" in text:
        yield "It must stand on one line."
    if FORBIDDEN.search(text):
        yield "It holds a control character; take it out."


def activity_faults(activity: Activity) -> Iterator[Place]:
    """What is wrong with the items of an activity, one by one and together."""
    form = FORMS[activity.kind]
    for place, item in enumerate(activity.items):
        if type(item) is not ITEM_OF_KIND[activity.kind]:
            yield place, f"A {type(item).__name__} does not belong into {activity.kind}."
            return
        for message in (*item_faults(item, form.may_be_empty), *form.faults(item)):
            yield place, message
    if len(activity.items) < (least := form.least):
        few = "It needs at least {least} items, not {count}."
        one = "It needs at least {least} item, not {count}."
        count = len(activity.items)
        yield None, said("items_few", few if least > 1 else one, least=least, count=count)
    elif message := form.together(activity.items):
        yield None, message
    yield from _repeats(activity, form)


def item_faults(item: object, may_be_empty: frozenset[str] = frozenset()) -> Iterator[str]:
    """What is wrong with one item or goal by itself, whatever its kind."""
    assert dataclasses.is_dataclass(item)
    for field in dataclasses.fields(item):
        value = getattr(item, field.name)
        if field.name == "evidence":
            for word in () if value == UNSUPPORTED else value:
                if not is_reference(word):
                    yield f"“{word}” is not evidence; write it like b12 or b12.3."
            continue
        texts: Sequence[str] = (value,) if isinstance(value, str) else value
        for text in texts:
            if not text.strip() and field.name not in may_be_empty:
                yield said("field_empty", "Its {field} is empty.", field=field.name)
            if FORBIDDEN.search(text):
                yield control_character(field.name)


def _repeats(activity: Activity, form: Form) -> Iterator[Place]:
    """Items of an exercise that a learner could not tell apart."""
    seen: set[tuple[str, str]] = set()
    for place, item in enumerate(activity.items):
        for side, value in form.differ(item):
            same = (side, compared(value))
            if same[1] and same in seen:  # of empty ones it is said that they are empty
                yield (
                    place,
                    said(
                        "stands_twice",
                        "The {side} “{value}” stands there twice; make them different.",
                        side=side,
                        value=value,
                    ),
                )
            seen.add(same)
