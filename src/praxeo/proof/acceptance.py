"""Runs the acceptance tests of a bespoke app, each from a freshly loaded page."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from praxeo.domain.acceptance import (
    AcceptanceTest,
    AnyValue,
    Bespoke,
    Control,
    ControlValue,
    Expect,
    ExpectShown,
    ExpectStart,
    ExpectSteady,
    ExpectTrend,
    PressButton,
    Remember,
    Reset,
    SetControl,
    Step,
    Sweep,
    Wait,
    Watch,
    WatchPresses,
)
from praxeo.domain.expressions import Comparison, Expression, Name, Value
from praxeo.proof.appearance import Appearance, differences, written
from praxeo.proof.controls import AppControls, CannotUse
from praxeo.spec.bespoke.expression_text import write_expression
from praxeo.spec.bespoke.expression_values import NoValue, evaluate, same
from praxeo.spec.bespoke.steps import write_step

NAMES_TOLD = 6  # values told with a failure
STEPS_TOLD = 12

Sample = tuple[tuple[str, ControlValue], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """Why a test failed: at which step (from 1; 0 before the first), what was expected and what was."""

    code: str
    step: int
    told: str


def samples_of(test: AcceptanceTest, spec: Bespoke, most: int) -> tuple[Sample, ...]:
    """The values that the test is run with, at most `most` of them: the ends first, the same every time."""
    if not test.any_of:
        return ((),)
    chance = random.Random(test.title)  # noqa: S311  # samples, not secrets
    controls = {control.name: control for control in spec.controls}
    return tuple(
        tuple((each.control, _sampled(controls[each.control], each, number, chance)) for each in test.any_of)
        for number in range(min(test.samples, most))
    )  # fmt: skip


def _sampled(
    control: Control, chosen: AnyValue, number: int, chance: random.Random
) -> ControlValue:
    if control.kind == "toggle":
        return number % 2 == 1
    if control.kind == "select":
        return control.choices[number % len(control.choices)]
    assert control.least is not None
    assert control.most is not None
    least = control.least if chosen.least is None else chosen.least
    most = control.most if chosen.most is None else chosen.most
    first = -int(-(least - control.least) / control.step // 1)  # steps, rounded up
    last = int((most - control.least) / control.step + 1e-9)
    step = (first, last)[number] if number < 2 else chance.randint(first, last)
    return round(control.least + step * control.step, 9)


@dataclass
class Trial:
    """One run of one test on a freshly loaded app."""

    controls: AppControls
    spec: Bespoke
    start: Appearance
    remembered: dict[str, Value] = field(default_factory=dict)
    series: list[Appearance] = field(default_factory=list)
    at: int = 0

    def run(self, test: AcceptanceTest, sample: Sample) -> Failure | None:
        """Take the steps; the first thing that is not as it must be, None if all is well."""
        try:
            failure = self._legal(self.start)
            for name, value in () if failure else sample:
                self.controls.put(name, value)
            for self.at, step in enumerate(test.steps, 1):
                failure = failure or self._take(step)
        except CannotUse as refused:
            name = refused.control or "reset"
            return Failure(code=refused.code, step=self.at, told=f"“{name}”: {refused.reason}")
        return failure

    def _take(self, step: Step) -> Failure | None:
        controls = self.controls
        match step:
            case SetControl(by_keyboard=True):
                controls.put_by_keyboard(step.control, step.value)
            case SetControl():
                controls.put(step.control, step.value)
            case PressButton(by_keyboard=True):
                controls.press_by_keyboard(step.control, step.times)
            case PressButton():
                controls.press(step.control, step.times)
            case Wait():
                return self._legal(controls.wait(step.seconds))
            case Reset():
                controls.reset()
            case Sweep() | Watch() | WatchPresses():
                self.series = list(self._moments(step))
                return next((bad for look in self.series if (bad := self._legal(look))), None)
            case Remember():
                return self._remember(step)
            case _:
                return self._expect(step)
        return self._legal(controls.look())

    def _moments(self, step: Sweep | Watch | WatchPresses) -> Iterator[Appearance]:
        match step:
            case Sweep():
                yield from self._swept(step)
            case Watch():
                yield self.controls.look()
                yield from self.controls.watch(step.every, round(step.seconds / step.every))
            case WatchPresses():
                yield self.controls.look()
                for _press in range(step.count):
                    self.controls.press(step.control)
                    yield self.controls.look()

    def _swept(self, step: Sweep) -> Iterator[Appearance]:
        control = next(control for control in self.spec.controls if control.name == step.control)
        assert control.least is not None
        for number in range(step.count):
            value = step.start + (step.end - step.start) * number / (step.count - 1)
            steps = round((value - control.least) / control.step)
            self.controls.put(step.control, round(control.least + steps * control.step, 9))
            yield self.controls.look()

    def _legal(self, look: Appearance) -> Failure | None:
        if not look.faults:
            return None
        code = "text_differs" if "shown" in look.faults[0] else "state_illegal"
        return Failure(code=code, step=self.at, told="; ".join(look.faults[:3]))

    def _remember(self, step: Remember) -> Failure | None:
        try:
            value = evaluate(step.expression, self._names(self.controls.look()))
        except NoValue as without:
            return self._failed(f"{write_expression(step.expression)} has no value ({without})")
        self.remembered[step.name] = value
        return None

    def _names(self, look: Appearance) -> dict[str, Value]:
        return {**look.names, **self.remembered}

    def _failed(self, told: str) -> Failure:
        return Failure(code="test_failed", step=self.at, told=told)

    def _expect(
        self, step: Expect | ExpectTrend | ExpectSteady | ExpectShown | ExpectStart
    ) -> Failure | None:
        match step:
            case Expect(at="now"):
                look = self.controls.look()
                return (
                    None
                    if self._holds(step.expression, look)
                    else self._untrue(step.expression, look)
                )
            case Expect(at="every"):
                bad = next((x for x in self.series if not self._holds(step.expression, x)), None)
                if bad is None:
                    return None
                place = self.series.index(bad) + 1
                failure = self._untrue(step.expression, bad)
                return self._failed(f"{failure.told}, at moment {place} of {len(self.series)}")
            case Expect():
                if any(self._holds(step.expression, look) for look in self.series):
                    return None
                return self._failed(
                    f"it never held; {self._untrue(step.expression, self.series[-1]).told}"
                )
            case ExpectTrend() | ExpectSteady():
                return self._expect_series(step)
            case ExpectShown():
                return self._expect_shown(step)
            case ExpectStart():
                told = differences(self.spec, self.start, self.controls.look())
                return self._failed("; ".join(told[:NAMES_TOLD])) if told else None

    def _holds(self, expression: Expression, look: Appearance) -> bool:
        try:
            return evaluate(expression, self._names(look)) is True
        except (NoValue, KeyError):
            return False

    def _untrue(self, expression: Expression, look: Appearance) -> Failure:
        """What the parts of a statement that does not hold are."""
        names = self._names(look)
        told = []
        if isinstance(expression, Comparison):
            for part in (expression.first, *(after for _sign, after in expression.rest)):
                if not isinstance(part, Name) and any(True for _ in _names_in(part)):
                    told.append(f"{write_expression(part)} was {self._value(part, names)}")
        for name in dict.fromkeys(_names_in(expression)):
            if name in names:
                told.append(f"“{name}” was {written(names[name])}")
        return self._failed(", ".join(told[:NAMES_TOLD]))

    def _value(self, expression: Expression, names: dict[str, Value]) -> str:
        try:
            return written(evaluate(expression, names))
        except (NoValue, KeyError) as without:
            return f"without a value ({without})"

    def _expect_series(self, step: ExpectTrend | ExpectSteady) -> Failure | None:
        numbers: list[float] = []
        for look in self.series:
            try:
                numbers.append(float(evaluate(step.expression, self._names(look))))  # type: ignore[arg-type]
            except (NoValue, KeyError) as without:
                return self._failed(f"it has no value ({without}) at moment {len(numbers) + 1}")
        if isinstance(step, ExpectSteady):
            limit = step.tolerance.of(numbers[0])
            for place, number in enumerate(numbers, 1):
                if not same(numbers[0], number, limit):
                    return self._failed(
                        f"it was {numbers[0]:.6g} at first and {number:.6g} at moment {place}"
                    )
            return None
        for place, (before, after) in enumerate(pairwise(numbers), 2):
            equal = same(before, after)
            fits = {
                "rises": after > before and not equal,
                "falls": after < before and not equal,
                "never rises": after <= before or equal,
                "never falls": after >= before or equal,
            }[step.trend]
            if not fits:
                return self._failed(f"it went from {before:.6g} to {after:.6g} at moment {place}")
        return None

    def _expect_shown(self, step: ExpectShown) -> Failure | None:
        self.controls.look()
        shown = (
            self.controls.look().texts.get(step.name, "")
            if step.name
            else self.controls.ask("pageText")
        )
        there = " ".join(step.text.split()) in shown
        if there == step.present:
            return None
        return self._failed(f"“{shown[:120]}” is shown")


def _names_in(expression: object) -> Iterator[str]:
    if isinstance(expression, Name):
        yield expression.name
    elif isinstance(expression, tuple):
        for part in expression:
            yield from _names_in(part)
    elif hasattr(expression, "__dataclass_fields__"):
        for field_name in expression.__dataclass_fields__:
            yield from _names_in(getattr(expression, field_name))


def steps_told(test: AcceptanceTest, sample: Sample, failure: Failure) -> str:
    """The steps up to the failure as a person reads them."""
    given = [f"{name} = {value}" for name, value in sample]
    steps = [write_step(step)[2:] for step in test.steps[: failure.step]]
    return " ".join([*([f"With {', '.join(given)}:"] if given else []), *steps[-STEPS_TOLD:]])
