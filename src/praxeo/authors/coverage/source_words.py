"""How much the words of a source weigh: those that it keeps using and other texts do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import sqrt

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.roles.blocks import RoledBlock

SHORTEST_WORD = 4  # letters of a word that says something
MOST_OFTEN = 0.2  # of the blocks; a word in more of them is one of the language, not of the subject


class SourceWords:
    """The running text of a source as counted words."""

    def __init__(self, placed: Sequence[RoledBlock]) -> None:
        texts = [key(one.block.text) for one in placed if one.role in ("body", "summary")]
        self._text = " | ".join(["", *texts, ""])
        spread = Counter(word for text in texts for word in set(text.split()))
        most = max(3.0, MOST_OFTEN * len(texts))
        self._weights = {
            word: count
            for word, count in spread.items()
            if len(word) >= SHORTEST_WORD and 1 < count <= most
        }

    def uses(self, name: str) -> int:
        """How often a phrase, as its key, stands in the running text."""
        return self._text.count(f" {name} ")

    def weight(self, sentence: str) -> float:
        """How much of what the source keeps speaking of a sentence holds, for its length."""
        own = key(sentence).split()
        return sum(self._weights.get(word, 0) for word in set(own)) / sqrt(len(own) or 1)
