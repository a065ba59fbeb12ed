"""Gaps that a worksheet leaves and fills elsewhere: “a) 25 % of 200 g is ____ g.” and, in its solutions, “a) 50”."""

from __future__ import annotations

import re

from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Cloze, Item

_SPACE = re.compile(r"\s+")
_BLANK = r"\s?(?:_{3,}|\.{4,}|…+)\s?"
_LABEL = r"(\d{1,2}|[a-z])\s?[.)]\s"


def fills_blank(item: Item, extraction: Extraction | None) -> bool:
    """Whether a place of the item has its sentence with a blank under a label, and another its answer under the same."""
    if not isinstance(item, Cloze) or extraction is None:
        return False
    wanted = {reference.partition(".")[0] for reference in item.evidence}
    texts = [_even(block.text) for block in extraction.blocks if block.id in wanted]
    asked = re.compile(
        rf"(?:^|\s){_LABEL}{re.escape(_even(item.before))}{_BLANK}{re.escape(_even(item.after))}"
    )
    labels = {found[1] for text in texts for found in asked.finditer(text)}
    keys = [text for text in texts if not asked.search(text)]
    answer = re.escape(_even(item.answer))
    return any(
        re.search(rf"(?:^|\s){re.escape(label)}\s?[.)]\s{answer}(?=$|[\s,;.])", text)
        for label in labels
        for text in keys
    )


def _even(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
