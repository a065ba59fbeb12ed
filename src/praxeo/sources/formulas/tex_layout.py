"""TeX of what stands over, under, beside or in a grid with something else in a formula."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from praxeo.sources.formulas.allowed import local_name
from praxeo.sources.formulas.tex_signs import LIMITED

OVER = {"¯": "bar", "‾": "bar", "^": "hat", "ˆ": "hat", "~": "tilde", "˜": "tilde", "→": "vec"}
OVER |= {"⃗": "vec", "˙": "dot", ".": "dot", "¨": "ddot", "⏞": "overbrace", "―": "overline"}
UNDER = {"_": "underline", "̲": "underline", "⏟": "underbrace"}
OVER |= {"_": "overline"}
PRIMES = ("'", "''")


class NotTex(ValueError):
    """The formula holds what is not written in TeX."""


def _scripts(element: Any, parts: Sequence[str]) -> str:
    marks = {"msub": "_", "msup": "^", "msubsup": "_^"}[local_name(element)]
    if len(parts) != len(marks) + 1:
        raise NotTex(local_name(element))
    written = (
        part if mark == "^" and part in PRIMES else f"{mark}{_group(part)}"
        for mark, part in zip(marks, parts[1:], strict=True)
    )
    return _base(parts[0]) + "".join(written)


def _base(tex: str) -> str:
    single = tex.isdigit() or (tex[:1] == "\\" and tex[1:].isalpha())
    return tex if single else _group(tex)


def _group(tex: str) -> str:
    return tex if len(tex) == 1 and tex.isalnum() else f"{{{tex}}}"


def _stacked(element: Any, parts: Sequence[str]) -> str:
    """What has something over or under it: the limits of an operator, an accent, a brace, a label."""
    name = local_name(element)
    if len(parts) != (3 if name == "munderover" else 2):
        raise NotTex(name)
    sign = "".join(element[0].itertext()).strip()
    if sign in LIMITED:
        marks = {"munder": "_", "mover": "^", "munderover": "_^"}[name]
        limits = (f"{mark}{{{part}}}" for mark, part in zip(marks, parts[1:], strict=True))
        return rf"{parts[0]}\limits{''.join(limits)}"
    if name == "munderover":
        raise NotTex(name)
    told = "".join(element[1].itertext()).strip()
    over = name == "mover"
    if known := (OVER if over else UNDER).get(told):
        return rf"\{known}{{{parts[0]}}}"
    return rf"\{'over' if over else 'under'}set{{{parts[1]}}}{{{parts[0]}}}"


def _fraction(element: Any, parts: Sequence[str]) -> str:
    if len(parts) != 2:
        raise NotTex("mfrac")
    bare = (element.get("linethickness") or "1").rstrip("pxtem") in ("0", "0.0")
    return rf"\{'genfrac{}{}{0pt}{}' if bare else 'frac'}{{{parts[0]}}}{{{parts[1]}}}"


def _table(element: Any, parts: Sequence[str]) -> str:
    rows = r" \\ ".join(parts)
    return rf"\begin{{matrix}} {rows} \end{{matrix}}"


Writer = Callable[[Any, Sequence[str]], str]
WRITERS: dict[str, Writer] = {
    "mfrac": _fraction,
    "msqrt": lambda _, parts: rf"\sqrt{{{parts[0]}}}",
    "mroot": lambda _, parts: rf"\sqrt[{parts[1]}]{{{parts[0]}}}",
    "mphantom": lambda _, parts: rf"\phantom{{{parts[0]}}}",
    "msub": _scripts,
    "msup": _scripts,
    "msubsup": _scripts,
    "munder": _stacked,
    "mover": _stacked,
    "munderover": _stacked,
    "mtr": lambda _, parts: " & ".join(parts),
    "mtable": _table,
}
