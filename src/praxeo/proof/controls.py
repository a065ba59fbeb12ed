"""Sets and presses the controls of a bespoke app as a person does: real pointer, real keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from praxeo.domain.acceptance import Bespoke, Control, ControlValue
from praxeo.ports.browser import AppPage
from praxeo.proof.appearance import Appearance, read_appearance
from praxeo.proof.playthrough import script
from praxeo.spec.bespoke.tokens import write_number

RESET = ""  # the name by which the reset button is asked for
TABS_MAX = 90  # presses of Tab in which every control must be reached
ARROWS_MAX = 400  # presses of an arrow key on one slider
THUMB = 16  # CSS pixels; a slider's ends are half a thumb away from its box


class CannotUse(Exception):  # it is what happened, as in domain.errors
    """A control cannot be set or pressed; `reason` says why."""

    def __init__(self, control: str, reason: str, *, code: str = "control_unusable") -> None:
        super().__init__(f"{control}: {reason}")
        self.control, self.reason, self.code = control, reason, code


@dataclass
class AppControls:
    """Works one app in one window. After each action the app has answered; no time has passed."""

    page: AppPage
    spec: Bespoke
    _controls: dict[str, Control] = field(init=False)

    def __post_init__(self) -> None:
        self._controls = {control.name: control for control in self.spec.controls}

    def begin(self) -> bool:
        """Take hold of the freshly loaded app; whether it is ready."""
        names = {
            "controls": [*self._controls],
            "outputs": [variable.name for variable in self.spec.state if variable.shown],
        }
        self.page.run(script("driver.js"), names)
        return bool(self.ask("ready"))

    def ask(self, call: str, argument: object = None, **options: Any) -> Any:
        """Call a function of the driver in the page."""
        return self.page.run(
            f"argument => window.praxeoDrive.{call}(argument)", argument, **options
        )

    def look(self) -> Appearance:
        return read_appearance(self.ask("settled"), self.spec)

    def wait(self, seconds: float) -> Appearance:
        return read_appearance(self.ask("waited", seconds), self.spec)

    def watch(self, every: float, count: int) -> list[Appearance]:
        """What is seen after each of `count` intervals."""
        looks: list[Appearance] = []
        while len(looks) < count:
            batch = max(1, min(count - len(looks), int(20 / every)))
            told = self.ask("watched", {"every": every, "count": batch})
            looks += [read_appearance(each, self.spec) for each in told]
        return looks

    def press(self, name: str, times: int = 1) -> None:
        for _time in range(times):
            place = self._place(name)
            self.page.click(place["x"], place["y"])
            self.ask("settled")

    def reset(self) -> None:
        self.press(RESET)

    def put(self, name: str, value: ControlValue) -> None:
        """Give a control a value. CannotUse if it does not take it."""
        control = self._controls[name]
        match control.kind:
            case "slider":
                self._slide(control, float(value))
            case "number" | "text":
                self._click(self._place(name))
                self._type(value)
            case "toggle":
                place = self._place(name)
                if self._value(name) is not value:
                    self._click(place)
            case _:
                self._choose(name, str(value))
        self._see_that_it_took(name, value)

    def put_by_keyboard(self, name: str, value: ControlValue) -> None:
        """The same, reached and done by keys alone."""
        control = self._controls[name]
        self._walk_to(name)
        match control.kind:
            case "slider":
                self._step_slider(control, float(value))
            case "number" | "text":
                self._type(value)
            case "toggle":
                if self._value(name) is not value:
                    self.page.press(["Space"])
            case _:
                self._arrows_to(name, str(value))
        self._see_that_it_took(name, value)

    def press_by_keyboard(self, name: str, times: int = 1) -> None:
        for time in range(times):
            if time == 0 or self.ask("focused") != name:
                self._walk_to(name)
            self.page.press(["Enter"])
            self.ask("settled")

    def reached_by_tab(self) -> set[str]:
        """The names of all controls (RESET among them) that the Tab key reaches from the start."""
        self.page.enter()
        reached: set[str] = set()
        wanted = {*self._controls, RESET}
        for _press in range(TABS_MAX):
            self.page.press(["Tab"])
            name = self.ask("focused")
            if name is not None:
                reached.add(name)
            if reached >= wanted:
                break
        return reached

    def _walk_to(self, name: str) -> None:
        self.page.enter()
        for _press in range(TABS_MAX):
            self.page.press(["Tab"])
            if self.ask("focused") == name:
                return
        raise CannotUse(name, "the Tab key does not reach it", code="keyboard_unreachable")

    def _place(self, name: str) -> dict[str, Any]:
        place: dict[str, Any] = self.ask("place", name)
        if "fault" in place:
            raise CannotUse(name, place["fault"])
        return place

    def _click(self, place: dict[str, Any]) -> None:
        self.page.click(place["x"], place["y"])

    def _value(self, name: str) -> Any:
        return self.ask("look")["values"].get(name)

    def _type(self, value: ControlValue) -> None:
        self.page.press(["Control+a", "Delete"])
        text = value if isinstance(value, str) else write_number(float(value))
        if text:
            self.page.write(text)
        self.page.press(["Tab"])

    def _slide(self, control: Control, value: float) -> None:
        place = self._place(control.name)
        assert control.least is not None
        assert control.most is not None
        share = (value - control.least) / (control.most - control.least)
        x = place["left"] + THUMB / 2 + share * (place["width"] - THUMB)
        self.page.click(x, place["y"])
        self.ask("settled")
        if self.ask("focused") != control.name:
            self.page.click(x, place["y"])  # as a person who has not hit it would
            self.ask("settled")
        self._step_slider(control, value)

    def _step_slider(self, control: Control, value: float) -> None:
        assert control.least is not None
        assert control.most is not None
        now = self._value(control.name)
        if not isinstance(now, int | float):
            return
        ways = {
            "": round((value - now) / control.step),
            "Home": round((value - control.least) / control.step),
            "End": round((value - control.most) / control.step),
        }
        first = min(ways, key=lambda key: abs(ways[key]) + bool(key))
        steps = ways[first]
        if abs(steps) <= ARROWS_MAX:
            arrow = "ArrowUp" if steps > 0 else "ArrowDown"
            self.page.press([*([first] if first else []), *[arrow] * abs(steps)])

    def _choose(self, name: str, choice: str) -> None:
        if self.ask("isRadioGroup", name):
            place = self.ask("placeOfChoice", {"name": name, "choice": choice})
            if "fault" in place:
                raise CannotUse(name, place["fault"])
            self._click(place)
            return
        self._place(name)  # it has to be in sight
        if not self.ask("focus", name):
            raise CannotUse(name, "it does not take the focus")
        self._arrows_to(name, choice)

    def _arrows_to(self, name: str, choice: str) -> None:
        """Move a list or a group of radio buttons that has the focus to a choice."""
        steps = self.ask("stepsTo", {"name": name, "choice": choice})
        if steps is None:
            raise CannotUse(name, f"it has no choice “{choice}”")
        here = max(steps["here"], 0)
        if steps["group"] and steps["here"] < 0:
            self.page.press(["Space"])
        way = steps["there"] - here
        self.page.press(["ArrowDown" if way > 0 else "ArrowUp"] * abs(way))

    def _see_that_it_took(self, name: str, value: ControlValue) -> None:
        told = self.ask("settled")["values"].get(name)
        if isinstance(value, bool | str):
            taken = told == value
        else:
            taken = isinstance(told, int | float) and abs(told - value) <= 1e-9 * max(1, abs(value))
        if not taken:
            raise CannotUse(name, f"it should be {value!r} now and is {told!r}")
