"""The words and numbers of a text, and the forms in which they are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from praxeo.claims.word_lists import NUMBER_WORDS, UNIT_SIGNS

STEM_LETTERS_LEAST = 4  # shorter words are compared whole
ALIKE_LETTERS_LEAST = 5  # "activate" and "activation" share more than this
ALIKE_SHARE_LEAST = 0.7
_ENDINGS = ("ations", "ation", "ities", "ity", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s")
_TOKEN = re.compile(
    r"(?:(?<![^\s(=])[-−](?=\d))?\d+(?:[.,]\d+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # each sign of Chinese, Japanese, Korean
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*(?:\d+[^\W_]*)?"
    r"|[%‰°€£$]"
)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True)
class Token:
    """One word, number or sign of a unit and where it stands in the text."""

    text: str
    start: int
    end: int

    @cached_property
    def key(self) -> str:
        """The form in which tokens are compared."""
        lowered = self.text.casefold().replace("’", "'")
        return number_of(self.text) or UNIT_SIGNS.get(lowered, lowered)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text, in order."""
    return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text))


def number_of(word: str) -> str:
    """The number that a word stands for, with a point for the decimal mark, "" if for none."""
    if word[0].isdigit() or (len(word) > 1 and word[1].isdigit()):
        word = word.replace("−", "-")
        if _THOUSANDS.fullmatch(word):
            return re.sub("[.,]", "", word)
        return word.replace(",", ".")
    return NUMBER_WORDS.get(word.casefold(), "")


def is_number(key: str) -> bool:
    """Whether the form of a token is that of a number."""
    return key[-1].isdigit() and key[0] in "-0123456789"


def stem_of(word: str) -> str:
    """A word without its ending, so that "binds" and "binding" are the same."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM_LETTERS_LEAST - 1:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > STEM_LETTERS_LEAST and word[-1] in "ey" else word


def alike(one: str, other: str) -> bool:
    """Whether two stems are one or have the same beginning."""
    if one == other:
        return True
    if len(one) < ALIKE_LETTERS_LEAST or one[:ALIKE_LETTERS_LEAST] != other[:ALIKE_LETTERS_LEAST]:
        return False
    longest = max(len(one), len(other))
    shared = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return shared >= ALIKE_SHARE_LEAST * longest
