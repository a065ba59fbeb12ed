"""Mends what the encoding of some fonts does to text: lost ligatures and accents set apart."""

from __future__ import annotations

import ctypes
import re
import unicodedata

import pypdfium2.raw as raw

from praxeo.sources.documents.pdf.page import Word
from praxeo.sources.documents.pdf.pdfium import call

# Some publishers' fonts map the ligature "Th" to an asterisk: "*e", "*is", "*erefore".
LOST_TH = re.compile(
    r"^(\W?)\*(e|is|ese|ey|en|ere|erefore|erapy|erapeutic|ermal|ermo\w*|us|at|an|ose|eir|em|eory|"
    r"eoretical|ough|rough|roughout|ree|ird|irty|in|ick|ings?|ink|reshold)([.,;:)]?)$"
)
MIN_LOST = 2  # words on a page before the asterisk is believed to be a ligature

ACCENTS = {
    "\u00b4": "\u0301", "`": "\u0300", "\u02c6": "\u0302", "\u00a8": "\u0308", "\u02dc": "\u0303",
    "\u02c7": "\u030c", "\u02d8": "\u0306", "\u02d9": "\u0307", "\u02da": "\u030a",
    "\u00b8": "\u0327", "\u02db": "\u0328", "\u02dd": "\u030b",
}  # fmt: skip
BESIDE = "\u02c6\u00a8\u02da\u02c7"  # that some files set before their letter; no sign between letters is one of them
ACCENT = re.compile("[" + "".join(ACCENTS) + "]")
MAX_ACCENTS = 400  # on one page; each costs a look at all characters of its line
LINE_REACH = 300  # characters of a line that are looked at on each side of an accent
GONE = "\u2060"  # stands where an accent was, so that character indexes stay true
REACH = 0.35  # heights of the character box by which the middles of accent and letter may differ


def mend_th(words: list[Word]) -> list[Word]:
    """The words of a page with the ligature "Th" put back where the font lost it."""
    lost = sum("*" in word.text and bool(LOST_TH.match(word.text)) for word in words)
    if lost < MIN_LOST:
        return words
    return [
        word._replace(text=LOST_TH.sub(r"\1Th\2\3", word.text)) if "*" in word.text else word
        for word in words
    ]


def mend_accents(page: int, text: str) -> str:
    """Put accents that are drawn as characters of their own onto the letters below them.

    `text` holds one character for each of PDFium's indexes, and so does the result.
    """
    found = [match.start() for match in ACCENT.finditer(text)]
    if not found or len(found) > MAX_ACCENTS:
        return text
    characters = list(text)
    for at in found:
        letter = _letter_below(page, characters, at)
        if letter is None and characters[at] in BESIDE and _is_within_word(characters, at):
            letter = at + 1
        if letter is None:
            continue
        base = {"\u0131": "i", "\u0237": "j"}.get(characters[letter], characters[letter])
        joined = unicodedata.normalize("NFC", base + ACCENTS[characters[at]])
        if len(joined) == 1:
            characters[letter], characters[at] = joined, GONE
    return "".join(characters)


def _is_within_word(characters: list[str], at: int) -> bool:
    return (
        at > 0 and characters[at - 1].isalpha() and "".join(characters[at + 1 : at + 2]).isalpha()
    )


def _letter_below(page: int, characters: list[str], at: int) -> int | None:
    """The index of the letter of the same line over which an accent is drawn."""
    start, end = at, at
    while start > max(0, at - LINE_REACH) and characters[start - 1] != "\n":
        start -= 1
    while end < min(len(characters), at + LINE_REACH) and characters[end] != "\n":
        end += 1
    left, right, lower, upper = _box(page, at)
    reach = REACH * (upper - lower)
    best: tuple[float, int] | None = None
    for index in range(start, end):
        if not characters[index].isalpha() or characters[index] in ACCENTS:
            continue
        box = _box(page, index)
        distance = abs((box[0] + box[1]) / 2 - (left + right) / 2)
        level = abs(box[2] - lower) < 0.5 * (upper - lower)
        if distance < reach and level and (best is None or distance < best[0]):
            best = (distance, index)
    return best[1] if best else None


def _box(page: int, at: int) -> tuple[float, float, float, float]:
    box = raw.FS_RECTF()
    call("FPDFText_GetLooseCharBox")(page, at, ctypes.addressof(box))
    return box.left, box.right, box.bottom, box.top
