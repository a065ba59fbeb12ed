"""Tells the letters of list items ("A. The Moon") from the initials of people ("A. Smith")."""

from __future__ import annotations

import re
from collections.abc import Sequence

INITIAL = re.compile(r"^([A-Z])\.\s")
NEXT_OF = re.compile(r"^\(?([A-Z]{1,5})[.)]\s")
NEAR = 12  # passages in which the next or the last letter of a list stands
FIRST = "AI"  # letters with which lists begin
ROMAN = {"I": ("II", "J", ""), "V": ("VI", "W", "IV"), "X": ("XI", "Y", "IX")}


def is_initial(passages: Sequence[str], index: int) -> bool:
    """Whether a passage begins with a capital letter and a dot that no list around it goes on with."""
    own = INITIAL.match(passages[index])
    if own is None:
        return False
    letter = own[1]
    wanted = set(ROMAN.get(letter, (chr(ord(letter) + 1),))) | {chr(ord(letter) - 1)}
    around = [*passages[max(0, index - NEAR) : index], *passages[index + 1 : index + 1 + NEAR]]
    return not any(
        (found := NEXT_OF.match(text)) is not None and found[1] in wanted for text in around
    )


def may_be_item(text: str, *, first: str, last: str) -> bool:
    """Whether a line that begins with a letter and a dot may be an item of a list; other lines may.

    `first` is the first line of the passage so far, `last` the line above.
    """
    own = INITIAL.match(text)
    if own is None:
        return True
    before = NEXT_OF.match(first)
    if before is not None:
        return ord(own[1]) == ord(before[1][0]) + 1 or before[1].startswith(own[1])
    return own[1] in FIRST and last.endswith((":", "?"))
