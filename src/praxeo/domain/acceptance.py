"""What a spec says of a bespoke app: its controls, its state, and the tests that it has to pass.

docs/reference/acceptance-tests.md has the language in which people and models write this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.expressions import Expression, Kind, Tolerance

ControlKind = Literal["slider", "number", "select", "button", "text", "toggle"]
StateKind = Literal["number", "whole", "truth", "choice", "text", "numbers", "texts"]
Trend = Literal["rises", "falls", "never rises", "never falls"]
ControlValue = float | str | bool

DEFAULT_SAMPLES = 6  # of a test that holds for any values
KIND_OF_CONTROL: dict[ControlKind, Kind] = {
    "slider": "number",
    "number": "number",
    "select": "text",
    "text": "text",
    "toggle": "truth",
}
KIND_OF_STATE: dict[StateKind, Kind] = {
    "number": "number",
    "whole": "number",
    "truth": "truth",
    "choice": "text",
    "text": "text",
    "numbers": "numbers",
    "texts": "texts",
}


@dataclass(frozen=True, kw_only=True)
class Control:
    """Something a learner sets or presses. `least`, `most`, `step`, `unit` belong to sliders and numbers,
    `choices` to selects. `start` is its value in the fresh app, None if the spec leaves it open."""

    name: str
    kind: ControlKind
    least: float | None = None
    most: float | None = None
    step: float = 1.0
    choices: tuple[str, ...] = ()
    unit: str = ""
    start: ControlValue | None = None


@dataclass(frozen=True, kw_only=True)
class StateVariable:
    """A value that the app tells with `praxeo.state()` and, unless `shown` is false, on the page.

    A number (each number of a list) stays between `least` and `most`. A `random` one need not be the
    same after a reset.
    """

    name: str
    kind: StateKind
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()
    unit: str = ""
    shown: bool = True
    random: bool = False


@dataclass(frozen=True, kw_only=True)
class SetControl:
    """Give a control a value, with the pointer and keys or with keys alone."""

    control: str
    value: ControlValue
    by_keyboard: bool = False


@dataclass(frozen=True, kw_only=True)
class PressButton:
    """Press a button so many times, with the pointer or with keys alone."""

    control: str
    times: int = 1
    by_keyboard: bool = False


@dataclass(frozen=True, kw_only=True)
class Wait:
    """Let time pass."""

    seconds: float


@dataclass(frozen=True, kw_only=True)
class Reset:
    """Press what has `data-action="reset"`."""


@dataclass(frozen=True, kw_only=True)
class Remember:
    """Keep a value under a name for later steps."""

    expression: Expression
    name: str


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """Move a control through its range; each of the `count` values is a moment of the series."""

    control: str
    start: float
    end: float
    count: int


@dataclass(frozen=True, kw_only=True)
class Watch:
    """Let time pass; the beginning and the end of every interval are the moments of the series."""

    seconds: float
    every: float


@dataclass(frozen=True, kw_only=True)
class WatchPresses:
    """Press a button; the beginning and every press are the moments of the series."""

    control: str
    count: int


@dataclass(frozen=True, kw_only=True)
class Expect:
    """It holds now; at `every` moment of the series; or at `some` moment of it."""

    expression: Expression
    at: Literal["now", "every", "some"] = "now"


@dataclass(frozen=True, kw_only=True)
class ExpectTrend:
    """From moment to moment of the series a number rises, falls, or never does."""

    expression: Expression
    trend: Trend


@dataclass(frozen=True, kw_only=True)
class ExpectSteady:
    """In the whole series a number keeps its first value, up to the tolerance."""

    expression: Expression
    tolerance: Tolerance


@dataclass(frozen=True, kw_only=True)
class ExpectShown:
    """A text stands (or does not) where a state variable is shown; with no `name`, on the page."""

    name: str
    text: str
    present: bool = True


@dataclass(frozen=True, kw_only=True)
class ExpectStart:
    """Every control and state variable is as in the fresh app."""


Step = (
    SetControl
    | PressButton
    | Wait
    | Reset
    | Remember
    | Sweep
    | Watch
    | WatchPresses
    | Expect
    | ExpectTrend
    | ExpectSteady
    | ExpectShown
    | ExpectStart
)
Series = Sweep | Watch | WatchPresses


@dataclass(frozen=True, kw_only=True)
class AnyValue:
    """A control that a test sets to samples: of its whole range, or from `least` to `most`."""

    control: str
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, kw_only=True)
class AcceptanceTest:
    """Steps from a fresh app to what must then hold. With `any_of` it runs once for each sample."""

    title: str
    steps: tuple[Step, ...]
    any_of: tuple[AnyValue, ...] = ()
    samples: int = DEFAULT_SAMPLES


@dataclass(frozen=True, kw_only=True)
class Bespoke:
    """An app that is written as a whole: what the learner does and sees, and how it is proven."""

    mechanics: str
    controls: tuple[Control, ...]
    state: tuple[StateVariable, ...]
    tests: tuple[AcceptanceTest, ...]

    def kinds(self) -> dict[str, Kind]:
        """The names that expressions may use, with the kinds of their values."""
        values: dict[str, Kind] = {
            control.name: KIND_OF_CONTROL[control.kind]
            for control in self.controls
            if control.kind in KIND_OF_CONTROL
        }
        return values | {variable.name: KIND_OF_STATE[variable.kind] for variable in self.state}
