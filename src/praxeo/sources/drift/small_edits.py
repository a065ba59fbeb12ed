"""Edits that change how a sentence is written and not what it says: a misspelt word, another spelling, a filler."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import product

from praxeo.claims.lexicon import are_opposite, is_listed
from praxeo.claims.word_lists import NEGATORS, UNIT_SIGNS
from praxeo.claims.words import is_number
from praxeo.sources.drift.wording import Words

LETTERS_LEAST = 5  # of a word that may be misspelt; shorter ones become others too easily
FILLERS = frozenset(
    (
        "also", "however", "notably", "moreover", "furthermore", "additionally", "indeed", "addition", "in", "besides",
        "incidentally", "auch", "jedoch", "allerdings", "außerdem", "zudem", "übrigens", "a", "an", "the",
    )
)  # fmt: skip
# Spellings of one word, as endings and runs of letters: British and American.
_SPELLINGS = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"our(?=$|s$|ed$|ing$|al|able|ite|ful|less)", "or"), (r"is(?=e$|es$|ed$|ing$|ation|er)", "iz"),
        (r"ys(?=e$|es$|ed$|ing$)", "yz"), (r"tre(?=$|s$|d$)", "ter"), (r"bre$", "ber"), (r"ogue(?=$|s$)", "og"),
        (r"ll(?=ed$|ing$|er$)", "l"), (r"mme(?=$|s$)", "m"), (r"ence$", "ense"), (r"^grey", "gray"),
        (r"icence", "icense"), (r"dgement", "dgment"), (r"ae", "e"), (r"oe", "e"),
    )
)  # fmt: skip


_UNITS = {
    sign: [name for name, its in UNIT_SIGNS.items() if its == sign] for sign in UNIT_SIGNS.values()
}  # by the sign that is compared


def says_the_same(before: Words, after: Words) -> bool:
    """Whether nothing but small edits lies between two sentences."""
    if before == after:
        return True
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return all(
        _is_small(before[a:b], after[c:d])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    )


def _is_small(before: Words, after: Words) -> bool:
    """Whether one run of words may stand for the other."""
    if "".join(before) == "".join(after):  # "long-term", "longterm"
        return bool(before)
    if len(before) == len(after):
        return all(map(_is_one_word, before, after))
    return not (before and after) and set(before + after) <= FILLERS


def _is_one_word(one: str, other: str) -> bool:
    if one == other or _spelt(one) == _spelt(other):
        return True
    if one in _UNITS or other in _UNITS:
        pairs = product(_UNITS.get(one, (one,)), _UNITS.get(other, (other,)))
        return any(len(a) >= LETTERS_LEAST and _is_slip(a, b) for a, b in pairs)
    if is_number(one) or is_number(other) or are_opposite(one, other):
        return False
    if {one, other} & NEGATORS and sorted(one) != sorted(other):
        return False  # but "witohut" denies what "without" does
    if min(len(one), len(other)) < LETTERS_LEAST or (is_listed(one) and is_listed(other)):
        return False
    return _is_slip(one, other)


def _is_slip(one: str, other: str) -> bool:
    """Whether the words differ by a letter more, less or other, or by two letters in the wrong order."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        # At the end it is another form of the word ("cell", "cells") and not a slip.
        return False
    a, b = one[start:], other[start:]
    swapped = len(a) > 1 and a[1] + a[0] + a[2:] == b
    return swapped or a[1:] == b[1:] or a[1:] == b or a == b[1:]


def _spelt(word: str) -> str:
    for british, american in _SPELLINGS:
        word = british.sub(american, word)
    return word
