"""How each step of an acceptance test is written on its line, and read from it."""

from __future__ import annotations

from collections.abc import Callable

from praxeo.domain.acceptance import (
    AnyValue,
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
    Trend,
    Wait,
    Watch,
    WatchPresses,
)
from praxeo.spec.bespoke.expression_text import (
    read_expression,
    read_sum,
    read_tolerance,
    write_expression,
    write_sum,
    write_tolerance,
)
from praxeo.spec.bespoke.tokens import Words, write_number, write_text

HOW = (
    "A step is written like “Set x to 2.”, “Press go.”, “By keyboard, press go.”, “Wait 2 s.”, "
    "“Reset.”, “Remember x as before.”, “Sweep x from 1 to 9 in 5 steps.”, "
    " “Watch for 2 s every 0.1 s.”, “Watch 9 presses of go.” or “Then x = 2 ± 1 %.”"
)
_TRENDS: tuple[Trend, ...] = ("rises", "falls", "never rises", "never falls")
_TRUTHS = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}


def read_step(words: Words) -> Step:
    """The step that the line says."""
    step = _read(words)
    words.end()
    return step


def _read(words: Words) -> Step:
    by_keyboard = words.has("by", "keyboard")
    if by_keyboard:
        words.has(",")
    if words.has("set"):
        control = words.take("word", "The name of a control")
        words.need("to")
        return SetControl(control=control, value=read_value(words), by_keyboard=by_keyboard)
    if words.has("press"):
        control = words.take("word", "The name of a button")
        return PressButton(control=control, times=_times(words), by_keyboard=by_keyboard)
    for start, reader in _READERS.items():
        if not by_keyboard and words.has(start):
            return reader(words)
    raise words.refuse(f"This step cannot be read. {HOW}")


def read_value(words: Words) -> ControlValue:
    """The value of a control: a number, a quoted text, on or off."""
    token = words.peek()
    if token and token.kind == "text":
        return words.take("text", "A text")
    if token and token.kind == "word" and token.text.casefold() in _TRUTHS:
        return _TRUTHS[words.take("word", "on or off").casefold()]
    return words.number()


def _times(words: Words) -> int:
    token = words.peek()
    if token is None or token.kind != "number":
        return 1
    times = words.whole()
    if not words.has("times"):
        words.need("time")
    return times


def _read_wait(words: Words) -> Step:
    return Wait(seconds=_seconds(words))


def _seconds(words: Words) -> float:
    seconds = words.number()
    words.need("s")
    return seconds


def _read_reset(_words: Words) -> Step:
    return Reset()


def _read_remember(words: Words) -> Step:
    expression = read_sum(words)
    words.need("as")
    return Remember(expression=expression, name=words.take("word", "A name"))


def _read_sweep(words: Words) -> Step:
    control = words.take("word", "The name of a control")
    words.need("from")
    start = words.number()
    words.need("to")
    end = words.number()
    words.need("in")
    count = words.whole()
    words.need("steps")
    return Sweep(control=control, start=start, end=end, count=count)


def _read_watch(words: Words) -> Step:
    if words.has("for"):
        seconds = _seconds(words)
        words.need("every")
        return Watch(seconds=seconds, every=_seconds(words))
    count = words.whole()
    words.need("presses", "of")
    return WatchPresses(control=words.take("word", "The name of a button"), count=count)


def _read_expectation(words: Words) -> Step:
    if words.has("everything", "is", "as", "at", "the", "start"):
        return ExpectStart()
    if words.has("always"):
        return Expect(expression=read_expression(words), at="every")
    if words.has("at", "some", "time"):
        words.has(",")
        return Expect(expression=read_expression(words), at="some")
    start = words.at
    if words.has("the", "page"):
        return _read_shown(words, "")
    token = words.peek()
    if token and token.kind == "word":
        words.at += 1
        coming = words.peek()
        if coming and coming.kind == "word" and coming.text.casefold() in ("shows", "does"):
            return _read_shown(words, token.text)
        words.at = start
    expression = read_expression(words)
    for trend in _TRENDS:
        if words.has(*trend.split()):
            return ExpectTrend(expression=expression, trend=trend)
    if words.has("stays", "within"):
        return ExpectSteady(expression=expression, tolerance=read_tolerance(words))
    return Expect(expression=expression)


def _read_shown(words: Words, name: str) -> Step:
    present = not words.has("does", "not", "show")
    if present:
        words.need("shows")
    return ExpectShown(name=name, text=words.take("text", "A quoted text"), present=present)


_READERS: dict[str, Callable[[Words], Step]] = {
    "wait": _read_wait,
    "reset": _read_reset,
    "remember": _read_remember,
    "sweep": _read_sweep,
    "watch": _read_watch,
    "then": _read_expectation,
}


def write_step(step: Step) -> str:
    """The line of a step, from which `read_step` reads it back."""
    return f"- {_written(step)}."


def _written(step: Step) -> str:
    match step:
        case SetControl():
            start = "By keyboard, set" if step.by_keyboard else "Set"
            return f"{start} {step.control} to {write_value(step.value)}"
        case PressButton():
            start = "By keyboard, press" if step.by_keyboard else "Press"
            return f"{start} {step.control}{f' {step.times} times' if step.times != 1 else ''}"
        case Wait():
            return f"Wait {write_number(step.seconds)} s"
        case Reset():
            return "Reset"
        case Remember():
            return f"Remember {write_sum(step.expression)} as {step.name}"
        case Sweep():
            ends = f"from {write_number(step.start)} to {write_number(step.end)}"
            return f"Sweep {step.control} {ends} in {step.count} steps"
        case Watch():
            return f"Watch for {write_number(step.seconds)} s every {write_number(step.every)} s"
        case WatchPresses():
            return f"Watch {step.count} presses of {step.control}"
        case _:
            return f"Then {_written_expectation(step)}"


def _written_expectation(
    step: Expect | ExpectTrend | ExpectSteady | ExpectShown | ExpectStart,
) -> str:
    match step:
        case ExpectStart():
            return "everything is as at the start"
        case Expect():
            start = {"now": "", "every": "always ", "some": "at some time "}[step.at]
            return f"{start}{write_expression(step.expression)}"
        case ExpectTrend():
            return f"{write_sum(step.expression)} {step.trend}"
        case ExpectSteady():
            return f"{write_sum(step.expression)} stays within {write_tolerance(step.tolerance)}"
        case ExpectShown():
            verb = "shows" if step.present else "does not show"
            return f"{step.name or 'the page'} {verb} {write_text(step.text)}"


def write_value(value: ControlValue) -> str:
    """A control's value as `read_value` reads it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return write_text(value) if isinstance(value, str) else write_number(value)


def read_any(words: Words) -> tuple[tuple[AnyValue, ...], int | None]:
    """The rest of “For any x, y from 1 to 2, in 12 samples.”: the controls, and how many samples."""
    chosen: list[AnyValue] = []
    samples = None
    while True:
        control = words.take("word", "The name of a control")
        least = most = None
        if words.has("from"):
            least = words.number()
            words.need("to")
            most = words.number()
        chosen.append(AnyValue(control=control, least=least, most=most))
        if words.has(",", "in"):
            samples = words.whole()
            words.need("samples")
            break
        if not (words.has(",") or words.has("and")):
            break
    words.end()
    return tuple(chosen), samples


def write_any(chosen: tuple[AnyValue, ...], samples: int | None) -> str:
    """The line that `read_any` reads, without its first words."""
    named = ", ".join(
        each.control
        if each.least is None or each.most is None
        else f"{each.control} from {write_number(each.least)} to {write_number(each.most)}"
        for each in chosen
    )
    return f"- For any {named}{f', in {samples} samples' if samples is not None else ''}."
