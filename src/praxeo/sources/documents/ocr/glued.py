"""English words that an engine reads as one ("ofa"): it passes over the narrow gap before or after an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from praxeo.sources.documents.ocr.words import OcrWord

# None of them is an English word of its own with the "a" behind it.
GLUED = re.compile(
    r"(of|in|is|as|to|on|at|by|and|for|with|from|into|has|was|that|than|like|such|makes|called)a"
)


def parted_articles(words: Iterable[OcrWord]) -> Iterator[OcrWord]:
    """The words of an English page with "ofa", "isa" … as the two words that they are."""
    for word in words:
        found = GLUED.fullmatch(word.text)
        if not found:
            yield word
            continue
        left, top, right, bottom = word.box
        middle = left + (right - left) * len(found[1]) / len(word.text)
        yield word._replace(text=found[1], box=(left, top, middle, bottom))
        yield word._replace(text="a", box=(middle, top, right, bottom))
