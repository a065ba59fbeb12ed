"""The rules that every acceptance test of a spec keeps."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from praxeo.domain.acceptance import (
    KIND_OF_CONTROL,
    AcceptanceTest,
    AnyValue,
    Bespoke,
    Control,
    Expect,
    ExpectShown,
    ExpectStart,
    ExpectSteady,
    ExpectTrend,
    PressButton,
    Remember,
    SetControl,
    StateVariable,
    Step,
    Sweep,
    Wait,
    Watch,
    WatchPresses,
)
from praxeo.domain.expressions import Kind
from praxeo.spec.bespoke.expression_kinds import kind_of
from praxeo.spec.bespoke.values import RANGED, name_fault, text_faults, value_faults

MAXIMUM_STEPS = 100  # of one test
MAXIMUM_SAMPLES = 24  # of one test
MAXIMUM_SECONDS = 600.0  # that a test lets pass at once
MAXIMUM_MOMENTS = 400  # of a series
MAXIMUM_PRESSES = 200
Place = tuple[object, str]  # the test or step, and the fault


def test_faults(test: AcceptanceTest, bespoke: Bespoke) -> Iterator[Place]:
    """What is wrong with one test."""
    if not test.title.strip():
        yield test, "It needs a title that says what must hold."
    yield from ((test, message) for message in text_faults(test.title))
    if len(test.steps) > MAXIMUM_STEPS:
        yield test, f"A test has at most {MAXIMUM_STEPS} steps."
    if not any(isinstance(step, Expect | ExpectTrend | ExpectSteady | ExpectShown | ExpectStart) for step in test.steps):  # fmt: skip
        yield test, f"The test “{test.title}” expects nothing; end it with “Then …”."
    if not 1 <= test.samples <= MAXIMUM_SAMPLES:
        yield test, f"A test runs with 1 to {MAXIMUM_SAMPLES} samples."
    controls = {control.name: control for control in bespoke.controls}
    for chosen in test.any_of:
        yield from ((test, message) for message in _any_faults(chosen, controls))
    if len({chosen.control for chosen in test.any_of}) < len(test.any_of):
        yield test, "“For any” names a control twice."
    kinds: dict[str, Kind] = bespoke.kinds()
    series = False
    for step in test.steps:
        for message in _step_faults(step, controls, kinds, {v.name: v for v in bespoke.state}, series=series):  # fmt: skip
            yield step, message
        series = series or isinstance(step, Sweep | Watch | WatchPresses)
        if isinstance(step, Remember) and not any(_expression_faults(step.expression, kinds)):
            kinds = {**kinds, step.name: kind_of(step.expression, kinds)}


def _any_faults(chosen: AnyValue, controls: dict[str, Control]) -> Iterator[str]:
    control = controls.get(chosen.control)
    if control is None:
        yield f"There is no control “{chosen.control}”."
    elif control.kind in ("button", "text"):
        yield f"“For any” takes sliders, numbers, selects and toggles, not the {control.kind} “{control.name}”."
    elif (chosen.least is None) != (chosen.most is None):
        yield "A range has two ends."
    elif chosen.least is not None and chosen.most is not None:
        if control.kind not in RANGED or control.least is None or control.most is None:
            yield f"“{control.name}” has no range."
        elif not control.least <= chosen.least < chosen.most <= control.most:
            yield f"The range of “{control.name}” must rise within its own."


def _step_faults(
    step: Step,
    controls: dict[str, Control],
    kinds: dict[str, Kind],
    state: dict[str, StateVariable],
    *,
    series: bool,
) -> Iterator[str]:
    match step:
        case SetControl():
            control = controls.get(step.control)
            yield from value_faults(control, step.value) if control else _no_control(step.control)
        case PressButton() | WatchPresses():
            count = step.times if isinstance(step, PressButton) else step.count
            yield from _button_faults(step.control, controls)
            if not 1 <= count <= MAXIMUM_PRESSES:
                yield f"A button is pressed 1 to {MAXIMUM_PRESSES} times."
        case Wait():
            yield from _time_faults(step.seconds)
        case Watch():
            yield from _time_faults(step.seconds)
            yield from _time_faults(step.every)
            if step.every > 0 and not 1 <= step.seconds / step.every <= MAXIMUM_MOMENTS:
                yield f"A series has 1 to {MAXIMUM_MOMENTS} moments."
        case Sweep():
            yield from _sweep_faults(step, controls)
        case Remember():
            yield from _expression_faults(step.expression, kinds)
            message = name_fault(step.name)
            if message or step.name in kinds or step.name in controls:
                yield (
                    message or f"“{step.name}” has a meaning already; remember it by another name."
                )
        case Expect() | ExpectTrend() | ExpectSteady():
            yield from _expectation_faults(step, kinds, series=series)
        case ExpectShown():
            yield from _shown_faults(step, state)


def _shown_faults(step: ExpectShown, state: dict[str, StateVariable]) -> Iterator[str]:
    yield from text_faults(step.text)
    if not step.text.strip():
        yield "It needs a text that is shown."
    if step.name and step.name not in state:
        yield f"There is no value “{step.name}” in the state."
    elif step.name and not state[step.name].shown:
        yield f"“{step.name}” is not shown on the page."


def _expectation_faults(
    step: Expect | ExpectTrend | ExpectSteady, kinds: dict[str, Kind], *, series: bool
) -> Iterator[str]:
    needed: Kind = "truth" if isinstance(step, Expect) else "number"
    faults = list(_expression_faults(step.expression, kinds))
    yield from faults
    if not faults and (given := kind_of(step.expression, kinds)) != needed:
        yield f"It must be a {'statement' if needed == 'truth' else 'number'}, not a {given}."
    if not series and not (isinstance(step, Expect) and step.at == "now"):
        yield "It needs a “Sweep …” or “Watch …” before it."


def _expression_faults(expression: object, kinds: dict[str, Kind]) -> Iterator[str]:
    try:
        kind_of(expression, kinds)  # type: ignore[arg-type]
    except ValueError as wrong:
        yield str(wrong)
        return
    for part in _parts(expression):
        if isinstance(part, float) and not (0 <= part <= 1e15):
            yield "A number must be one that a person can write."
        if isinstance(part, str):
            yield from text_faults(part)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for part in value:
            yield from _parts(part)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _parts(getattr(value, field.name))
    else:
        yield value


def _no_control(name: str) -> Iterator[str]:
    yield f"There is no control “{name}”."


def _button_faults(name: str, controls: dict[str, Control]) -> Iterator[str]:
    if name not in controls:
        yield from _no_control(name)
    elif controls[name].kind != "button":
        yield f"“{name}” is no button; set it."


def _time_faults(seconds: float) -> Iterator[str]:
    if not 0.001 <= seconds <= MAXIMUM_SECONDS:
        yield f"A test waits 0.001 to {MAXIMUM_SECONDS:g} seconds."


def _sweep_faults(step: Sweep, controls: dict[str, Control]) -> Iterator[str]:
    control = controls.get(step.control)
    if control is None:
        yield from _no_control(step.control)
    elif KIND_OF_CONTROL.get(control.kind) != "number":
        yield f"“{step.control}” has no range."
    elif (
        control.least is not None
        and control.most is not None
        and not all(control.least <= end <= control.most for end in (step.start, step.end))
    ):
        yield f"“{step.control}” goes from {control.least:g} to {control.most:g}."
    if not 2 <= step.count <= MAXIMUM_MOMENTS:
        yield f"A sweep has 2 to {MAXIMUM_MOMENTS} steps."
    if step.start == step.end:
        yield "A sweep goes from one value to another."
