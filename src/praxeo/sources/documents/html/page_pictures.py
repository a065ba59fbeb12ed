"""Tells the pictures of a page's text from those around it: navigation, adverts, portraits of who comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element, first_number, name_of
from praxeo.sources.documents.html.word_groups import part_groups

SMALLEST_SIDE = 48  # pixels in which the page shows it
AROUND_CHARACTERS = (
    200  # of text by which it is decided whether a part of the page is of its content
)
CONTENT_SHARE = 0.4  # of that text
AROUND = {"nav", "footer", "form", "button", "aside", "menu", "dialog"}
AROUND_PARTS = {
    "foot",
    "menu",
    "share",
    "advert",
    "sign_up",
    "dialog",
    "byline",
    "comment",
    "related",
}
ADORNS = re.compile(
    r"(?:^|[^a-z])(?:avatar|gravatar|logo|icon|favicon|emoji|sprite|pixel|spacer|blank|beacon|badge|smil(?:ey|ie)"
    r"|button|adserver|doubleclick|twemoji|share|rating|stars?|divider|separator|pinterest|facebook|twitter|linkedin"
    r"|instagram|whatsapp|arrow|chevron|placeholder|captcha)s?(?:[^a-z]|$)",
    re.I,
)
CONTENT_IMAGE = re.compile(r"wp-image-\d|attachment-|mw-file-element", re.I)


class PagePictures:
    """Knows for a page which of its text is content, and so which of its pictures are."""

    def __init__(self, visible: Sequence[TextUnit], chosen: Sequence[TextUnit]) -> None:
        """`visible` is all text that the page shows, `chosen` its content."""
        self._sums: dict[Element, list[int]] = {}
        content = {id(unit) for unit in chosen}
        for unit in visible:
            size, kept = len(unit.text), len(unit.text) * (id(unit) in content)
            for element in (unit.element, *unit.element.iterancestors()):
                sums = self._sums.setdefault(element, [0, 0])
                sums[0] += kept
                sums[1] += size

    def is_content(self, image: Element) -> bool:
        """Whether a picture belongs to the text of the page."""
        if has_empty_alt(image) or not may_teach(image):
            return False
        for element in image.iterancestors():
            kept, size = self._sums.get(element, (0, 0))
            around = name_of(element) in AROUND or bool(AROUND_PARTS & part_groups(element))
            if around and kept < CONTENT_SHARE * max(1, size):
                return False
            if size >= AROUND_CHARACTERS or element.getparent() is None:
                return kept >= CONTENT_SHARE * max(1, size)
        return True


def may_teach(image: Element) -> bool:
    """Whether nothing about a picture's own element says that it only adorns."""
    if image.get("role", "").lower() in {"presentation", "none"}:
        return False
    if min(_side(image, "width"), _side(image, "height")) < SMALLEST_SIDE:
        return False
    named = f"{image.get('class', '')} {image.get('id', '')}"
    file = image.get("src", "")[:500].partition("?")[0].rpartition("/")[2]
    return not ADORNS.search(named) and ("data:" in file or not ADORNS.search(file))


def has_empty_alt(image: Element) -> bool:
    """Whether a page says by an empty alternative text that a picture only adorns; books say that of any."""
    stated = "alt" in image.attrib and not image.get("alt", "").strip()
    return stated and not _is_shown_apart(image)


def _is_shown_apart(image: Element) -> bool:
    """Whether it stands in a `figure`, or a program for websites says that it was put into the text."""
    if CONTENT_IMAGE.search(image.get("class", "")):
        return True
    return any(name_of(element) == "figure" for element in image.iterancestors())


def _side(image: Element, name: str) -> int:
    """Pixels as the page states them; where it does not, enough."""
    stated = (image.get(name) or "").strip().lower().removesuffix("px")
    return first_number(stated, default=10_000, least=0, most=10_000)
