"""Keeps the answers below the exercises of a page, which are too short and too plain to be known for content."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.text_unit import TextUnit

HEADING = re.compile(
    r"\W*(?:\d+[.)]?\s*)?(?:lösung(?:en|sschlüssel)?|answers?(?: key)?|solutions?|corrigés?|réponses"
    r"|soluci(?:ón|ones)|respuestas|soluzion[ei]|risposte)\b.{0,40}",
    re.IGNORECASE,
)
LINKED_SHARE = 0.1


def keep_answers(view: PageView, kept: NDArray[np.bool_]) -> None:
    """Add each section of answers that stands in an element with text that is kept."""
    for number, unit in enumerate(view.units):
        if unit.kind != "heading" or not HEADING.fullmatch(unit.text) or _is_linked(unit):
            continue
        parent = view.lines[number][1] if len(view.lines[number]) > 1 else None
        before = [n for n in range(number) if kept[n] and parent in view.lines[n]]
        if not before:
            continue
        kept[number] = True
        for place in range(number + 1, len(view.units)):
            inside = view.units[place]
            ends = inside.kind == "heading" and inside.level <= unit.level
            if ends or parent not in view.lines[place] or _is_linked(inside):
                break
            kept[place] = True


def _is_linked(unit: TextUnit) -> bool:
    return unit.link_characters > LINKED_SHARE * len(unit.text)
