"""Tells text that no reader of the page sees: such text is dropped, and said to be dropped."""

from __future__ import annotations

import re

from praxeo.sources.documents.html.tree import Element, name_of

SWITCHED_OFF = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
TRANSPARENT = re.compile(r"(?<![-\w])opacity\s*:\s*0?\.?0+(?![\d.])", re.IGNORECASE)
OFF_THE_SCREEN = re.compile(
    r"(?:left|top|text-indent)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*(?:0|1px)[^)]*\)|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|transform\s*:\s*scale\(\s*0\s*\)",
    re.IGNORECASE,
)
UNCOLOURED = re.compile(
    r"(?<![-\w])color\s*:\s*(?:transparent|rgba\([^)]*,\s*0?\.?0+\s*\))", re.IGNORECASE
)
FOLDED = re.compile(
    r"(?<![-\w])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:;|$|!)", re.IGNORECASE
)
CUT_OFF = re.compile(r"overflow\s*:\s*hidden", re.IGNORECASE)
SHOWN_TO_EYES = {
    "a",
    "figcaption",
    "caption",
}  # kept from screen readers only, whose alt text says the same
OPENING_ROLES = {"tabpanel", "region"}
OPENING_WORD = re.compile(
    r"accordion|collaps|(?:^|[\s_-])(?:tab|tabs|tabpanel|panel|toggle|faq|answer|expand\w*)(?=[\s_-]|$)",
    re.IGNORECASE,
)
STREAMED_ID = re.compile(r"S:[0-9a-f]+")
FONT_SIZE = re.compile(r"font-size\s*:\s*(\d*\.?\d+)\s*([a-z%]*)", re.IGNORECASE)
COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.IGNORECASE)
BACKGROUND = re.compile(r"(?<![-\w])background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
RGB = re.compile(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)")
WHITE = (255, 255, 255)
NAMED = {"white": WHITE, "black": (0, 0, 0), "transparent": None}
NEAR = 12
"""Steps of 255 by which two colours may differ and still not be told apart."""
LEAST = {"px": 1.0, "pt": 1.0, "em": 0.1, "rem": 0.1, "%": 10.0}  # of a font, by its unit


def is_hidden(element: Element, *, shown: bool = False) -> bool:
    """Whether an element's own attributes hide it and all that it holds.

    What is known to be `shown` later may be switched off now.
    """
    attributes = element.attrib
    style = attributes.get("style") or ""
    switched_off = (
        attributes.get("hidden", "until-found").lower() != "until-found"
        or (
            attributes.get("aria-hidden", "").lower() == "true"
            and name_of(element) not in SHOWN_TO_EYES
        )
        or (style and (SWITCHED_OFF.search(style) or _folded(style)))
    )
    if switched_off and not shown and not opens(element):
        return True
    return bool(style) and (
        bool(OFF_THE_SCREEN.search(style)) or _too_small(style) or _same_colours(element, style)
    )


def is_transparent(element: Element) -> bool:
    """Whether an element is set to be seen through: by who hides it, or by a script that fades it in."""
    return bool(TRANSPARENT.search(element.get("style") or ""))


def is_unseen_cell(element: Element) -> bool:
    """Whether a row or cell of a table is hidden or seen through: no script fades in single cells."""
    return is_hidden(element) or is_transparent(element)


def opens(element: Element) -> bool:
    """Whether text that is switched off now is one click away, or put in place on loading.

    Tab panels and folded answers are part of what a page says. `<div hidden id="S:1">` is how
    React streams a part of the page that its script then moves to where it is shown.
    """
    attributes = element.attrib
    if attributes.get("role", "").lower() in OPENING_ROLES:
        return True
    own_id = attributes.get("id", "")
    if STREAMED_ID.fullmatch(own_id):
        return True
    return bool(OPENING_WORD.search(attributes.get("class", "") + " " + own_id))


def _folded(style: str) -> bool:
    """Whether it has no height or width, and shows nothing of what does not fit."""
    return bool(FOLDED.search(style) and CUT_OFF.search(style))


def _too_small(style: str) -> bool:
    found = FONT_SIZE.search(style)
    if not found:
        return False
    size, unit = float(found[1]), found[2].lower()
    return size <= LEAST.get(unit, 0.0)


def _same_colours(element: Element, style: str) -> bool:
    """White on white, or any colour on itself, as far as the page itself says so inline."""
    if UNCOLOURED.search(style) and "background-clip" not in style.lower():
        return True
    stated = COLOUR.search(style)
    colour = _rgb(stated[1]) if stated else None
    if colour is None:
        return False
    node = element
    while node is not None and name_of(node) not in {"html", ""}:
        own = node.attrib.get("style") or ""
        background = BACKGROUND.search(own)
        if background:
            return _alike(colour, _rgb(background[1]))
        if "bgcolor" in node.attrib:
            return _alike(colour, _rgb(node.attrib["bgcolor"]))
        if "class" in node.attrib or "id" in node.attrib or "background" in node.attrib:
            return False  # a style sheet may have set a background
        node = node.getparent()
    return _alike(colour, WHITE)


def _alike(one: tuple[int, int, int], other: tuple[int, int, int] | None) -> bool:
    return other is not None and all(abs(a - b) <= NEAR for a, b in zip(one, other, strict=True))


def _rgb(text: str) -> tuple[int, int, int] | None:
    value = text.strip().lower()
    if value in NAMED:
        return NAMED[value]
    digits = value.removeprefix("#")
    if value.startswith("#") and re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", digits):
        if len(digits) == 3:
            digits = "".join(d * 2 for d in digits)
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    found = RGB.match(value)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
