"""Whether two MathML elements are one formula: the same signs in the same places, however they are grouped."""

from __future__ import annotations

from typing import Any

from praxeo.sources.formulas.allowed import DEEPEST_ELEMENT, DROPPED, LEAVES, leaf_text, local_name
from praxeo.sources.formulas.tex_signs import LIMITED

GROUPS = frozenset({"math", "mrow", "mstyle", "mpadded", "semantics", "mtd"})
UNSEEN = {ord(sign): None for sign in "\u2061\u2062\u2063\u2064\ufe00\u200b"}
SAME_SIGN = str.maketrans({"-": "−", "⋅": "·", "ˆ": "^", "‾": "¯", "―": "¯", "_": "¯", "⃗": "→"})
SAME_SIGN |= {
    ord("̲"): "¯",
    ord("˜"): "~",
    ord("∣"): "|",
    ord("∥"): "‖",
    ord("∗"): "*",
    ord("…"): "...",
}

MOVED = {"munder": "msub", "mover": "msup", "munderover": "msubsup"}
"""The limits of an operator stand beside it in a line of text and under and over it in a line of their own."""
Shape = tuple[Any, ...]


def same_formula(one: Any, other: Any) -> bool:
    """Compares without spaces, invisible signs and groups that change nothing to see."""
    return _shape(one, 0) == _shape(other, 0)


def _shape(element: Any, depth: int) -> Shape:
    name = local_name(element)
    if depth > DEEPEST_ELEMENT or not name or name in DROPPED or name in ("mspace", "none"):
        return ()
    if name in LEAVES:
        text = "".join(leaf_text(element, "").translate(UNSEEN).translate(SAME_SIGN).split())
        if len(text) == 1 and name == "mi" and _stands_upright(element, text):
            return (("upright", text),)
        return tuple(("sign", sign) for sign in text)
    children = list(element)[:1] if name == "semantics" else list(element)
    inside = [_shape(child, depth + 1) for child in children]
    if name == "mtd":
        return (("cell", sum(inside, ())),)
    if name in GROUPS:
        return sum(inside, ())
    if name in ("msqrt", "mphantom"):
        return ((name, sum(inside, ())),)
    if name in MOVED and len(inside) > 1 and "".join(element[0].itertext()).strip() in LIMITED:
        name = MOVED[name]
    bare = name == "mfrac" and (element.get("linethickness") or "1")[:1] == "0"
    return ((name, bare, *inside),)


def _stands_upright(element: Any, letter: str) -> bool:
    """Whether a letter is marked so; capitals of Greek are of both kinds, as the field has it."""
    greek = "Α" <= letter <= "Ω"
    return element.get("mathvariant") == "normal" and letter.isalpha() and not greek
