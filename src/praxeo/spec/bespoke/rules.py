"""The rules that the bespoke part of every spec keeps: names are known, values fit, tests expect something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from praxeo.domain.acceptance import (
    Bespoke,
    Control,
    StateVariable,
)
from praxeo.spec.bespoke.test_rules import test_faults
from praxeo.spec.bespoke.values import RANGED, finite, name_fault, text_faults, value_faults
from praxeo.spec.marks import BLANKS, FORBIDDEN

MAXIMUM_CONTROLS = 40
MAXIMUM_VARIABLES = 60
MAXIMUM_TESTS = 60
MAXIMUM_CHOICES = 50
Place = tuple[object, str]  # the control, variable, test or step (None: the whole), and the fault

UNIT_CHARACTERS_MAX = 40  # “10^6 solar masses per kpc³” is one


def bespoke_faults(bespoke: Bespoke) -> Iterator[Place]:
    """What is wrong with the bespoke part of a spec, each fault with what has it."""
    if not bespoke.mechanics.strip():
        yield None, "“## Mechanics” says in prose what the learner does and sees; it is empty."
    if FORBIDDEN.search(bespoke.mechanics):
        yield None, "The mechanics hold a control character; take it out."
    for things, most, word in (
        (bespoke.controls, MAXIMUM_CONTROLS, "controls"),
        (bespoke.state, MAXIMUM_VARIABLES, "values in its state"),
        (bespoke.tests, MAXIMUM_TESTS, "tests"),
    ):
        if len(things) > most:
            yield None, f"An app has at most {most} {word}."
    if not bespoke.state:
        yield None, "“## State” names at least one value, or nothing could be tested."
    if not bespoke.tests:
        yield None, "“## Tests” holds at least one “### Test: …”."
    yield from _name_faults(bespoke)
    for control in bespoke.controls:
        for message in _control_faults(control):
            yield control, message
    for variable in bespoke.state:
        for message in _variable_faults(variable):
            yield variable, message
    titles = Counter(test.title for test in bespoke.tests)
    for test in bespoke.tests:
        if titles[test.title] > 1:
            yield test, f"The test “{test.title}” stands there twice; give them different titles."
        yield from test_faults(test, bespoke)


def _name_faults(bespoke: Bespoke) -> Iterator[Place]:
    seen: set[str] = set()
    named: tuple[Control | StateVariable, ...] = (*bespoke.controls, *bespoke.state)
    for thing in named:
        message = name_fault(thing.name)
        if message:
            yield thing, message
        elif thing.name in seen:
            yield thing, f"“{thing.name}” stands there twice; controls and values need own names."
        seen.add(thing.name)


def _control_faults(control: Control) -> Iterator[str]:
    yield from _unit_faults(control.unit)
    if control.kind in RANGED:
        if control.least is None or control.most is None:
            yield "It needs a range: “from 0 to 10”."
            return
        if not finite(control.least, control.most, control.step) or control.least >= control.most:
            yield "Its range must rise: “from 0 to 10”."
            return
        if not 0 < control.step <= control.most - control.least:
            yield "Its steps must be larger than 0 and fit into its range."
            return
    elif control.least is not None or control.most is not None or control.unit or control.step != 1:
        yield f"A {control.kind} has no range, steps or unit."
    if control.kind == "select":
        yield from _choice_faults(control.choices)
    elif control.choices:
        yield f"A {control.kind} has no texts to choose from."
    if control.start is not None:
        yield from value_faults(control, control.start)


def _choice_faults(choices: tuple[str, ...]) -> Iterator[str]:
    if not 2 <= len(choices) <= MAXIMUM_CHOICES:
        yield f"It needs 2 to {MAXIMUM_CHOICES} different texts."
    for text, times in Counter(choices).items():
        if times > 1:
            yield f"“{text}” stands there twice."
        if not text.strip() or text != " ".join(text.split()):
            yield f"“{text}” is empty or has blanks too many."
        yield from text_faults(text)


def _unit_faults(unit: str) -> Iterator[str]:
    if unit and (unit != unit.strip(BLANKS) or len(unit) > UNIT_CHARACTERS_MAX):
        yield f"A unit has at most {UNIT_CHARACTERS_MAX} characters and no blanks around it."
    yield from text_faults(unit)


def _variable_faults(variable: StateVariable) -> Iterator[str]:
    yield from _unit_faults(variable.unit)
    numeric = variable.kind in ("number", "whole", "numbers")
    bounds = [bound for bound in (variable.least, variable.most) if bound is not None]
    if bounds and not numeric:
        yield "Only numbers have a range."
    elif not finite(*bounds) or bounds != sorted(bounds):
        yield "Its range must rise: “from 0 to 10”."
    if variable.unit and not numeric:
        yield "Only numbers have a unit."
    if variable.kind == "choice":
        yield from _choice_faults(variable.choices)
    elif variable.choices:
        yield "It has no texts to choose from."
