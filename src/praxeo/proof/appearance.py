"""What a bespoke app tells and shows at one moment, and whether both are as its spec says."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from praxeo.domain.acceptance import Bespoke, StateVariable
from praxeo.domain.expressions import Value
from praxeo.spec.bespoke.expression_values import same

_NUMBER = re.compile(
    r"(?<![^\W\d_])[-−–]?\s?\d(?:[\d.,'’\u00a0\u202f]|(?<=\d) (?=\d{3}\b))*(?:\s?[×x·]\s?10\^?([-−⁻⁰¹²³⁴-⁹\d]+)|[eE]([-+]?\d+))?"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
BROKEN = re.compile(r"\bNaN\b|\bundefined\b|\[object \w+\]|\bInfinity\b")
ROUNDING = 0.5001  # of the last digit shown


@dataclass(frozen=True, kw_only=True, slots=True)
class Appearance:
    """The state and the values of the controls by their names, and the texts where values are shown."""

    state: dict[str, Value]
    values: dict[str, Value]
    texts: dict[str, str]
    faults: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, Value]:
        return {**self.values, **self.state}


def read_appearance(told: dict[str, Any], spec: Bespoke) -> Appearance:
    """What the page told, with every way in which it is not what the spec says."""
    faults: list[str] = []
    raw = told["state"]
    if not isinstance(raw, dict):
        faults.append(told["fault"] or "praxeo.state() gives no object")
        raw = {}
    state: dict[str, Value] = {}
    for variable in spec.state:
        if variable.name not in raw:
            faults.append(f"praxeo.state() lacks “{variable.name}”")
            continue
        value = _typed(raw[variable.name], variable)
        if value is None:
            shown = repr(raw[variable.name])[:40]
            faults.append(f"“{variable.name}” is {shown}, which is no {_kind_name(variable)}")
            continue
        state[variable.name] = value
        faults.extend(_range_faults(value, variable))
        if variable.shown:
            faults.extend(shown_faults(variable, value, told["texts"].get(variable.name)))
    values = {name: _plain(value) for name, value in told["values"].items() if value is not None}
    return Appearance(state=state, values=values, texts=told["texts"], faults=tuple(faults))


def _kind_name(variable: StateVariable) -> str:
    names = {"whole": "whole number", "truth": "yes or no", "choice": "text", "numbers": "list of numbers"}  # fmt: skip
    return names.get(variable.kind, variable.kind)


def _plain(value: Any) -> Value:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _typed(value: Any, variable: StateVariable) -> Value | None:
    match variable.kind:
        case "number" if _is_number(value):
            return float(value)
        case "whole" if _is_number(value) and value == int(value):
            return float(value)
        case "truth" if isinstance(value, bool):
            return value
        case "choice" | "text" if isinstance(value, str):
            return value
        case "numbers" if isinstance(value, list) and all(map(_is_number, value)):
            return tuple(float(item) for item in value)
        case "texts" if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
    return None


def _range_faults(value: Value, variable: StateVariable) -> Iterator[str]:
    if variable.kind == "choice" and value not in variable.choices:
        yield f"“{variable.name}” is “{value}”, which the spec does not know"
    numbers = value if isinstance(value, tuple) else (value,)
    for number in numbers:
        if isinstance(number, str | bool):
            continue
        if variable.least is not None and number < variable.least - _dust(variable.least):
            yield f"“{variable.name}” is {number:g}, less than {variable.least:g}"
        if variable.most is not None and number > variable.most + _dust(variable.most):
            yield f"“{variable.name}” is {number:g}, more than {variable.most:g}"


def _dust(bound: float) -> float:
    return 1e-9 * max(1.0, abs(bound))


def shown_faults(variable: StateVariable, value: Value, text: str | None) -> Iterator[str]:
    """Why what is shown is not what the state says."""
    name = variable.name
    if text is None:
        yield f'“{name}” is not shown (data-output="{name}")'
    elif isinstance(value, bool):
        return  # the words for yes and no are the app's own
    elif isinstance(value, str):
        if " ".join(value.split()) not in text:
            yield f"“{name}” is “{value}”, but “{text[:60]}” is shown"
    elif isinstance(value, tuple):
        yield from _shown_list_faults(name, value, text)
    elif not _agrees(text, value):
        yield f"“{name}” is {value:.10g}, but “{text[:60]}” is shown"


def _shown_list_faults(name: str, value: tuple[float | str, ...], text: str) -> Iterator[str]:
    told = f"“{name}” is {list(value)}, but “{text[:80]}” is shown"
    if all(isinstance(item, str) for item in value):
        place = 0
        for item in value:
            place = text.find(" ".join(str(item).split()), place)
            if place < 0:
                yield told
                return
            place += len(str(item))
        return
    # Items are told apart by blanks, commas or semicolons, so a list's numbers have no thousands marks.
    shown = re.findall(r"[-−]?\d+(?:\.\d+)?", text)
    numbers = [float(each.replace("−", "-")) for each in shown]
    if len(numbers) != len(value) or any(
        abs(number - float(item)) > ROUNDING * _last_digit(each) + 1e-9 * abs(float(item))
        for number, item, each in zip(numbers, value, shown, strict=False)
    ):
        yield told


def _agrees(text: str, value: float) -> bool:
    """Whether the first number in the text is `value`, rounded to the digits that are shown."""
    found = _NUMBER.search(text)
    if not found:
        return False
    power = (found.group(1) or found.group(2) or "0").translate(_RAISED).removeprefix("+")
    scale = 10.0 ** min(max(int(power or 0), -300), 300) if power.lstrip("-").isdigit() else 1.0
    digits = re.split(r"\s?[×x·]|[eE]", found.group(0))[0]
    return any(
        abs(number * scale - value) <= ROUNDING * last * scale + 1e-9 * abs(value)
        for number, last in _readings(digits)
    )


def _readings(digits: str) -> Iterator[tuple[float, float]]:
    """What the digits can mean, with a point or a comma before the decimals; and their last place."""
    plain = re.sub(r"[\s'’]", "", digits).translate(str.maketrans("−–", "--")).rstrip(".,")
    for point, group in ((".", ","), (",", ".")):
        whole = plain.replace(group, "")
        if whole.count(point) <= 1:
            number = whole.replace(point, ".")
            yield float(number), _last_digit(number)


def _last_digit(number: str) -> float:
    return float(10.0 ** -len(number.partition(".")[2]))


def differences(
    spec: Bespoke, one: Appearance, other: Appearance, *, controls: bool = True
) -> list[str]:
    """What differs between two looks, `random` values aside, for people."""
    told = []
    for variable in spec.state:
        a, b = one.state.get(variable.name), other.state.get(variable.name)
        if not variable.random and a is not None and (b is None or not same(a, b)):
            told.append(f"“{variable.name}” is {written(b)} instead of {written(a)}")
    for control in spec.controls if controls else ():
        a, b = one.values.get(control.name), other.values.get(control.name)
        if control.kind != "button" and a != b:
            told.append(f"“{control.name}” is set to {written(b)} instead of {written(a)}")
    return told


def written(value: Value | None) -> str:
    """A value in a sentence."""
    match value:
        case None:
            return "missing"
        case bool():
            return "yes" if value else "no"
        case str():
            return f"“{value[:60]}”"
        case tuple():
            return f"[{', '.join(written(item) for item in value[:20])}]"
        case _:
            return f"{value:.8g}"
