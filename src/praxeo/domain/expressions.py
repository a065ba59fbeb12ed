"""Expressions of acceptance tests: what a test may say about the numbers and words of an app.

docs/reference/acceptance-tests.md has the language; `generation.expression_text` reads and writes it. An
expression is data; `domain.expression_values` works it out, never by the browser or by Python's own `eval`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Value = float | str | bool | tuple["float | str", ...]
Kind = Literal["number", "text", "truth", "numbers", "texts"]
ArithmeticSign = Literal["+", "-", "*", "/", "mod", "^"]
ComparisonSign = Literal["=", "≠", "<", "≤", ">", "≥"]


@dataclass(frozen=True)
class Number:
    """A number as it is written: finite and not negative."""

    value: float


@dataclass(frozen=True)
class Text:
    """A quoted text."""

    value: str


@dataclass(frozen=True)
class Truth:
    """Yes or no."""

    value: bool


@dataclass(frozen=True)
class Name:
    """A control, a state variable, a remembered value or a constant."""

    name: str


@dataclass(frozen=True)
class Listing:
    """A list written out: [3, 1, 2]."""

    items: tuple[Expression, ...]


@dataclass(frozen=True)
class Call:
    """A function of FUNCTIONS and what it is given."""

    function: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True)
class Negative:
    """The number with the other sign."""

    of: Expression


@dataclass(frozen=True)
class Arithmetic:
    """A number made of two."""

    sign: ArithmeticSign
    left: Expression
    right: Expression


@dataclass(frozen=True)
class Tolerance:
    """How far a number may be off: an amount, or per cent of what is expected."""

    amount: float
    percent: bool = False

    def of(self, expected: float) -> float:
        return abs(expected) * self.amount / 100 if self.percent else self.amount


@dataclass(frozen=True)
class Comparison:
    """`first` compared with the next, that with its next: 0 ≤ x ≤ 5. A tolerance goes with one `=`."""

    first: Expression
    rest: tuple[tuple[ComparisonSign, Expression], ...]
    tolerance: Tolerance | None = None


@dataclass(frozen=True)
class Opposite:
    """True where `of` is not."""

    of: Expression


@dataclass(frozen=True)
class Joined:
    """All of the parts (and), or at least one of them (or)."""

    word: Literal["and", "or"]
    parts: tuple[Expression, ...]


Expression = (
    Number
    | Text
    | Truth
    | Name
    | Listing
    | Call
    | Negative
    | Arithmetic
    | Comparison
    | Opposite
    | Joined
)
