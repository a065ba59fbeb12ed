"""Tells a section that holds whole texts from one that only leads to others by titles and teasers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.sources.documents.html.text_unit import TextUnit

LEADS_ON = re.compile(
    r"^\W*(?:more|read more|related|similar|recommended|popular|recent|latest|you (?:may|might)|ähnliche|das könnte)\b",
    re.IGNORECASE,
)
PROSE_WORDS = 12
LINKED_SHARE = 0.1
PARAGRAPHS = 4
"""A teaser is one paragraph or two below a link; so many behind each other, unlinked, are a text to be read here."""


def holds_whole_texts(units: Sequence[TextUnit], number: int) -> bool:
    """Whether what follows the heading of that number, up to the next of its level, is read where it stands.

    Only below headings that say that there is more; who the author is and disclaimers are prose, too.
    """
    heading = units[number]
    if not LEADS_ON.match(heading.text):
        return False
    behind_each_other = 0
    for unit in units[number + 1 :]:
        if unit.kind == "heading" and unit.level <= heading.level:
            break
        behind_each_other = behind_each_other + 1 if _is_prose(unit) else 0
        if behind_each_other >= PARAGRAPHS:
            return True
    return False


def _is_prose(unit: TextUnit) -> bool:
    linked = unit.link_characters > LINKED_SHARE * len(unit.text)
    return unit.kind == "paragraph" and not linked and len(unit.text.split()) >= PROSE_WORDS
