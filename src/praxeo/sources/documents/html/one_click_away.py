"""Finds what a page switches off and shows at a click or once its scripts run: it is part of what the page says."""

from __future__ import annotations

import re

from praxeo.sources.documents.html.tree import Element, name_of

PANEL_ROLES = {"", "region", "tabpanel", "group"}
WINDOW = re.compile(
    r"modal|dialog|pop-?up|pop-?over|drop-?down|menu|canvas|drawer|overlay|tooltip|cookie|consent",
    re.IGNORECASE,
)
SHORTEST_QUESTION, LONGEST_QUESTION = 8, 200


def one_click_away(root: Element) -> frozenset[Element]:
    """The elements that a button or a heading of the page opens, and the answers right behind a question."""
    opened = {
        name
        for button in root.xpath("//*[@aria-expanded='false'][@aria-controls]")
        for name in button.get("aria-controls").split()
    }
    candidates = root.xpath("//*[@hidden or @aria-hidden='true' or contains(@style, 'none')]")
    return frozenset(
        element
        for element in candidates
        if _is_panel(element)
        and (
            "aria-labelledby" in element.attrib or element.get("id") in opened or _answers(element)
        )
    )


def _is_panel(element: Element) -> bool:
    stated = f"{element.get('class') or ''} {element.get('id') or ''}"
    return element.get("role", "") in PANEL_ROLES and not WINDOW.search(stated)


def _answers(element: Element) -> bool:
    before = element.getprevious()
    while before is not None and not name_of(before):
        before = before.getprevious()
    if before is None:
        return False
    text = " ".join("".join(before.itertext()).split()).rstrip(" +-–×▼▾")
    return SHORTEST_QUESTION <= len(text) <= LONGEST_QUESTION and text.endswith("?")
