"""Office equations (OMML) as one line of readable text: x = (−b ± √(b^2 − 4ac))/(2a)."""

from __future__ import annotations

from typing import Any

from praxeo.sources.documents.xml_tree import attribute, child, children, local

SIMPLE_LENGTH = 1
OPENERS = "([{|⟨⌈⌊"
# Function application shows as a space; invisible times, separator and plus show as nothing.
INVISIBLE_OPERATORS = {0x2061: " ", 0x2062: "", 0x2063: "", 0x2064: ""}


def equation_text(element: Any) -> str:
    """The text of m:oMath or of anything inside it."""
    return " ".join(_row(element).translate(INVISIBLE_OPERATORS).split())


def _row(element: Any) -> str:
    return "".join(_node(node) for node in element) if element is not None else ""


def _node(node: Any) -> str:
    name = local(node)
    if name in ("t", "delText"):
        return node.text or ""
    write = WRITERS.get(name)
    if write is not None:
        return write(node)
    return "" if name.endswith("Pr") else _row(node)


def _part(node: Any, name: str) -> str:
    return _row(child(node, name)).strip()


def _grouped(text: str) -> str:
    """In parentheses, unless it is one sign, one number or grouped already."""
    if len(text) <= SIMPLE_LENGTH or text.replace(".", "").isdigit() or text.isalpha():
        return text
    if text[0] in OPENERS and text[-1] in ")]}|⟩⌉⌋" and text.count(text[0]) == 1:
        return text
    return f"({text})"


def _fraction(node: Any) -> str:
    above, below = _part(node, "num"), _part(node, "den")
    kind = child(child(node, "fPr"), "type")
    if kind is not None and attribute(kind, "val") == "noBar":
        return f"({above} {below})"
    return f"{_grouped(above)}/{_grouped(below)}"


def _exponent(text: str, sign: str) -> str:
    return f"{sign}{text if text.lstrip('-−').isalnum() else _grouped(text)}" if text else ""


def _superscript(node: Any) -> str:
    return _part(node, "e") + _exponent(_part(node, "sup"), "^")


def _subscript(node: Any) -> str:
    return _part(node, "e") + _exponent(_part(node, "sub"), "_")


def _both_scripts(node: Any) -> str:
    return (
        _part(node, "e") + _exponent(_part(node, "sub"), "_") + _exponent(_part(node, "sup"), "^")
    )


def _scripts_before(node: Any) -> str:
    return (
        _exponent(_part(node, "sub"), "_") + _exponent(_part(node, "sup"), "^") + _part(node, "e")
    )


def _root(node: Any) -> str:
    degree = _part(node, "deg")
    return f"{_exponent(degree, '^')}√{_grouped(_part(node, 'e'))}"


def _large_operator(node: Any) -> str:
    sign = child(child(node, "naryPr"), "chr")
    operator = (attribute(sign, "val") if sign is not None else "") or "∫"
    return (
        operator
        + _exponent(_part(node, "sub"), "_")
        + _exponent(_part(node, "sup"), "^")
        + " "
        + _part(node, "e")
    )


def _function(node: Any) -> str:
    name, argument = _part(node, "fName"), _part(node, "e")
    return f"{name}{argument}" if argument[:1] in OPENERS else f"{name} {argument}"


def _fenced(node: Any) -> str:
    properties = child(node, "dPr")

    def sign(name: str, default: str) -> str:
        found = child(properties, name)
        return default if found is None else attribute(found, "val")

    inner = sign("sepChr", "|").join(_row(part).strip() for part in children(node, "e"))
    return f"{sign('begChr', '(')}{inner}{sign('endChr', ')')}"


def _matrix(node: Any) -> str:
    rows = (
        ", ".join(_row(part).strip() for part in children(row, "e")) for row in children(node, "mr")
    )
    return "[" + "; ".join(rows) + "]"


def _lines(node: Any) -> str:
    return "; ".join(_row(part).strip() for part in children(node, "e"))


def _with_limit(node: Any) -> str:
    sign = "_" if local(node) == "limLow" else "^"
    return _part(node, "e") + _exponent(_part(node, "lim"), sign) + " "


def _accented(node: Any) -> str:
    """A combining accent goes on a single letter only; over more it would mislead."""
    base = _part(node, "e")
    sign = child(child(node, "accPr"), "chr")
    accent = (attribute(sign, "val") if sign is not None else "") or "\u0302"
    return base + accent if len(base) == 1 else base


def _nothing(_node: Any) -> str:
    return ""


WRITERS = {
    "f": _fraction,
    "sSup": _superscript,
    "sSub": _subscript,
    "sSubSup": _both_scripts,
    "sPre": _scripts_before,
    "rad": _root,
    "nary": _large_operator,
    "func": _function,
    "d": _fenced,
    "m": _matrix,
    "eqArr": _lines,
    "limLow": _with_limit,
    "limUpp": _with_limit,
    "acc": _accented,
    "del": _nothing,
    "moveFrom": _nothing,
}
