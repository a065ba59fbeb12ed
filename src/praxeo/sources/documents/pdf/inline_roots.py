"""Reads roots whose content stands on one line ("√(a² + b²)"): their sign hangs from its bar, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page, Word
from praxeo.sources.documents.pdf.raised import RAISED, as_scripts

ROOT = "√"
ROOTS_MAX = 200  # of one page
REACH = 0.6  # heights of the font from the sign to where its bar begins
TOP = 0.35  # heights of the font from the top of the sign to the bar
DEEP = 1.7  # heights of the font from the bar down to the baseline below it
ONE_LEVEL = 0.5  # heights of the font by which raised and lowered signs may stand off
MOST_WORDS = 30  # under one bar
DEGREE = 0.75  # of the font size; the degree of a root is smaller
ONE_SIGN = re.compile(r"\d+|[^\W\d_]['′]?[₀-₉⁰¹²³⁴-⁹]*")
SPACED = frozenset("+−-±·×=<>≤≥")


def with_roots(page: Page) -> Page:
    """The page with each such root as one word on the line of its content."""
    signs = [word for word in page.words if ROOT in word.text and not word.angle]
    bars = [rule.box for rule in page.rules if rule.horizontal] if signs else []
    if not bars or len(signs) > ROOTS_MAX:
        return page
    words = list(page.words)
    for sign in sorted(signs, key=lambda word: -word.box[0]):  # the inner one of two first
        words = _with_root(sign, bars, words)
    return page if len(words) == len(page.words) else replace(page, words=tuple(words))


def _with_root(sign: Word, bars: Sequence[Box], words: list[Word]) -> list[Word]:
    bar = next((bar for bar in bars if _hangs_from(sign, bar)), None)
    if bar is None or sign not in words or not sign.text.endswith(ROOT):
        return words
    under = [word for word in words if word is not sign and _is_under(word, bar)]
    if not under or len(under) > MOST_WORDS:
        return words
    largest = max(under, key=lambda word: word.size)
    if any(abs(w.baseline - largest.baseline) > ONE_LEVEL * largest.size for w in under):
        return words  # a fraction or a sum stands below: it is shown as a picture
    degree = [word for word in words if _is_degree(word, sign, largest)]
    before = sign.text.removesuffix(ROOT)
    root = largest._replace(
        text=f"{before}{''.join(w.text for w in degree).translate(RAISED)}{ROOT}{_said(under, largest)}",
        box=(sign.box[0], largest.box[1], bar[2], largest.box[3]),
        line=sign.line,
        glued=sign.glued,
    )
    taken = {id(word) for word in (*under, *degree)}
    return [root if word is sign else word for word in words if id(word) not in taken]


def _hangs_from(sign: Word, bar: Box) -> bool:
    size = sign.size
    return (
        abs(bar[0] - sign.box[2]) <= REACH * size
        and sign.box[1] - TOP * size <= bar[1] <= sign.box[1] + (TOP + DEEP / 2) * size
        and bar[1] <= sign.box[3]
    )


def _is_under(word: Word, bar: Box) -> bool:
    middle = (word.box[0] + word.box[2]) / 2
    down = word.baseline - bar[1]
    return bar[0] - 1 <= middle <= bar[2] + 1 and 0 < down <= DEEP * word.size and not word.angle


def _is_degree(word: Word, sign: Word, content: Word) -> bool:
    """Whether a word is the small one in the hook of a root's sign."""
    return (
        word is not sign
        and word.size <= DEGREE * content.size
        and sign.box[0] - word.size <= word.box[0]
        and word.box[2] <= sign.box[2]
        and sign.box[1] <= word.baseline <= sign.box[3]
    )


def _said(under: Sequence[Word], largest: Word) -> str:
    """The content as text; in brackets where it is more than a number or a sign."""
    placed = sorted(under, key=lambda word: word.box[0])
    parts = [word.text for word in as_scripts(placed, largest.size, largest.baseline)]
    text = "".join(f" {part} " if part in SPACED else part for part in parts).strip()
    return text if ONE_SIGN.fullmatch(text) else f"({text})"
