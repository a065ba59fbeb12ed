"""Reads the large signs of TeX's face for mathematics (sums, integrals, roots), which files often name as letters.

The places of the signs are those of the face cmex (Knuth, *Computer Modern Typefaces*, 1986). A sign of the size of
text hangs from its baseline, below which the text stands: it is put on that of the text beside it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from praxeo.sources.documents.ledger import Ledger
from praxeo.sources.documents.pdf.page import Page, Word
from praxeo.sources.documents.pdf.raised import LOWERED, RAISED

FACE = re.compile(r"CMEX\d|LMMathExtension", re.IGNORECASE)
SIGNS = str.maketrans("HPQRSTUVWIXYZ[\\]^_`apqrs", "∮∑∏∫⋃⋂⊎⋀⋁∮∑∏∫⋃⋂⊎⋀⋁∐∐√√√√")
IN_TEXT = frozenset("HPQRSTUVW`∮∑∏∫⋃⋂⊎⋀⋁∐")  # in the smaller one of two sizes, or named rightly
TALL = 1.5  # heights of the font; a taller sign is one of a formula on a line of its own
NEAR = 1.6  # heights of the font between a sign and the text beside it
SMALL = 0.8  # of the sign's font; its limits are no larger
BESIDE = 0.3  # heights of the font between the sign and its limits, and between these
LEVEL = 0.15  # heights of the font from the baseline of the text to that of a limit
LOW = {**LOWERED, **str.maketrans("ijkmnx", "ᵢⱼₖₘₙₓ")}
MOST = 300  # such signs of one page


def with_large_signs(page: Page, ledger: Ledger) -> Page:
    """The page with these signs as what they are, on the line in which they stand."""
    faces = {id(word.face): word.face for word in page.words}  # a page has few, and many words
    if not any(FACE.match(face.font) for face in faces.values()):
        return page
    places = [at for at, word in enumerate(page.words) if FACE.match(word.face.font)]
    if not places or len(places) > MOST:
        return page
    words = list(page.words)
    limits: set[int] = set()
    for at in places:
        word = words[at]
        ledger.says_otherwise(word.text)
        words[at] = word._replace(text=word.text.translate(SIGNS))
        baseline = _line_of(word, words) if word.text in IN_TEXT else None
        if baseline is not None:
            sign = words[at]._replace(baseline=baseline)
            low, high = _limits(sign, words)
            text = sign.text + _said(low, "_", LOW, words) + _said(high, "^", RAISED, words)
            ledger.says_otherwise(f"{word.text}{_text(high, words)} {_text(low, words)}")
            words[at] = sign._replace(text=text)
            limits.update(low, high)
    return replace(page, words=tuple(w for at, w in enumerate(words) if at not in limits))


def _line_of(sign: Word, words: Sequence[Word]) -> float | None:
    """The baseline of the text beside a sign; None for one that stands in a formula of its own."""
    top, bottom = sign.box[1], sign.box[3]
    if bottom - top > TALL * sign.size:
        return None
    return next(
        (
            word.baseline
            for word in words
            if word.size >= sign.size
            and top < word.baseline < bottom
            and not FACE.match(word.face.font)
            and -1 <= max(sign.box[0] - word.box[2], word.box[0] - sign.box[2]) <= NEAR * sign.size
        ),
        None,
    )


def _limits(sign: Word, words: Sequence[Word]) -> tuple[list[int], list[int]]:
    """The small words below and above the baseline right behind a sign, by their places."""
    found: tuple[list[int], list[int]] = ([], [])
    ends = [sign.box[2], sign.box[2]]
    for at, word in enumerate(words):
        shift = (sign.baseline - word.baseline) / sign.size
        side = int(shift > 0)
        if (
            word.size <= SMALL * sign.size
            and LEVEL < abs(shift) < 1
            and -0.5 <= (word.box[0] - ends[side]) / sign.size <= BESIDE
        ):
            found[side].append(at)
            ends[side] = word.box[2]
    return found


def _said(
    limit: Sequence[int], mark: str, signs: Mapping[int, int | str], words: Sequence[Word]
) -> str:
    """A limit in raised or lowered signs, or behind a mark where there are none for it."""
    text = _text(limit, words)
    if all(ord(sign) in signs for sign in text):
        return text.translate(signs)
    return f"{mark}{text}" if len(text) == 1 else f"{mark}({text})"


def _text(limit: Sequence[int], words: Sequence[Word]) -> str:
    return "".join(words[at].text for at in limit)
