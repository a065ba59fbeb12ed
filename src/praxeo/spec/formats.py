"""The formats of a spec text, and which of them a spec needs."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from praxeo.domain.spec import NO_NOTE, Activity, SpecDocument
from praxeo.spec.formula_text import has_formula
from praxeo.spec.marks import CODE
from praxeo.spec.prose import stands_formula_in

FORMAT = "1"
BESPOKE_FORMAT = "2"  # of a spec that says what a bespoke app does
FORMULA_FORMAT = "3"  # formulas are read, and nothing is read inside of code
NOTE_FORMAT = "4"  # as 3, and items have explanations and figures
FORMATS = (FORMAT, BESPOKE_FORMAT, FORMULA_FORMAT, NOTE_FORMAT)

# Signs that an older format would read as its marks, though they stand in code.
_READ_IN_CODE = re.compile(r"[\\\[\]|={}*]|->|-\(")


def format_of(doc: SpecDocument) -> str:
    """The oldest format in which the spec can be written, for programs that know no newer one."""
    if any(any(note != NO_NOTE for _, note in each.noted) for each in _activities(doc)):
        return NOTE_FORMAT
    prose = (doc.summary, *(section.prose for section in doc.sections))
    if any(map(stands_formula_in, prose)) or any(map(needs_atoms, _texts(doc))):
        return FORMULA_FORMAT
    return BESPOKE_FORMAT if doc.bespoke else FORMAT


def needs_atoms(text: str) -> bool:
    """Whether formulas, or code in which nothing is to be read, stand in the text of an item."""
    if "`" not in text:
        return False
    return has_formula(text) or any(_READ_IN_CODE.search(code) for code in CODE.findall(text))


def _texts(doc: SpecDocument) -> Iterator[str]:
    yield from (goal.text for goal in doc.goals)
    for activity in _activities(doc):
        for item in activity.items:
            yield from texts_of(item)


def _activities(doc: SpecDocument) -> Iterator[Activity]:
    for section in doc.sections:
        yield from section.activities


def texts_of(item: object) -> Iterator[str]:
    """All that an item says, without its evidence."""
    assert dataclasses.is_dataclass(item)
    for field in dataclasses.fields(item):
        if field.name != "evidence":
            value = getattr(item, field.name)
            yield from (value,) if isinstance(value, str) else value
