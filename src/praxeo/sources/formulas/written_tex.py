"""The TeX of a formula that its source holds as MathML, so that a person can edit it.

Given only where it is read back as the same formula; else a formula has no TeX, and its MathML stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.formulas.allowed import DEEPEST_ELEMENT, DROPPED, leaf_text, local_name
from praxeo.sources.formulas.same_formula import same_formula
from praxeo.sources.formulas.tex import TexNotRead, mathml_of_tex
from praxeo.sources.formulas.tex_layout import WRITERS, NotTex
from praxeo.sources.formulas.tex_signs import (
    brackets,
    in_a_row,
    name_in_tex,
    sign_in_tex,
    words,
)

APPLIED = "\u2061"  # stands behind the name of a function


def written_tex(math: Any, *, display: bool) -> str:
    """The TeX of a `math` element, "" where none says the same."""
    try:
        tex = " ".join(_row(list(math), 0).split())
        back = parse_xml(mathml_of_tex(tex, display=display).encode()) if tex else None
    except (NotTex, TexNotRead):
        return ""
    return tex if back is not None and same_formula(math, back) else ""


def _row(children: Sequence[Any], depth: int) -> str:
    parts = [_node(child, depth + 1) for child in children]
    ends = [_fence(child) for child in children]
    if len(parts) > 1 and ends[0] and (ends[-1] or ends[0] == "{"):
        closing = brackets(ends[-1]) if ends[-1] else "."
        inside = parts[1:-1] if ends[-1] else parts[1:]
        return rf"\left{brackets(ends[0])} {in_a_row(inside)} \right{closing}"
    return in_a_row(parts)


def _fence(element: Any) -> str:
    """The bracket that an element is, if it grows with what stands in it."""
    sign = leaf_text(element, "") if local_name(element) == "mo" else ""
    return sign if brackets(sign) and element.get("stretchy") != "false" else ""


def _node(element: Any, depth: int) -> str:
    name = local_name(element)
    if depth > DEEPEST_ELEMENT:
        raise NotTex(name)
    if not name or name in DROPPED or name == "none":
        return ""
    if name == "mspace":
        return r"\," if (element.get("width") or "").strip("0.")[:1].isdigit() else ""
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return _leaf(name, element)
    children = [child for child in element if local_name(child) not in DROPPED | {""}]
    if name == "semantics":
        return _node(children[0], depth + 1) if children else ""
    if name in ("mrow", "mstyle", "mpadded", "mtd"):
        return _row(children, depth)
    if name == "mfenced":
        raise NotTex(name)
    write = WRITERS.get(name)
    if write is None:
        raise NotTex(name)
    if name in ("msqrt", "mphantom"):
        return write(element, [_row(children, depth)])
    return write(element, [_node(child, depth + 1) for child in children])


def _leaf(name: str, element: Any) -> str:
    text = leaf_text(element, " ")
    if name == "mo":
        return sign_in_tex(text)
    if name == "mn":
        return words(text).replace(",", "{,}")
    if name == "mi":
        following = element.getnext()
        if len(text) > 1 and following is not None and following.text == APPLIED:
            return sign_in_tex(text)
        return name_in_tex(text, upright=element.get("mathvariant") == "normal")
    return rf"\text{{{words(text)}}}" if text.strip() else ""
