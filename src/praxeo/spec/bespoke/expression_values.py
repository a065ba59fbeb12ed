"""Work out the expressions of acceptance tests."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from praxeo.domain.expressions import (
    Arithmetic,
    ArithmeticSign,
    Call,
    Comparison,
    ComparisonSign,
    Expression,
    Joined,
    Listing,
    Name,
    Negative,
    Number,
    Opposite,
    Text,
    Truth,
    Value,
)

DUST = 1e-9  # relative; what floating-point arithmetic may lose before numbers count as different
CONSTANTS = {"pi": math.pi}


class NoValue(ArithmeticError):
    """An expression has no value, such as 1 / 0; the message says why."""


ONE_NUMBER: dict[str, Callable[[float], float]] = {
    "abs": abs,
    "sqrt": math.sqrt,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "exp": math.exp,
    "ln": math.log,
    "log10": math.log10,
    "log2": math.log2,
    "round": lambda number: math.floor(number + 0.5),  # as a person rounds, not to even
    "floor": math.floor,
    "ceil": math.ceil,
    "rad": math.radians,
    "deg": math.degrees,
}
TWO_NUMBERS: dict[str, Callable[[float, float], float]] = {
    "atan2": math.atan2,
    "gcd": lambda a, b: math.gcd(round(a), round(b)),
}
FUNCTIONS = frozenset(
    {
        *ONE_NUMBER,
        *TWO_NUMBERS,
        "min",
        "max",
        "sum",
        "count",
        "item",
        "sorted",
        "length",
        "contains",
    }
)


def evaluate(expression: Expression, names: Mapping[str, Value]) -> Value:
    """The value of an expression whose kinds fit (see `kind_of`). NoValue if it has none."""
    try:
        value = _value(expression, names)
    except (ValueError, OverflowError, ZeroDivisionError, IndexError) as error:
        raise NoValue(str(error)) from error
    if isinstance(value, complex) or (isinstance(value, float) and not math.isfinite(value)):
        raise NoValue("the result is not a number")
    return value


def same(one: Value, other: Value, tolerance: float = 0.0) -> bool:
    """Whether two values are equal; numbers up to `tolerance` and the dust of their arithmetic."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(same(a, b, tolerance) for a, b in pairs)
    if _is_number(one) and _is_number(other):
        a, b = float(one), float(other)  # type: ignore[arg-type]  # told by _is_number
        return abs(a - b) <= tolerance + _dust(a, b)
    return type(one) is type(other) and one == other


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _dust(a: float, b: float) -> float:
    return DUST * max(abs(a), abs(b), 1.0)


def _value(expression: Expression, names: Mapping[str, Value]) -> Value:
    match expression:
        case Number(value) | Text(value) | Truth(value):
            return value
        case Name(name):
            return CONSTANTS[name] if name in CONSTANTS else names[name]
        case Listing(items):
            return tuple(_value(item, names) for item in items)  # type: ignore[misc]  # no lists within
        case Call(function, arguments):
            return _called(function, [_value(argument, names) for argument in arguments])
        case Negative(of):
            return -_number(of, names)
        case Arithmetic(sign, left, right):
            return _computed(sign, _number(left, names), _number(right, names))
        case Comparison():
            return _compared(expression, names)
        case Opposite(of):
            return not _value(of, names)
        case Joined("and", parts):
            return all(_value(part, names) for part in parts)
        case Joined(_, parts):
            return any(_value(part, names) for part in parts)


def _number(expression: Expression, names: Mapping[str, Value]) -> float:
    value = _value(expression, names)
    if not _is_number(value):
        raise NoValue(f"{value!r} is not a number")
    return float(value)  # type: ignore[arg-type]  # told by _is_number


def _computed(sign: ArithmeticSign, left: float, right: float) -> float:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
        case "/":
            return left / right
        case "mod":
            return left % right
        case "^":
            return math.pow(left, right)


def _compared(comparison: Comparison, names: Mapping[str, Value]) -> bool:
    before = _value(comparison.first, names)
    for sign, following in comparison.rest:
        after = _value(following, names)
        if sign in "=≠":
            limit = comparison.tolerance
            slack = limit.of(after) if limit and isinstance(after, int | float) else 0.0
            if same(before, after, slack) is not (sign == "="):
                return False
        elif not _ordered(sign, before, after):
            return False
        before = after
    return True


def _ordered(sign: ComparisonSign, before: Value, after: Value) -> bool:
    a, b = float(before), float(after)  # type: ignore[arg-type]  # kind_of lets only numbers here
    match sign:
        case "<":
            return a < b
        case ">":
            return a > b
        case "≤":
            return a <= b + _dust(a, b)
        case _:
            return a + _dust(a, b) >= b


def _called(function: str, values: list[Value]) -> Value:
    first = values[0]
    if function in ONE_NUMBER:
        return float(ONE_NUMBER[function](first))  # type: ignore[arg-type]  # kind_of lets only numbers here
    if function in TWO_NUMBERS:
        return float(TWO_NUMBERS[function](*values))  # type: ignore[arg-type]
    match function, first:
        case "min" | "max", _:
            numbers = first if isinstance(first, tuple) else values
            return (min if function == "min" else max)(numbers)
        case "sum", tuple():
            return float(sum(first))  # type: ignore[arg-type]
        case "count", tuple():
            return float(len(first))
        case "sorted", tuple():
            return tuple(sorted(first))
        case "item", tuple():
            place = round(float(values[1]))  # type: ignore[arg-type]
            if not 1 <= place <= len(first):
                raise NoValue(f"there is no item {place} in a list of {len(first)}")
            return first[place - 1]
        case "length", str():
            return float(len(first))
        case _:
            return str(values[1]) in str(first)
