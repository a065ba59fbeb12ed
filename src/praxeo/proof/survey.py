"""What every bespoke app must do, whatever its tests say: show and name its controls, react, come back."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from praxeo.domain.acceptance import Bespoke, Control, ControlValue
from praxeo.proof.appearance import BROKEN, Appearance, differences
from praxeo.proof.controls import RESET, AppControls, CannotUse

ROUNDS = 3  # of operating every control in an order of chance
LEAST_WORDS = 3  # on a page that is not empty
BETWEEN_SECONDS = 0.5  # that pass now and then between two actions
AFTER_SECONDS = 1.0  # in which an app that was reset must do as a fresh one does
SEED = 4

Found = tuple[str, str, str]  # code, place, detail


@dataclass
class Survey:
    """The general look at one freshly loaded app; `start` is how it was."""

    controls: AppControls
    spec: Bespoke
    start: Appearance
    found: list[Found] = field(default_factory=list)

    def look_over(self) -> None:
        """What can be seen without touching anything."""
        text = self.controls.ask("pageText")
        if len(text.split()) < LEAST_WORDS or self.controls.ask("drawn") < LEAST_WORDS:
            self.found.append(("page_empty", "", text[:60]))
        self._broken_text(text)
        self._tell(self.start)
        for control in self.spec.controls:
            self.found.extend(self._described(control))
        reset = self.controls.ask("describe", RESET)
        if not reset or not reset["visible"]:
            self.found.append(("control_missing", "reset", 'no button with data-action="reset"'))
        elif not reset["label"]:
            self.found.append(("control_unnamed", "reset", ""))

    def walk_by_tab(self) -> None:
        """Whether the Tab key reaches every control."""
        reached = self.controls.reached_by_tab()
        for name in (*(control.name for control in self.spec.controls), RESET):
            if name not in reached and self._usable(name):
                self.found.append(("keyboard_unreachable", name or "reset", ""))

    def drive(self) -> None:
        """Operate every control several times, at its ends too, and see that the state stays legal."""
        chance = random.Random(SEED)  # noqa: S311  # an order, not a secret
        moved: set[str] = set()
        for turn in range(ROUNDS):
            order = list(self.spec.controls)
            chance.shuffle(order)
            for control in order:
                if self._moves(control, turn, chance):
                    moved.add(control.name)
                if self.found:
                    return
            self._tell(self.controls.wait(BETWEEN_SECONDS))
        buttons = [control for control in self.spec.controls if control.kind == "button"]
        moved |= {
            each.name
            for each in buttons
            if each.name not in moved and self._after_another(each, buttons, chance)
        }
        for control in self.spec.controls:
            # With buttons, a value may have to be sent by one; that is for the tests to say.
            if control.name not in moved and (control.kind == "button" or not buttons):
                self.found.append(("control_dead", control.name, ""))

    def keys_do_the_same(self, afresh: Callable[[], bool]) -> None:
        """A button that does something when it is clicked does it when Enter is pressed on it."""
        for control in self.spec.controls:
            if control.kind != "button" or not self._usable(control.name):
                continue
            moved = []
            for press in (self.controls.press, self.controls.press_by_keyboard):
                if not afresh():
                    return
                before = self.controls.look().state, self.controls.ask("face")
                press(control.name)
                moved.append(before != (self.controls.look().state, self.controls.ask("face")))
            if moved == [True, False]:
                self.found.append(("keyboard_no_effect", control.name, ""))

    def _after_another(
        self, button: Control, buttons: list[Control], chance: random.Random
    ) -> bool:
        """Whether a button does something soon after another one, as one that pauses does."""
        for other in buttons:
            if other is not button and self._usable(other.name):
                self._moves(other, 0, chance)
                self._tell(self.controls.wait(BETWEEN_SECONDS))
                if self._moves(button, 0, chance):
                    return True
        return False

    def come_back(self, fresh: Appearance) -> None:
        """Reset, then go on as a fresh app does; `fresh` is a fresh one after AFTER_SECONDS."""
        try:
            self.controls.reset()
        except CannotUse as refused:
            self.found.append((refused.code, "reset", refused.reason))
            return
        after = self.controls.look()
        self._tell(after)
        told = differences(self.spec, self.start, after)
        if told:
            self.found.append(("reset_incomplete", "", "; ".join(told[:4])))
            return
        later = differences(self.spec, fresh, self.controls.wait(AFTER_SECONDS))
        if later:
            self.found.append(("reset_incomplete", "", f"a second later {'; '.join(later[:4])}"))

    def _described(self, control: Control) -> Iterator[Found]:
        told = self.controls.ask("describe", control.name)
        if not told:
            yield "control_missing", control.name, f'data-control="{control.name}"'
            return
        if not told["visible"]:
            yield "control_missing", control.name, "it is hidden"
        if not told["label"]:
            yield "control_unnamed", control.name, ""
        if told["count"] > 1:
            yield "control_differs", control.name, f"{told['count']} elements have its name"
        if told["kind"] != control.kind:
            yield "control_differs", control.name, f"it is a {told['kind']}, not a {control.kind}"
        elif control.kind == "select" and sorted(told["options"]) != sorted(control.choices):
            yield "control_differs", control.name, f"it offers {', '.join(told['options'])[:90]}"
        elif told["type"] in ("range", "number"):
            yield from self._range_differs(control, told)
        value = self.start.values.get(control.name)
        if control.start is not None and control.kind != "button" and value != control.start:
            yield "control_differs", control.name, f"it starts at {value}, not {control.start}"

    def _range_differs(self, control: Control, told: dict[str, str]) -> Iterator[Found]:
        wanted = {"min": control.least, "max": control.most}
        unsaid = {"min": "", "max": ""}
        if control.kind == "slider":
            wanted["step"] = control.step
            unsaid = {"min": "0", "max": "100", "step": "1"}  # as HTML has it
        for name, number in wanted.items():
            given = told[name] or unsaid[name]
            try:
                fits = number is not None and abs(float(given) - number) <= 1e-9
            except ValueError:  # "any", or nothing at all
                fits = False
            if not fits:
                shown = given or "missing"
                yield "control_differs", control.name, f"its {name} is {shown}, not {number:g}"

    def _usable(self, name: str) -> bool:
        """Controls that wait for something are not reached before it."""
        return "fault" not in self.controls.ask("place", name)

    def _moves(self, control: Control, turn: int, chance: random.Random) -> bool:
        """Operate a control; whether anything else in sight or in the state changed."""
        if not self._usable(control.name):
            return False
        before, face = self.controls.look(), self.controls.ask("face")
        try:
            if control.kind == "button":
                self.controls.press(control.name)
            else:
                self.controls.put(control.name, self._value(control, turn, chance, before))
        except CannotUse as refused:
            self.found.append((refused.code, control.name, refused.reason))
            return False
        after = self.controls.look()
        self._tell(after)
        self._broken_text(self.controls.ask("pageText"))
        return before.state != after.state or face != self.controls.ask("face")

    def _value(
        self, control: Control, turn: int, chance: random.Random, before: Appearance
    ) -> ControlValue:
        now = before.values.get(control.name)
        match control.kind:
            case "toggle":
                return now is not True
            case "select":
                return chance.choice([choice for choice in control.choices if choice != now])
            case "text":
                return ("", "abc", "12")[turn % 3]
        assert control.least is not None
        assert control.most is not None
        steps = int((control.most - control.least) / control.step + 1e-9)
        step = (steps, 0, chance.randint(0, steps))[turn % 3]
        value = round(control.least + step * control.step, 9)
        return value if value != now else round(control.least + (steps - step) * control.step, 9)

    def _tell(self, look: Appearance) -> None:
        for fault in look.faults[:2]:
            code = "text_differs" if "shown" in fault else "state_illegal"
            self.found.append((code, "", fault))

    def _broken_text(self, text: str) -> None:
        if broken := BROKEN.search(text):
            self.found.append(("broken_text", "", text[max(0, broken.start() - 30) : broken.end() + 10]))  # fmt: skip
