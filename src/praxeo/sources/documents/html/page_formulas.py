"""Formulas as pages hold them: MathML, KaTeX, MathJax 2 and 3, Wikipedia's pictures, TeX in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.sources.documents.html.tree import Element, name_of
from praxeo.sources.formulas.allowed import local_name
from praxeo.sources.formulas.reading import Read, read_mathml, read_tex

NOTHING = Read("", None)
TEX_IN_TEXT = re.compile(
    r"\\\((?P<inline>.+?)\\\)|\\\[(?P<display>.+?)\\\]|\$\$(?P<dollars>[^$]+?)\$\$", re.S
)
# What wraps one formula in several forms, of which one is to be read.
WRAPPER = re.compile(r"(?:^|\s)(?:katex|mwe-math-element)(?:\s|$)")
DISPLAYED = re.compile(r"katex-display|mwe-math-element-block|mwe-math-fallback-image-display")
RENDERED = re.compile(
    r"(?:^|\s)(?:MathJax(?:_Preview|_Display|_SVG|_CHTML)?|MJX_Assistive_MathML)(?:\s|$)"
)
PICTURE = re.compile(
    r"mwe-math-fallback-image|(?:^|\s)(?:latex|tex|math|mathtex|eqn)(?:\s|$)", re.I
)


def formula_of(element: Element, name: str) -> Read | None:
    """The formula that an element is; None if it is none. A second form of one is nothing."""
    stated = element.get("class") or ""
    if name == "math":
        return read_mathml(element)
    if name == "mjx-container" or (stated and WRAPPER.search(stated)):
        return _of_wrapper(element, stated)
    if name == "script" and (element.get("type") or "").startswith("math/tex"):
        return read_tex(element.text or "", display="mode=display" in (element.get("type") or ""))
    if name == "img" and stated and PICTURE.search(stated) and element.get("alt"):
        return read_tex(element.get("alt") or "", display=bool(DISPLAYED.search(stated)))
    if name in ("span", "div") and stated and RENDERED.search(stated) and _has_script(element):
        return NOTHING
    return None


def parts_of_text(text: str) -> Iterator[str | Read]:
    """A text with the TeX in it read as formulas."""
    at = 0
    for match in TEX_IN_TEXT.finditer(text):
        yield text[at : match.start()]
        tex = match["inline"] or match["display"] or match["dollars"]
        yield read_tex(tex, display=match["inline"] is None)
        at = match.end()
    yield text[at:]


def _of_wrapper(element: Element, stated: str) -> Read | None:
    display = bool(DISPLAYED.search(stated)) or element.get("display") in ("true", "block")
    above = element.getparent()
    if above is not None and DISPLAYED.search(above.get("class") or ""):
        display = True
    for inner in element.iter():
        if local_name(inner) == "math":
            return read_mathml(inner, display=display)
    for picture in element.iter("img"):
        if picture.get("alt"):
            return read_tex(picture.get("alt") or "", display=display)
    return None


def _has_script(element: Element) -> bool:
    """Whether the formula's TeX follows, as MathJax 2 leaves it."""
    following = element.getnext()
    while following is not None and name_of(following) in ("span", "div"):
        following = following.getnext()
    return following is not None and (following.get("type") or "").startswith("math/tex")
