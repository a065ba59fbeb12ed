"""The form in which a sentence is compared with itself at a later time: its words, without how they are set."""

from __future__ import annotations

import re
import unicodedata

from praxeo.claims.words import tokens_of

Words = tuple[str, ...]

# Marks that point to notes, and what is invisible.
_MARKS = re.compile(
    r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]|[\u00ad\u200b-\u200f\u2060\ufeff]"
)
_LIST_NUMBER = re.compile(r"^\d{1,3}[.)]\s+(?=\D)")
_SHORT = (
    (re.compile(r"\bcan(?:not|'t)\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"\bi'm\b"), "i am"),
    (re.compile(r"\b(it|he|she|that|what|who|there|here)'s\b"), r"\1 is"),
)


def words_of(sentence: str) -> Words:
    """The words and numbers of a sentence; short forms ("isn't") as their long ones, numbers as digits."""
    text = _LIST_NUMBER.sub("", unicodedata.normalize("NFKC", sentence).strip())
    text = _MARKS.sub("", text).casefold().replace("’", "'")
    for short, long in _SHORT:
        text = short.sub(long, text)
    return tuple(token.key for token in tokens_of(text))
