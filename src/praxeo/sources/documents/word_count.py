"""Counts the words of a source apart from its reader, and tells which of them the reader lost."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+")
# Accents, which some files set as signs of their own beside their letters, and signs that nobody sees.
NO_LETTERS = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f\u02b0-\u02ff\u0591-\u05c7\u064b-\u0652\u20d0-\u20ff]"
)
Words = Counter[str]

COMPARED_AT_MOST = 1_000  # different words that are looked for in each other
WHOLE_AT_MOST = 20_000_000  # characters that are looked through for them
LONGEST_PARTED = 80
MOST_BEYOND = 1.5  # times the letters that are missing


def words_of(texts: Iterable[str]) -> Words:
    """How often each word stands in the texts, in one spelling: without case, accents, ligatures and raised signs."""
    found: Words = Counter()
    for text in texts:
        if not text.isascii():
            text = NO_LETTERS.sub("", unicodedata.normalize("NFKD", text))
        found.update(WORD.findall(text.casefold()))
    return found


def lost_words(seen: Words, had: Words) -> list[str]:
    """The words that were seen and are nowhere among those that a reader has, each as often as it is lost.

    Words that the reader joined or parted are not lost: they are looked for in what it has beyond `seen`.
    """
    missing = list((seen - had).elements())
    if not missing:
        return []
    beyond = list((had - seen).elements())
    joined, parts = "\n".join(beyond), frozenset(beyond)
    if len(missing) > COMPARED_AT_MOST or len(missing) * len(joined) > WHOLE_AT_MOST:
        return missing
    if _same_letters("".join(missing), "".join(beyond)):
        return []
    return [word for word in missing if word not in joined and not _made_of(word, parts)]


def _same_letters(missing: str, beyond: str) -> bool:
    """Whether words are only parted at other places: then nearly the same letters stand on both sides."""
    return len(beyond) <= MOST_BEYOND * len(missing) and Counter(missing) <= Counter(beyond)


def _made_of(word: str, parts: frozenset[str]) -> bool:
    """Whether the word is some of the parts, one behind the other."""
    if len(word) > LONGEST_PARTED:
        return False
    reached = [True] + [False] * len(word)
    for end in range(1, len(word) + 1):
        reached[end] = any(reached[at] and word[at:end] in parts for at in range(end))
    return reached[-1]
