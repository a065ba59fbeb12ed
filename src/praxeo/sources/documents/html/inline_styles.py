"""What an inline element makes of the text inside: bold, code, raised, struck, a mark of a note."""

from __future__ import annotations

import re

from praxeo.sources.documents.html.tree import Element, name_of
from praxeo.sources.documents.inline import RunStyle

STYLE_OF: dict[str, RunStyle] = {
    **dict.fromkeys(("strong", "b", "dt"), "strong"),
    **dict.fromkeys(("em", "i", "cite", "dfn", "var"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    **dict.fromkeys(("del", "s", "strike"), "struck"),
    "sup": "raised",
    "sub": "lowered",
}
STATED: tuple[tuple[re.Pattern[str], RunStyle], ...] = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "strong"),
    (re.compile(r"font-style\s*:\s*italic", re.IGNORECASE), "emphasis"),
    (re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through", re.IGNORECASE), "struck"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "raised"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "lowered"),
)
ROLES = ("role", "epub:type", "{http://www.idpf.org/2007/ops}type")
NOTE_CLASS = re.compile(r"foot-?note|end-?note|note-?ref|fnref|\breference\b|\bcite", re.IGNORECASE)


def run_styles(
    element: Element, name: str, outer: tuple[RunStyle, ...] = ()
) -> tuple[RunStyle, ...]:
    """The styles of text inside an inline element that stands in text of the `outer` styles."""
    style = STYLE_OF.get(name)
    stated = element.get("style") or ""
    if style is None and stated:
        style = next((known for pattern, known in STATED if pattern.search(stated)), None)
    if style is None and _is_note_reference(element):
        style = "raised"
    found = outer if style is None or style in outer else (*outer, style)
    if style == "raised" and "note" not in found and _points_to_a_note(element):
        found = (*found, "note")
    return found


def _is_note_reference(element: Element) -> bool:
    """Whether an element is stated to mark a note, raised or not, as books do."""
    return "noteref" in stated_roles(element)


OWN_LINK_SIGNS = frozenset({"¶", "#", "§"})


def is_page_number(element: Element) -> bool:
    """Whether an element tells where a page of the printed book began."""
    return "pagebreak" in stated_roles(element)


def is_no_reading(element: Element) -> bool:
    """Whether an element is there for finding a place: the number of a printed page, or the sign ("¶") that links to where it stands."""
    return is_page_number(element) or (
        name_of(element) == "a"
        and (element.get("href") or "").startswith("#")
        and "".join(element.itertext()).strip() in OWN_LINK_SIGNS
    )


def stated_roles(element: Element) -> str:
    """What an element is said to be, by ARIA or by the vocabulary of EPUB."""
    return " ".join(element.get(name) or "" for name in ROLES)


def _points_to_a_note(element: Element) -> bool:
    """Whether a raised text is said to mark a note, or links to a place of its own page."""
    return any(
        NOTE_CLASS.search(f"{inside.get('class') or ''} {stated_roles(inside)}")
        or (name_of(inside) == "a" and (inside.get("href") or "").startswith("#"))
        for inside in (element, *element.iter("a"))
    )
