"""How large a model is, as far as its name says, and what that means for what it is asked."""

from __future__ import annotations

import re

# Of more parameters, in billions, models hold a whole source and a long answer by a schema; smaller ones lose
# the thread (reports of users agree on some 14 billion; 7 and 8 are what most people have).
SMALL_BILLIONS = 13.0
_BILLIONS = re.compile(r"(?<![\w.])(\d{1,4}(?:\.\d+)?)\s*b(?![a-z])", re.IGNORECASE)


def billions_in(words: str) -> float:
    """The parameters that a name or a server's words tell ("qwen3:8b", "7.6B"), in billions; 0.0 if they do not."""
    found = _BILLIONS.search(words)
    return float(found[1]) if found else 0.0


def is_small(billions: float) -> bool:
    """Whether a model of so many parameters is to be asked a section at a time; one of unknown size is not."""
    return 0.0 < billions < SMALL_BILLIONS
