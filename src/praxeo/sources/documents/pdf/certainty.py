"""How sure text recognition is of a passage: nothing for text that the file itself holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

from praxeo.sources.documents.pdf.page import Word

# Recognition reads raised digits as digits of the number before them: 6.02 × 10²³ becomes 6.02 × 1023.
POWER_OF_TEN = re.compile(r"[×xX*·•]\s?10[-−–]?\d{1,3}\b(?![.,]\d)")
LEAST_SURE = 0.25  # of the characters
LOST_POWER = 50  # confidence, at most, of a passage in which that may have happened


def confidence_of(words: Iterable[Word]) -> float | None:
    """The mean over the least sure quarter of the characters of these words (0-100).

    The mean over all would hide that every fifth word is wrong: an engine is sure of the others.
    """
    seen = sorted(
        (word.confidence, len(word.text)) for word in words if word.confidence is not None
    )
    wanted = sum(length for _, length in seen) * LEAST_SURE
    weighted: list[tuple[float, float]] = []
    for confidence, length in seen:
        taken = min(length, wanted)
        weighted.append((confidence, taken))
        wanted -= taken
    return _mean(weighted)


def joined_confidence(
    first: float | None, first_length: int, second: float | None, second_length: int
) -> float | None:
    """That of two passages which are one."""
    parts = ((first, float(first_length)), (second, float(second_length)))
    return _mean([(value, length) for value, length in parts if value is not None])


def block_confidence(text: str, confidence: float | None) -> int | None:
    """What a block says of itself (1-100): low where a raised number may have been read as a plain one."""
    if confidence is None:
        return None
    if POWER_OF_TEN.search(text):
        confidence = min(confidence, LOST_POWER)
    return max(1, round(confidence))


def _mean(weighted: list[tuple[float, float]]) -> float | None:
    total = sum(length for _, length in weighted)
    return sum(value * length for value, length in weighted) / total if total else None
