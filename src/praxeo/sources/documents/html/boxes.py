"""The boxes of a page that a reader ticks, as signs: with the ticks that the page itself sets."""

from __future__ import annotations

from praxeo.sources.documents.html.tree import Element

TO_TICK = {"checkbox", "radio"}
BOXES = "☐☑ \t\r\n"
"""What a text of nothing but boxes is made of."""


def box_of(element: Element) -> str:
    """The sign of an input to tick, with a space behind it; "" for any other input."""
    if (element.get("type") or "").strip().lower() not in TO_TICK or _is_a_switch(element):
        return ""
    return "☑ " if "checked" in element.attrib else "☐ "


def _is_a_switch(element: Element) -> bool:
    """Whether a box has no words: it opens a menu or a part of the page by a rule of the style sheet."""
    behind = (element.tail or "").strip()
    parent = element.getparent()
    around = "".join(parent.itertext()).strip() if parent is not None else ""
    return not behind and (not around or "aria-hidden" in element.attrib)
