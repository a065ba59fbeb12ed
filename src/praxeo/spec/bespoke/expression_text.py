"""Read and write the expressions of acceptance tests."""

from __future__ import annotations

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
    Tolerance,
    Truth,
)
from praxeo.spec.bespoke.tokens import Words, write_number, write_text

MAXIMUM_DEPTH = 30  # of brackets within brackets
RESERVED = frozenset(
    [
        "and",
        "or",
        "not",
        "mod",
        "is",
        "yes",
        "no",
        "on",
        "off",
        "true",
        "false",
        "pi",
        "as",
        "at",
        "always",
        "rises",
        "falls",
        "never",
        "stays",
        "shows",
        "does",
        "everything",
        "the",
    ]
)
_COMPARISONS: tuple[ComparisonSign, ...] = ("=", "≠", "<", "≤", ">", "≥")
_TRUTHS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
# How tightly each form binds; an operand that binds less stands in brackets.
_OR, _AND, _NOT, _COMPARED, _SUM, _PRODUCT, _UNARY, _POWER, _ATOM = range(9)


def read_expression(words: Words, depth: int = 0) -> Expression:
    """The expression that comes next."""
    if depth > MAXIMUM_DEPTH:
        raise words.refuse("There are too many brackets within brackets.")
    parts = [_read_and(words, depth)]
    while words.has("or"):
        parts.append(_read_and(words, depth))
    return parts[0] if len(parts) == 1 else Joined("or", tuple(parts))


def read_tolerance(words: Words) -> Tolerance:
    """`1 %` or `0.5`."""
    amount = float(words.take("number", "How much it may be off"))
    return Tolerance(amount, percent=words.has("%"))


def _read_and(words: Words, depth: int) -> Expression:
    parts = [_read_not(words, depth)]
    while words.has("and"):
        parts.append(_read_not(words, depth))
    return parts[0] if len(parts) == 1 else Joined("and", tuple(parts))


def _read_not(words: Words, depth: int) -> Expression:
    if depth > MAXIMUM_DEPTH:
        raise words.refuse("There are too many brackets within brackets.")
    if words.has("not"):
        return Opposite(_read_not(words, depth + 1))
    first = read_sum(words, depth)
    rest: list[tuple[ComparisonSign, Expression]] = []
    while sign := _comparison_sign(words):
        rest.append((sign, read_sum(words, depth)))
    if not rest:
        return first
    tolerance = read_tolerance(words) if words.has("±") else None
    return Comparison(first, tuple(rest), tolerance)


def _comparison_sign(words: Words) -> ComparisonSign | None:
    if words.has("is", "not"):
        return "≠"
    if words.has("is"):
        return "="
    return next((sign for sign in _COMPARISONS if words.has(sign)), None)


def read_sum(words: Words, depth: int = 0) -> Expression:
    """An expression that compares nothing, such as `2 * length + 1`."""
    return _read_row(words, depth, ("+", "-"))


def _read_row(words: Words, depth: int, signs: tuple[ArithmeticSign, ...]) -> Expression:
    def operand() -> Expression:
        return (
            _read_unary(words, depth)
            if "*" in signs
            else _read_row(words, depth, ("*", "/", "mod"))
        )

    left = operand()
    while sign := next((sign for sign in signs if words.has(sign)), None):
        left = Arithmetic(sign, left, operand())
    return left


def _read_unary(words: Words, depth: int) -> Expression:
    if depth > MAXIMUM_DEPTH:
        raise words.refuse("There are too many signs or brackets one after the other.")
    if words.has("-"):
        return Negative(_read_unary(words, depth + 1))
    left = _read_atom(words, depth)
    return Arithmetic("^", left, _read_unary(words, depth + 1)) if words.has("^") else left


def _read_atom(words: Words, depth: int) -> Expression:
    token = words.peek()
    if words.has("("):
        inner = read_expression(words, depth + 1)
        words.need(")")
        return inner
    if words.has("["):
        return Listing(_read_list(words, depth, "]"))
    if token is None or token.kind == "sign":
        raise words.refuse(f"A number, a name or a text is missing before {words.rest()}.")
    words.at += 1
    if token.kind == "number":
        return Number(float(token.text))
    if token.kind == "text":
        return Text(token.text)
    if token.text.casefold() in _TRUTHS:
        return Truth(_TRUTHS[token.text.casefold()])
    if words.has("("):
        return Call(token.text, _read_list(words, depth, ")"))
    if token.text.casefold() in RESERVED - {"pi"}:
        words.at -= 1
        raise words.refuse(f"A number, a name or a text is missing before {words.rest()}.")
    return Name(token.text)


def _read_list(words: Words, depth: int, closing: str) -> tuple[Expression, ...]:
    items = [read_expression(words, depth + 1)]
    while words.has(","):
        items.append(read_expression(words, depth + 1))
    words.need(closing)
    return tuple(items)


def write_expression(expression: Expression) -> str:
    """The text from which `read_expression` reads the same expression."""
    return _write(expression, _OR)


def write_sum(expression: Expression) -> str:
    """The text from which `read_sum` reads the same expression."""
    return _write(expression, _SUM)


def write_tolerance(tolerance: Tolerance) -> str:
    """`1 %` or `0.5`."""
    return f"{write_number(tolerance.amount)}{' %' if tolerance.percent else ''}"


def _write(expression: Expression, needed: int) -> str:
    text, binds = _written(expression)
    return text if binds >= needed else f"({text})"


def _written(expression: Expression) -> tuple[str, int]:
    match expression:
        case Number(value):
            return write_number(value), _ATOM
        case Text(value):
            return write_text(value), _ATOM
        case Truth(value):
            return "yes" if value else "no", _ATOM
        case Name(name):
            return name, _ATOM
        case Listing(items):
            return f"[{', '.join(map(write_expression, items))}]", _ATOM
        case Call(function, arguments):
            return f"{function}({', '.join(map(write_expression, arguments))})", _ATOM
        case Negative(of):
            return f"-{_write(of, _UNARY)}", _UNARY
        case Arithmetic("^", left, right):
            return f"{_write(left, _ATOM)}^{_write(right, _UNARY)}", _POWER
        case Arithmetic(sign, left, right):
            binds = _SUM if sign in ("+", "-") else _PRODUCT
            return f"{_write(left, binds)} {sign} {_write(right, binds + 1)}", binds
        case Comparison(first, rest, tolerance):
            links = "".join(f" {sign} {_write(after, _SUM)}" for sign, after in rest)
            slack = f" ± {write_tolerance(tolerance)}" if tolerance else ""
            return f"{_write(first, _SUM)}{links}{slack}", _COMPARED
        case Opposite(of):
            return f"not {_write(of, _NOT)}", _NOT
        case Joined(word, parts):
            binds = _OR if word == "or" else _AND
            return f" {word} ".join(_write(part, binds + 1) for part in parts), binds
