"""Leaves out the window in which a page asks for consent to cookies: it is about the site, not of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element, name_of

WINDOW = re.compile(  # as the makers of such windows name them, and as sites do themselves
    r"onetrust|\bot-sdk|optanon|cookiebot|\btruste[-_]|usercentrics|didomi|qc-cmp|fc-consent|\bcky-|borlabs|iubenda"
    r"|\bensmodal|evidon|osano|termly|klaro|cmplz|complianz|moove_gdpr|\bcc-(?:window|banner)"
    r"|(?:cookies?|gdpr|consent)[-_ ]?(?:banner|bar|box|consent|container|dialog|law|layer|manager|modal|notice|overlay"
    r"|popup|preferences|settings|tool|wall)\b",
    re.IGNORECASE,
)
PAGE = {"body", "html"}  # which say that a window is open


def without_consent(units: Sequence[TextUnit]) -> list[TextUnit]:
    """The units that stand in no such window; all of them where the page is nothing else."""
    known: dict[Element, bool] = {}
    kept = [unit for unit in units if not _in_window(unit.element, known)]
    return kept or list(units)


def _in_window(element: Element, known: dict[Element, bool]) -> bool:
    inside: list[Element] = []
    node: Element | None = element
    found = False
    while node is not None and not found:
        if node in known:
            found = known[node]
            break
        inside.append(node)
        found = _is_window(node)
        node = node.getparent()
    known.update(dict.fromkeys(inside, found))
    return found


def _is_window(element: Element) -> bool:
    stated = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(stated) > 1 and name_of(element) not in PAGE and bool(WINDOW.search(stated))
