"""Tells a page that another one copies: how many of its runs of five words stand in the other.

Exact sets, not sketches: of the few pages of one topic nothing has to be estimated.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.domain.blocks import Block

RUN_WORDS = 5
CONTAINED = 0.5  # from which share on; unrelated pages share less than a fifth
_WORD = re.compile(r"\w+")

Shingles = frozenset[tuple[str, ...]]


def shingles(blocks: Sequence[Block]) -> Shingles:
    """Every run of five words of the text, in small letters."""
    words = _WORD.findall("\n".join(block.text for block in blocks).lower())
    return frozenset(tuple(words[at : at + RUN_WORDS]) for at in range(len(words) - RUN_WORDS + 1))


def is_mirror(one: Shingles, other: Shingles) -> bool:
    """Whether either of them is largely contained in the other."""
    least = min(len(one), len(other))
    return least > 0 and len(one & other) >= CONTAINED * least
