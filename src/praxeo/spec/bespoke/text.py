"""How the controls, the state and the tests of a bespoke app are written, and read from a spec text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from praxeo.domain.acceptance import (
    DEFAULT_SAMPLES,
    AcceptanceTest,
    AnyValue,
    Bespoke,
    Control,
    ControlKind,
    StateKind,
    StateVariable,
    Step,
)
from praxeo.spec.bespoke.rules import bespoke_faults
from praxeo.spec.bespoke.steps import (
    read_any,
    read_step,
    read_value,
    write_any,
    write_step,
    write_value,
)
from praxeo.spec.bespoke.tokens import Words, write_number, write_text
from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.lines import Lines, write_prose
from praxeo.spec.marks import BLANKS, read_marks, write_plain

T = TypeVar("T")

_CONTROL_KINDS: tuple[ControlKind, ...] = ("slider", "number", "select", "button", "text", "toggle")
HEADINGS = ("mechanics", "controls", "state", "tests")
_STATE_WORDS: dict[StateKind, tuple[str, ...]] = {
    "number": ("number",),
    "whole": ("whole", "number"),
    "truth": ("yes", "or", "no"),
    "choice": ("one", "of"),
    "text": ("text",),
    "numbers": ("list", "of", "numbers"),
    "texts": ("list", "of", "texts"),
}


@dataclass
class BespokeReader:
    """Gathers the bespoke part of a spec while its headings are read; `lines_of` knows by identity
    on which line each of its things stands."""

    lines: Lines
    fault: Callable[[int, str], None]
    headings: dict[str, int] = field(default_factory=dict)
    mechanics: str = ""
    controls: list[Control] = field(default_factory=list)
    state: list[StateVariable] = field(default_factory=list)
    tests: list[AcceptanceTest] = field(default_factory=list)
    lines_of: dict[int, int] = field(default_factory=dict)
    broken: bool = False

    def read(self, heading: str) -> bool:
        """Read what stands under this heading; False if it is none of these or stands there twice."""
        if heading not in HEADINGS or heading in self.headings:
            return False
        self.headings[heading] = self.lines.number
        self.lines.at += 1
        if heading == "mechanics":
            self.mechanics = self.lines.take_prose()
        elif heading == "controls":
            self.controls = self._all(read_control, "A control")
        elif heading == "state":
            self.state = self._all(read_variable, "A value")
        else:
            self._tests()
        return True

    def finished(self) -> Bespoke | None:
        """The whole, None if the spec has none of it; its faults are told."""
        if not self.headings:
            return None
        bespoke = Bespoke(
            mechanics=self.mechanics,
            controls=tuple(self.controls),
            state=tuple(self.state),
            tests=tuple(self.tests),
        )
        for thing, message in () if self.broken else bespoke_faults(bespoke):
            self.fault(self.lines_of.get(id(thing), min(self.headings.values())), message)
        return bespoke

    def _all(self, read: Callable[[Words], T], what: str) -> list[T]:
        things = []
        for number, thing in read_bullets(self.lines, read, what):
            if isinstance(thing, SpecInvalid):
                self._refused(thing)
            else:
                things.append(thing)
                self.lines_of[id(thing)] = number
        return things

    def _refused(self, refused: SpecInvalid) -> None:
        self.broken = True  # or what has been refused here would be missing everywhere else
        for fault in refused.faults:
            self.fault(fault.line, fault.message)

    def _tests(self) -> None:
        if (line := self.lines.peek_item_line()) is not None:
            self.fault(line.number, "Under “## Tests” each test begins with “### Test: its title”.")
            self.lines.take_prose()
        while (text := self.lines.peek()) is not None and text.startswith("###"):
            number = self.lines.number
            word, _, title = text.removeprefix("###").partition(":")
            if word.strip(BLANKS).casefold() != "test":
                self.fault(number, "Under “## Tests” each heading is “### Test: its title”.")
            self.lines.at += 1
            test = self._test(read_marks(title).strip().plain)
            self.tests.append(test)
            self.lines_of[id(test)] = number

    def _test(self, title: str) -> AcceptanceTest:
        any_of: tuple[AnyValue, ...] = ()
        samples: int | None = None
        steps: list[Step] = []
        for number, step in read_bullets(self.lines, _read_line_of_test, "A step"):
            if isinstance(step, SpecInvalid):
                self._refused(step)
            elif not isinstance(step, tuple):
                steps.append(step)
                self.lines_of[id(step)] = number
            elif steps or any_of:
                self.fault(
                    number, "“For any …” is the first line of its test, and stands there once."
                )
            else:
                any_of, samples = step
        samples = DEFAULT_SAMPLES if samples is None else samples
        return AcceptanceTest(title=title, steps=tuple(steps), any_of=any_of, samples=samples)


def _read_line_of_test(words: Words) -> Step | tuple[tuple[AnyValue, ...], int | None]:
    return read_any(words) if words.has("for", "any") else read_step(words)


def read_bullets(
    lines: Lines, read: Callable[[Words], T], what: str
) -> Iterator[tuple[int, T | SpecInvalid]]:
    """Line number and value of each “- …” up to the next heading; a fault instead where it has one."""
    atoms, lines.atoms = lines.atoms, False  # what an app does is said without formulas
    while line := lines.peek_item_line():
        lines.take()
        bullet = line.words.strip()
        if not bullet.shadow.startswith(("- ", "* ")):
            yield line.number, SpecInvalid((Fault(line.number, f"{what} begins with “- ”."),))
            continue
        try:
            yield line.number, read(Words.of(line.number, bullet[2:]))
        except SpecInvalid as refused:
            yield line.number, refused
    lines.atoms = atoms


def read_control(words: Words) -> Control:
    """`length: slider from 0.2 to 3 in steps of 0.1, in m, starts at 1`."""
    name = words.take("word", "The name of the control")
    words.need(":")
    kind = next((kind for kind in _CONTROL_KINDS if words.has(kind)), None)
    if kind is None:
        raise words.refuse(f"A control is one of {', '.join(_CONTROL_KINDS)}, not {words.rest()}.")
    least = most = start = None
    step, unit = 1.0, ""
    choices: tuple[str, ...] = ()
    if kind == "select":
        words.need("of")
        choices = _texts(words)
    elif kind in ("slider", "number"):
        words.need("from")
        least = words.number()
        words.need("to")
        most = words.number()
        if words.has("in", "steps", "of"):
            step = words.number()
    while words.has(","):
        if words.has("starts"):
            words.has("at")
            start = read_value(words)
        else:
            unit = _unit(words)
    words.end()
    return Control(
        name=name, kind=kind, least=least, most=most, step=step, choices=choices, unit=unit, start=start
    )  # fmt: skip


def _texts(words: Words) -> tuple[str, ...]:
    """Quoted texts with commas between them; a comma before anything else is left where it stands."""
    texts = [words.take("text", "A quoted text")]
    while words.has(","):
        token = words.peek()
        if token is None or token.kind != "text":
            words.at -= 1
            break
        texts.append(words.take("text", "A quoted text"))
    return tuple(texts)


def _unit(words: Words) -> str:
    words.need("in")
    return words.take("text", "A unit in quotation marks")


def read_variable(words: Words) -> StateVariable:
    """`period: number from 0 to 10, in "s", not shown`."""
    name = words.take("word", "The name of the value")
    words.need(":")
    kind = next((kind for kind, texts in _STATE_WORDS.items() if words.has(*texts)), None)
    if kind is None:
        kinds = "; ".join(" ".join(texts) for texts in _STATE_WORDS.values())
        raise words.refuse(f"A value is one of: {kinds}; not {words.rest()}.")
    choices = _texts(words) if kind == "choice" else ()
    least = words.number() if words.has("from") else None
    most = words.number() if words.has("to") or words.has("up", "to") else None
    unit, shown, random = "", True, False
    while words.has(","):
        if words.has("not", "shown"):
            shown = False
        elif words.has("random"):
            random = True
        else:
            unit = _unit(words)
    words.end()
    return StateVariable(
        name=name, kind=kind, least=least, most=most, choices=choices, unit=unit, shown=shown, random=random
    )  # fmt: skip


def print_before_sections(bespoke: Bespoke) -> Iterator[str]:
    """The lines of the mechanics, the controls and the state."""
    yield from ("", "## Mechanics", write_prose(bespoke.mechanics))
    if bespoke.controls:
        yield from ("", "## Controls", *map(_control, bespoke.controls))
    yield from ("", "## State", *map(_variable, bespoke.state))


def print_tests(bespoke: Bespoke) -> Iterator[str]:
    """The lines of the tests."""
    yield from ("", "## Tests")
    for test in bespoke.tests:
        yield from ("", f"### Test: {write_plain(test.title)}")
        if test.any_of:
            samples = None if test.samples == DEFAULT_SAMPLES else test.samples
            yield write_any(test.any_of, samples)
        yield from map(write_step, test.steps)


def _control(control: Control) -> str:
    parts = [f"- {control.name}: {control.kind}"]
    if control.choices:
        parts[0] += f" of {', '.join(map(write_text, control.choices))}"
    if control.least is not None and control.most is not None:
        parts[0] += f" from {write_number(control.least)} to {write_number(control.most)}"
        if control.step != 1:
            parts[0] += f" in steps of {write_number(control.step)}"
    if control.unit:
        parts.append(f"in {write_text(control.unit)}")
    if control.start is not None:
        at = "" if isinstance(control.start, bool) else "at "
        parts.append(f"starts {at}{write_value(control.start)}")
    return ", ".join(parts)


def _variable(variable: StateVariable) -> str:
    parts = [f"- {variable.name}: {' '.join(_STATE_WORDS[variable.kind])}"]
    if variable.choices:
        parts[0] += f" {', '.join(map(write_text, variable.choices))}"
    if variable.least is not None:
        parts[0] += f" from {write_number(variable.least)}"
    if variable.most is not None:
        up = "" if variable.least is not None else "up "
        parts[0] += f" {up}to {write_number(variable.most)}"
    if variable.unit:
        parts.append(f"in {write_text(variable.unit)}")
    if not variable.shown:
        parts.append("not shown")
    if variable.random:
        parts.append("random")
    return ", ".join(parts)
