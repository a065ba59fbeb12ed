"""Whether an expression makes sense: what kind of value it has, before it is ever worked out."""

from __future__ import annotations

from collections.abc import Mapping

from praxeo.domain.expressions import (
    Arithmetic,
    Call,
    Comparison,
    Expression,
    Joined,
    Kind,
    Listing,
    Name,
    Negative,
    Number,
    Opposite,
    Text,
    Truth,
)
from praxeo.spec.bespoke.expression_values import CONSTANTS, FUNCTIONS, ONE_NUMBER


def kind_of(expression: Expression, kinds: Mapping[str, Kind]) -> Kind:
    """What kind of value it has, given the kinds of the names. ValueError says what does not fit."""
    match expression:
        case Number():
            return "number"
        case Text():
            return "text"
        case Truth():
            return "truth"
        case Name(name):
            if name not in kinds and name not in CONSTANTS:
                raise ValueError(f"“{name}” is neither a control nor in the state.")
            return "number" if name in CONSTANTS else kinds[name]
        case Listing(items):
            return _kind_of_listing([kind_of(item, kinds) for item in items])
        case Call(function, arguments):
            return _kind_of_call(function, [kind_of(argument, kinds) for argument in arguments])
        case Negative(of):
            _need("number", kind_of(of, kinds))
            return "number"
        case Arithmetic(_, left, right):
            _need("number", kind_of(left, kinds))
            _need("number", kind_of(right, kinds))
            return "number"
        case Comparison():
            _check_comparison(expression, kinds)
            return "truth"
        case Opposite(of):
            _need("truth", kind_of(of, kinds))
            return "truth"
        case Joined(_, parts):
            for part in parts:
                _need("truth", kind_of(part, kinds))
            return "truth"


def _need(needed: Kind, given: Kind) -> None:
    if given != needed:
        raise ValueError(f"It needs a {needed} where a {given} stands.")


def _kind_of_listing(kinds: list[Kind]) -> Kind:
    if not kinds or any(kind not in ("number", "text") or kind != kinds[0] for kind in kinds):
        raise ValueError("A list holds numbers only, or texts only, and at least one.")
    return "numbers" if kinds[0] == "number" else "texts"


def _check_comparison(comparison: Comparison, kinds: Mapping[str, Kind]) -> None:
    first = kind_of(comparison.first, kinds)
    for sign, following in comparison.rest:
        given = kind_of(following, kinds)
        if given != first:
            raise ValueError(f"A {first} cannot be compared with a {given}.")
        if sign not in "=≠" and given != "number":
            raise ValueError(f"“{sign}” compares numbers.")
    if comparison.tolerance:
        if len(comparison.rest) != 1 or comparison.rest[0][0] != "=":
            raise ValueError("“±” stands after one “=”.")
        _need("number", first)


def _kind_of_call(function: str, given: list[Kind]) -> Kind:
    if function not in FUNCTIONS:
        raise ValueError(f"There is no function “{function}”.")
    takes: dict[str, tuple[list[list[Kind]], Kind]] = {
        "sum": ([["numbers"]], "number"),
        "count": ([["numbers"], ["texts"]], "number"),
        "length": ([["text"]], "number"),
        "contains": ([["text", "text"]], "truth"),
    }
    if function in ("min", "max"):
        if given != ["numbers"] and (len(given) < 2 or any(kind != "number" for kind in given)):
            raise ValueError(f"{function} takes a list, or at least two numbers.")
        return "number"
    if function == "sorted" and given in (["numbers"], ["texts"]):
        return given[0]
    if function == "item" and given in (["numbers", "number"], ["texts", "number"]):
        return "number" if given[0] == "numbers" else "text"
    one_or_two: list[list[Kind]] = [["number"] if function in ONE_NUMBER else ["number", "number"]]
    accepted, result = takes.get(function, (one_or_two, "number"))
    if function in ("sorted", "item") or given not in accepted:
        raise ValueError(f"{function} does not take {', '.join(given) or 'nothing'}.")
    return result
