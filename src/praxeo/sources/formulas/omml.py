"""Office equations (OMML, ECMA-376 part 1, section 22.1) as MathML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from lxml import etree

from praxeo.sources.documents.xml_tree import attribute, child, children, local

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
TRUE = frozenset({"", "1", "on", "true"})
INTEGRALS = frozenset("∫∬∭∮∯∰")
ACCENTS = {"\u0302": "^", "\u0303": "~", "\u0304": "¯", "\u0305": "¯", "\u0307": "˙", "\u0308": "¨"}
ACCENTS |= {"\u20d7": "→", "\u030c": "ˇ", "\u0301": "´", "\u0300": "`", "\u0306": "˘"}
SILENT = frozenset(["bookmarkStart", "bookmarkEnd", "proofErr", "del", "moveFrom", "delText"])
EMPTY = "<mrow></mrow>"
MATHML = "http://www.w3.org/1998/Math/MathML"


def mathml_of_omml(element: Any, *, display: bool = False) -> Any:
    """The `math` element of m:oMath, as an lxml tree."""
    shown = ' display="block"' if display else ""
    return etree.fromstring(f'<math xmlns="{MATHML}"{shown}>{_row(element)}</math>')


def _row(element: Any) -> str:
    parts = [part for node in (element if element is not None else ()) if (part := _node(node))]
    return parts[0] if len(parts) == 1 else f"<mrow>{''.join(parts)}</mrow>"


def _node(node: Any) -> str:
    name = local(node)
    if not name or name.endswith("Pr") or name in SILENT:
        return ""
    write = WRITERS.get(name)
    return write(node) if write else _row(node)


def _part(node: Any, name: str) -> str:
    return _row(child(node, name))


def _stated(node: Any, *path: str, missing: str = "") -> str:
    """The value of a property; `missing` where the property is not there at all."""
    for name in path:
        node = child(node, name)
        if node is None:
            return missing
    return attribute(node, "val")


def _sign(text: str, **attributes: str) -> str:
    stated = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<mo{stated}>{html.escape(text, quote=False)}</mo>" if text else ""


def _run(node: Any) -> str:
    text = "".join(part.text or "" for part in children(node, "t"))
    properties = child(node, "rPr")
    if child(properties, "nor") is not None:
        return f"<mtext>{html.escape(text, quote=False)}</mtext>" if text else ""
    upright = _stated(properties, "sty", missing="i") == "p"
    parts, at = [], 0
    while at < len(text):
        number = NUMBER.match(text, at)
        until = number.end() if number else at + 1
        sign = text[at:until]
        if number:
            parts.append(f"<mn>{sign}</mn>")
        elif sign.isalpha() and upright:
            while until < len(text) and text[until].isalpha():
                until += 1
            word = html.escape(text[at:until], quote=False)
            normal = ' mathvariant="normal"' if until - at == 1 else ""
            parts.append(f"<mi{normal}>{word}</mi>")
        elif sign.isalpha():
            parts.append(f"<mi>{sign}</mi>")
        elif not sign.isspace() and sign != "&":  # which aligns, and shows as nothing
            parts.append(_sign("−" if sign == "-" else sign))
        at = until
    return parts[0] if len(parts) == 1 else f"<mrow>{''.join(parts)}</mrow>" if parts else ""


def _fraction(node: Any) -> str:
    above, below, kind = _part(node, "num"), _part(node, "den"), _stated(node, "fPr", "type")
    if kind == "lin":
        return f"<mrow>{above}<mo>/</mo>{below}</mrow>"
    thickness = ' linethickness="0"' if kind == "noBar" else ""
    return f"<mfrac{thickness}>{above}{below}</mfrac>"


def _radical(node: Any) -> str:
    degree = child(node, "deg")
    hidden = _stated(node, "radPr", "degHide", missing="0") in TRUE
    if hidden or degree is None or not len(degree):
        return f"<msqrt>{_part(node, 'e')}</msqrt>"
    return f"<mroot>{_part(node, 'e')}{_row(degree)}</mroot>"


def _delimited(node: Any) -> str:
    """Brackets: one that is stated as "" is none, one that is not stated is round."""
    opened, closed, parted = (
        _stated(node, "dPr", name, missing=usual)
        for name, usual in (("begChr", "("), ("endChr", ")"), ("sepChr", "|"))
    )
    inside = _sign(parted).join(_row(part) for part in children(node, "e"))
    left, right = (
        _sign(opened, stretchy="true", form="prefix"),
        _sign(closed, stretchy="true", form="postfix"),
    )
    return f"<mrow>{left}{inside}{right}</mrow>"


def _big_operator(node: Any) -> str:
    sign = _stated(node, "naryPr", "chr", missing="∫")
    place = _stated(node, "naryPr", "limLoc", missing="subSup" if sign in INTEGRALS else "undOvr")
    limits = []
    for name in ("sub", "sup"):
        limit = child(node, name)
        hidden = _stated(node, "naryPr", f"{name}Hide", missing="0") in TRUE
        limits.append("" if hidden or limit is None or not len(limit) else _row(limit))
    below, above = limits
    names = ("munderover", "munder", "mover") if place == "undOvr" else ("msubsup", "msub", "msup")
    operator = _sign(sign, largeop="true")
    if below and above:
        operator = f"<{names[0]}>{operator}{below}{above}</{names[0]}>"
    elif below:
        operator = f"<{names[1]}>{operator}{below}</{names[1]}>"
    elif above:
        operator = f"<{names[2]}>{operator}{above}</{names[2]}>"
    return f"<mrow>{operator}{_part(node, 'e')}</mrow>"


def _accent(node: Any) -> str:
    sign = _stated(node, "accPr", "chr", missing="\u0302")
    above = _sign(ACCENTS.get(sign, sign), stretchy="false")
    return f'<mover accent="true">{_part(node, "e")}{above}</mover>'


def _bar(node: Any) -> str:
    if _stated(node, "barPr", "pos", missing="bot") == "top":
        return f"<mover>{_part(node, 'e')}{_sign('¯', stretchy='true')}</mover>"
    return f"<munder>{_part(node, 'e')}{_sign('_', stretchy='true')}</munder>"


def _group(node: Any) -> str:
    sign = _sign(_stated(node, "groupChrPr", "chr", missing="⏟"), stretchy="true")
    name = "mover" if _stated(node, "groupChrPr", "pos", missing="bot") == "top" else "munder"
    return f"<{name}>{_part(node, 'e')}{sign}</{name}>"


def _matrix(node: Any) -> str:
    rows = (
        "".join(f"<mtd>{_row(cell)}</mtd>" for cell in children(row, "e"))
        for row in children(node, "mr")
    )
    return f"<mtable>{''.join(f'<mtr>{row}</mtr>' for row in rows)}</mtable>"


def _lines(node: Any) -> str:
    rows = "".join(f"<mtr><mtd>{_row(line)}</mtd></mtr>" for line in children(node, "e"))
    return f'<mtable displaystyle="true">{rows}</mtable>'


def _scripts(name: str, *parts: str) -> Callable[[Any], str]:
    return lambda node: f"<{name}>{''.join(_part(node, part) or EMPTY for part in parts)}</{name}>"


def _before(node: Any) -> str:
    scripts = f"{_part(node, 'sub')}{_part(node, 'sup')}"
    return f"<mmultiscripts>{_part(node, 'e')}<mprescripts></mprescripts>{scripts}</mmultiscripts>"


WRITERS: dict[str, Callable[[Any], str]] = {
    "r": _run,
    "f": _fraction,
    "rad": _radical,
    "d": _delimited,
    "nary": _big_operator,
    "func": lambda node: f"<mrow>{_part(node, 'fName')}<mo>\u2061</mo>{_part(node, 'e')}</mrow>",
    "acc": _accent,
    "bar": _bar,
    "groupChr": _group,
    "m": _matrix,
    "eqArr": _lines,
    "sSup": _scripts("msup", "e", "sup"),
    "sSub": _scripts("msub", "e", "sub"),
    "sSubSup": _scripts("msubsup", "e", "sub", "sup"),
    "sPre": _before,
    "limLow": _scripts("munder", "e", "lim"),
    "limUpp": _scripts("mover", "e", "lim"),
    "phant": _scripts("mphantom", "e"),
}
