"""A formula as one line of readable text: x = (−b ± √(b² − 4ac))/(2a)."""

from __future__ import annotations

import re
from typing import Any

from praxeo.sources.documents.scripts import LOWERED, RAISED
from praxeo.sources.formulas.allowed import DEEPEST_ELEMENT, DROPPED, LEAVES, leaf_text, local_name

# Function application shows as a space; invisible times, separator and plus show as nothing.
INVISIBLE = {0x2061: " ", 0x2062: "", 0x2063: "", 0x2064: "", 0xFE00: "", 0x2009: " "}
SPACED = frozenset("=<>≤≥≠≈≡∼≃≅∝→←↔⇒⇔↦∈∉⊂⊆∪∩∧∨±∓×·⋅+−⇌⟶⟵⟷⇄")
OPENING, CLOSING = "([{⟨⌈⌊|", ")]}⟩⌉⌋|"
LOOSE = set(" +-−±∓/=<>≤≥,;:")  # a text with one of these needs brackets where it is a part
# A number, a letter with its index and power, a word: a denominator that needs no brackets.
SINGLE = re.compile(r"[\d.]+|[^\W\d_](?:[₀-₉²³¹⁰-⁹]|_\w+|\^\w+)*|[^\W\d_]{3,}|\([^()]*\)|")
VULGAR = {
    "1/2": "½",
    "1/3": "⅓",
    "2/3": "⅔",
    "1/4": "¼",
    "3/4": "¾",
    "1/5": "⅕",
    "1/6": "⅙",
    "1/8": "⅛",
}
OPEN_SCRIPT = re.compile(r"[\^_]\w+$")
# Spaces of a script that part no words.
IDLE_SPACE = re.compile(r" (?![^\W\d_])|(?<![^\W\d_]) ")
ARROWS = frozenset("→←↔⟶⟵⟷⇌⇄")
BIG_OPERATORS = "∑∏∫∬∭∮⋃⋂"
ACCENTS = {
    "¯": "\u0304",
    "^": "\u0302",
    "ˆ": "\u0302",
    "~": "\u0303",
    "˙": "\u0307",
    "→": "\u20d7",
    "⃗": "\u20d7",
}


def plain_text(math: Any) -> str:
    """The text of a `math` element, or of anything inside it."""
    return " ".join(_row(math, 0).translate(INVISIBLE).split())


def _row(element: Any, depth: int) -> str:
    parts: list[str] = []
    fraction = False
    for child in element:
        text = _node(child, depth + 1)
        if fraction and text[:1] and (text[0].isalnum() or text[0] in "(√"):
            parts[-1] = VULGAR.get(parts[-1].strip(), f"({parts[-1]})")  # ½mv², never 1/2mv²
        fraction = local_name(child) == "mfrac" and "/" in text
        if parts and OPEN_SCRIPT.search(parts[-1]) and text[:1].isalnum():
            text = f" {text}"  # "x^ab c": what follows is not raised
        if local_name(child) == "mo":
            text = _operator(text, first=not "".join(parts).strip())
        elif parts and _needs_space(parts[-1][-1:], text):
            text = f" {text}"  # a name of several letters behind a letter: "x sin"
        elif parts and parts[-1][:1] in BIG_OPERATORS and len(parts[-1]) > 1:
            text = f" {text}"  # what is summed, behind its limits
        parts.append(text)
    return "".join(parts)


def _needs_space(before: str, text: str) -> bool:
    """Whether a name of several letters stands behind a letter or number ("2 sin"); "2CO" needs none."""
    if not before.isalnum() or not text[:2].isalpha() or len(text) < 2:
        return False
    return before.isalpha() or not text[0].isupper()


def _operator(sign: str, *, first: bool) -> str:
    shown = "−" if sign == "-" else sign
    if shown in SPACED and not (first and shown in "+−±∓"):
        return f" {shown} "
    return f"{shown} " if shown in (",", ";") else shown


def _node(element: Any, depth: int) -> str:
    name = local_name(element)
    if not name or name in DROPPED or depth > DEEPEST_ELEMENT:
        return ""
    if name in LEAVES:
        return leaf_text(element, " ")
    if name in ("mprescripts", "none", "mphantom"):
        return ""
    if name == "mspace":
        return " " if (element.get("width") or "0").strip("0.-")[:1].isdigit() else ""
    if name == "menclose" and "strike" in (element.get("notation") or ""):
        return "".join(f"{sign}\u0336" for sign in _row(element, depth) if not sign.isspace())
    if name == "mfenced":
        parted = (element.get("separators", ",") or "")[:1]
        inside = parted.join(_node(child, depth + 1) for child in element)
        return f"{element.get('open', '(')}{inside}{element.get('close', ')')}"
    if name == "semantics":
        return _node(element[0], depth) if len(element) else ""
    if name == "mmultiscripts":
        return _multiscripts(element, depth)
    write = WRITERS.get(name)
    parts = [child for child in element if local_name(child) and local_name(child) not in DROPPED]
    if write is None or not parts:
        return _row(element, depth)
    written = [_node(part, depth + 1).strip() for part in parts]
    return _fraction_of(element, written) if name == "mfrac" else write(written)


def _fraction_of(element: Any, parts: list[str]) -> str:
    """A fraction; what stands over something without a bar (a binomial) is none."""
    if (element.get("linethickness") or "").strip("0.") in ("", "px", "em", "pt") and element.get(
        "linethickness"
    ):
        return "; ".join(parts)
    return _fraction(parts)


def _grouped(text: str) -> str:
    """In brackets, unless it is one sign, one number, one word or grouped already."""
    if not set(text) & LOOSE:
        return text
    if text[0] in OPENING and text[-1] in CLOSING and text.count(text[0]) == 1:
        return text
    return f"({text})"


def _power(base: str, power: str) -> str:
    power = IDLE_SPACE.sub("", power)
    if not power:
        return base
    if all(sign in RAISED for sign in power):
        return base + "".join(RAISED[sign] for sign in power)
    return base + (power if set(power) <= set("′″‴'") else f"^{_grouped(power)}")


def _index(base: str, index: str) -> str:
    index = IDLE_SPACE.sub("", index)
    if not index:
        return base
    if all(sign in LOWERED for sign in index):
        return base + "".join(LOWERED[sign] for sign in index)
    return f"{base}_{_grouped(index)}"


def _fraction(parts: list[str]) -> str:
    above, below = (*parts, "", "")[:2]
    below = (
        below
        if SINGLE.fullmatch(below)
        else _grouped(below)
        if set(below) & LOOSE
        else f"({below})"
    )
    return f"{_grouped(above)}/{below}"


def _multiscripts(element: Any, depth: int) -> str:
    """Scripts around a sign: its mass and charge before it, its number and charge behind it."""
    base = ""
    behind: list[str] = []
    before: list[str] = []
    scripts = behind
    for child in element:
        name, text = local_name(child), _node(child, depth + 1).strip()
        if name == "mprescripts":
            scripts = before
        elif name and not base and scripts is behind and child is element[0]:
            base = text
        elif name:
            scripts.append(text)
    after = "".join(map(_scripts_of, _couples(behind)))
    return "".join(map(_scripts_of, _couples(before))) + base + after


def _couples(scripts: list[str]) -> list[tuple[str, str]]:
    return [(low, high) for low, high in zip(scripts[::2], [*scripts[1::2], ""], strict=False)]


def _scripts_of(couple: tuple[str, str]) -> str:
    """The mass of an isotope before its charge number, as it is said; an index before its power."""
    low, high = _index("", couple[0]), _power("", couple[1])
    return high + low


def _root(parts: list[str]) -> str:
    root = _grouped(parts[0])
    degree = parts[1] if len(parts) > 1 else ""
    return {"": f"√{root}", "3": f"∛{root}", "4": f"∜{root}"}.get(degree) or _power(
        "", degree
    ) + f"√{root}"


def _over(parts: list[str]) -> str:
    base, above = (*parts, "", "")[:2]
    if base in ARROWS:
        return _labelled(base, above)
    if above in ACCENTS and len(base) == 1:
        return base + ACCENTS[above]
    return base if above in ("⏞", "⎴") else _power(base, above)


def _under_and_over(parts: list[str]) -> str:
    base, below, above = (*parts, "", "", "")[:3]
    if base in ARROWS:
        return _labelled(base, above, below)
    return _power(_index(base, below), above)


def _labelled(arrow: str, *labels: str) -> str:
    """An arrow with the conditions over and under it."""
    told = "; ".join(label for label in labels if label)
    return f" {arrow}[{told}] " if told else f" {arrow} "


def _cells(parts: list[str]) -> str:
    return " ".join(part for part in parts if part)


def _table(parts: list[str]) -> str:
    return "; ".join(part for part in parts if part)


WRITERS = {
    "mfrac": _fraction,
    "msqrt": lambda parts: _root(["".join(parts)]),
    "mroot": _root,
    "msup": lambda parts: _power(*(*parts, "", "")[:2]),
    "msub": lambda parts: _index(*(*parts, "", "")[:2]),
    "msubsup": lambda parts: _power(_index(*(*parts, "", "")[:2]), (*parts, "", "", "")[2]),
    "mover": _over,
    "munder": lambda parts: _under_and_over([*parts, ""]),
    "munderover": lambda parts: _under_and_over(parts),
    "mtr": _cells,
    "mtable": _table,
}
