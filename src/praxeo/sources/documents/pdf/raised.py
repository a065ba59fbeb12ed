"""Raised and lowered words in signs of their own, so that 10²³ never reads as 1023."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.domain.blocks import Box
from praxeo.sources.documents.pdf.page import Page, Word

SCRIPT_SIZE = 0.86  # of the line's font; raised or lowered words below it are scripts
SCRIPT_SHIFT = 0.07  # heights of the font by which a script's baseline differs
RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
SIGNS = re.compile("[²³¹\u2070-\u208e]")


def as_scripts(words: list[Word], size: float, baseline: float) -> list[Word]:
    """Write small raised or lowered words of a line with superscript and subscript characters."""
    out: list[Word] = []
    for word in words:
        shift = baseline - word.baseline
        if word.size < SCRIPT_SIZE * size and abs(shift) > SCRIPT_SHIFT * size:
            text = word.text.translate(RAISED if shift > 0 else LOWERED)
            word = word._replace(text=text)
        out.append(word)
    return out


def with_scripts(page: Page, lines: Sequence[Sequence[Word]]) -> Page:
    """The page, its raised and lowered words as they are written in its lines; for tables, which are read from words."""
    scripts: dict[Box, str] = {
        word.box: word.text
        for line in lines
        for word in line
        if not word.text.isascii() and SIGNS.search(word.text)
    }
    if not scripts:
        return page
    return page.with_words(
        word._replace(text=scripts[word.box]) if word.box in scripts else word
        for word in page.words
    )
