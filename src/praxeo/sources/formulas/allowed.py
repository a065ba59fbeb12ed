"""MathML that may stand in an app: an element tree written anew by an allow list, its leaves as escaped text.

The elements are those of MathML Core (https://w3c.github.io/mathml-core/) without links, actions and foreign
content. What is not allowed gives its children, so that no sign is lost.
"""

from __future__ import annotations

import html
from typing import Any
from xml.etree import ElementTree

DEEPEST_ELEMENT = 100
ELEMENTS_AT_MOST = 5_000

LEAVES = frozenset({"mi", "mn", "mo", "ms", "mtext"})
ELEMENTS = LEAVES | frozenset(
    [
        "mrow",
        "mfrac",
        "msqrt",
        "mroot",
        "msub",
        "msup",
        "msubsup",
        "munder",
        "mover",
        "munderover",
        "mmultiscripts",
        "mprescripts",
        "mtable",
        "mtr",
        "mtd",
        "mspace",
        "mpadded",
        "mphantom",
        "mstyle",
    ]
)
# How many children an element takes; with others a browser shows an error or hides them.
CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2}
CHILDREN |= {"msubsup": 3, "munderover": 3}
DROPPED = frozenset(
    {"annotation", "annotation-xml", "malignmark", "maligngroup", "script", "style"}
)
ATTRIBUTES = frozenset(
    [
        "stretchy",
        "form",
        "fence",
        "separator",
        "largeop",
        "movablelimits",
        "symmetric",
        "minsize",
        "maxsize",
        "lspace",
        "rspace",
        "linethickness",
        "accent",
        "accentunder",
        "columnspan",
        "rowspan",
        "width",
        "height",
        "depth",
        "voffset",
        "displaystyle",
        "scriptlevel",
    ]
)
UPRIGHT = "normal"
SHOWN_AS = {"\u20d7": "→"}  # a combining arrow would stand beside what it belongs over


class NotShowable(ValueError):
    """The formula is deeper or larger than a browser should be given, or holds what none draws."""


def local_name(element: Any) -> str:
    """The name of an element without its namespace; "" for comments."""
    return (
        element.tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower()
        if isinstance(element.tag, str)
        else ""
    )


def allowed_mathml(math: Any, *, display: bool = False) -> str:
    """The `math` element as HTML may hold it. Raises NotShowable past the limits."""
    counted = [0]
    inner = "".join(_children(math, 1, counted))
    shown = display or math.get("display") == "block"
    attribute = ' display="block"' if shown else ""
    return f"<math{attribute}>{inner}</math>"


def shown_again(mathml: str) -> str:
    """Stored MathML written anew by the same list; "" for what is none, or is past the limits."""
    if "<!" in mathml:  # a document type, and with it entities
        return ""
    try:
        root = ElementTree.fromstring(mathml)  # noqa: S314 - without a document type nothing expands
        return allowed_mathml(root) if local_name(root) == "math" else ""
    except (ElementTree.ParseError, NotShowable):
        return ""


def _children(element: Any, depth: int, counted: list[int]) -> list[str]:
    return [part for child in element if (part := _written(child, depth, counted))]


def _written(element: Any, depth: int, counted: list[int]) -> str:
    name = local_name(element)
    counted[0] += 1
    if depth > DEEPEST_ELEMENT or counted[0] > ELEMENTS_AT_MOST:
        raise NotShowable
    if not name or name in DROPPED:
        return ""
    if name in LEAVES:
        words = leaf_text(element, "\u00a0")
        text = html.escape(SHOWN_AS.get(words, words), quote=False)
        return f"<{name}{_attributes(element)}>{text}</{name}>"
    if name in ("mspace", "mprescripts"):
        return f"<{name}{_attributes(element)}></{name}>"
    if name == "none":
        return "<mrow></mrow>"
    children = _children(element, depth + 1, counted)
    if name == "semantics":
        return children[0] if children else ""
    if name == "menclose":
        return _enclosed(element.get("notation") or "longdiv", children)
    if name == "mfenced":
        return _fenced(element, children)
    if name not in ELEMENTS:
        return _grouped(children)
    missing = CHILDREN.get(name, len(children)) - len(children)
    if missing < 0:
        return _grouped(children)
    children += ["<mrow></mrow>"] * missing
    return f"<{name}{_attributes(element)}>{''.join(children)}</{name}>"


def leaf_text(element: Any, edge: str) -> str:
    """The signs of a leaf; of the spaces around words (mtext) one is kept, as `edge`."""
    raw = "".join(element.itertext())
    words = " ".join(raw.split())
    if local_name(element) != "mtext" or not words:
        return words
    return edge * raw[0].isspace() + words + edge * raw[-1].isspace()


def _attributes(element: Any) -> str:
    kept = {
        name: value
        for name, value in sorted(element.attrib.items())
        if name in ATTRIBUTES and len(value) <= 40
    }
    if element.get("mathvariant") == UPRIGHT:
        kept["mathvariant"] = UPRIGHT
    return "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items())


def _grouped(children: list[str]) -> str:
    return (
        children[0]
        if len(children) == 1
        else f"<mrow>{''.join(children)}</mrow>"
        if children
        else ""
    )


def _enclosed(notation: str, children: list[str]) -> str:
    """No browser of today draws `menclose`: a box or a bar goes, a stroke may not, for what is struck would look kept."""
    if "strike" in notation:
        raise NotShowable
    inside = "".join(children)
    return f"<msqrt>{inside}</msqrt>" if "radical" in notation else f"<mrow>{inside}</mrow>"


def _fenced(element: Any, children: list[str]) -> str:
    """Deprecated brackets as the operators that they stand for."""
    opened = html.escape(element.get("open", "("), quote=False)
    closed = html.escape(element.get("close", ")"), quote=False)
    parted = html.escape("".join((element.get("separators", ",") or "")[:1]), quote=False)
    between = f"<mo>{parted}</mo>" if parted else ""
    return (
        f'<mrow><mo stretchy="true" form="prefix">{opened}</mo>{between.join(children)}'
        f'<mo stretchy="true" form="postfix">{closed}</mo></mrow>'
    )
