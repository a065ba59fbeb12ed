"""Closes up headings set with spaces between their letters ("A B S T R A C T"), as journals print them."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from praxeo.sources.documents.pdf.page import Word

MIN_LETTERS = 6  # of such a line
MAX_GAP = 0.8  # of the font size, between two letters; columns stand further apart
WORD_GAP = 1.5  # times the usual gap, from which on a new word begins
KEYS = "ABCDE"  # letters of answers, of which a row may stand alone
# Some journals leave no more room between the words of these than between their letters.
OF_TWO_WORDS = ("ARTICLE INFO", "ARTICLE INFORMATION", "ARTICLE HISTORY", "GRAPHICAL ABSTRACT")
SECOND_WORDS = {text.replace(" ", ""): text.index(" ") for text in OF_TWO_WORDS}
OTHER_LETTERS = 3  # that a heading has beside them, at least


def closed_up(words: list[Word]) -> list[Word]:
    """The words of a line, its letters glued to those before them where the line is spaced letter by letter."""
    if len(words) < MIN_LETTERS or not _are_spaced_letters([word.text for word in words]):
        return words
    gaps = [after.box[0] - before.box[2] for before, after in pairwise(words)]
    usual = median(gaps)
    if usual <= 0 or usual > MAX_GAP * words[0].size:
        return words
    second = SECOND_WORDS.get("".join(word.text for word in words), 0)
    return [
        words[0],
        *(
            word._replace(glued=at != second and gap < WORD_GAP * usual)
            for at, (word, gap) in enumerate(zip(words[1:], gaps, strict=True), 1)
        ),
    ]


def _are_spaced_letters(texts: list[str]) -> bool:
    """Whether capital letters stand by themselves that are no rows of an alphabet or of answers."""
    if any(len(text) != 1 or not text.isupper() for text in texts):
        return False
    return texts != sorted(texts) and sum(text not in KEYS for text in texts) >= OTHER_LETTERS
