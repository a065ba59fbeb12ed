"""Raised and lowered signs as plain text: a raised digit is never a digit of the number before it.

raised("23", "6.02 × 10")  →  "²³"           raised("1", "measured in 1908")  →  " [1]", a note mark
raised("th", "the 19")     →  "th"            lowered("2", "H")                →  "₂"
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

RAISED = dict(zip("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
LOWERED = dict(zip("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎", strict=True))
NOTE_SIGNS = frozenset("*∗†‡§¶#")
NOTE = re.compile(r"\[?\(?([0-9]{1,3}|[a-z])(?:\s?[,;–-]\s?([0-9]{1,3}|[a-z]))*\)?\]?")
BRACKETED = re.compile(r"\[[^\[\]]{1,12}\]")
# Abbreviations that are set raised in several languages: 1st, 2e, 3ème, nº, Mlle.
ABBREVIATION = re.compile(r"(?:st|nd|rd|th|[a-zèéº]{1,4}|[ºªo])\.?")
SIGNS_AS_THEY_ARE = frozenset({"TM", "SM", "®", "©", "™", "'", "′", "″", "°", "◦"})
UNITS = frozenset(
    [
        "m",
        "km",
        "hm",
        "dam",
        "dm",
        "cm",
        "mm",
        "µm",
        "μm",
        "nm",
        "pm",
        "fm",
        "ft",
        "in",
        "yd",
        "mi",
        "px",
        "s",
        "ms",
        "µs",
        "μs",
        "ns",
        "min",
        "h",
        "kg",
        "g",
        "mg",
        "mol",
        "ha",
        "N",
        "J",
        "W",
        "V",
        "Pa",
        "kPa",
        "Hz",
        "kHz",
        "K",
        "A",
        "C",
        "T",
        "rad",
        "sr",
        "cd",
        "lm",
        "lx",
        "L",
        "l",
        "dl",
        "ml",
        "au",
        "ly",
        "pc",
        "eV",
    ]
)
WORD_AT_END = re.compile(r"[^\W\d_]+$")
NUMBER_AT_END = re.compile(r"(?<![\d.,])(\d{4})$")
YEARS = range(1000, 2100)
BRACKET_AT_END = re.compile(r"\(([^()]*)\)$|\[([^\[\]]*)\]$")
PLAIN_WORD = re.compile(r"[^\W\d_]{3,}")
CALCULATES = re.compile(r"[×·*/^=]\s*$")

ScriptStyle = Literal["note", "raised", "lowered"]


class Script(NamedTuple):
    """What stands for a script in the text; `style` is the mark on it, where its signs do not say it."""

    text: str
    style: ScriptStyle | None = None


def raised(text: str, before: str, *, is_note: bool = False) -> Script:
    """A raised text behind `before`, as plain text. `is_note`: the source itself says that it marks a note."""
    shown = text.strip()
    if is_note or _marks_a_note(shown, before):
        apart = "" if before[-1:] in ".!?…" else " "  # the end of a sentence keeps its notes
        return Script(f"{apart}[{shown.strip('[]()')}]", "note")
    if shown in SIGNS_AS_THEY_ARE:
        return Script(text)
    if signs := _translated(shown, RAISED):
        return Script(signs)
    if _abbreviates(shown, before) or not before or before[-1].isspace():
        return Script(text, "raised")
    return Script(f"^{shown}" if len(shown) == 1 or shown.isalnum() else f"^({shown})")


def lowered(text: str, before: str) -> Script:
    """A lowered text behind `before`, as plain text."""
    shown = text.strip()
    if signs := _translated(shown, LOWERED):
        return Script(signs)
    if not before or before[-1].isspace():
        return Script(text, "lowered")
    return Script(f"_{shown}" if len(shown) == 1 or shown.isalnum() else f"_({shown})")


def _translated(text: str, table: dict[str, str]) -> str:
    return "".join(table[sign] for sign in text) if all(sign in table for sign in text) else ""


def _marks_a_note(text: str, before: str) -> bool:
    """Whether a raised number or sign points to a note: after a word, a year or the end of a sentence."""
    if not before:
        return False
    if BRACKETED.fullmatch(text) or (text and set(text) <= NOTE_SIGNS):
        return not before[-1].isspace()
    if not NOTE.fullmatch(text) or text.isalpha():
        return False
    last = before[-1]
    if last.isdigit():
        year = NUMBER_AT_END.search(before)
        return bool(
            year
            and int(year[1]) in YEARS
            and not CALCULATES.search(before[: year.start()])
            and text.isdigit()
        )
    if last.isalpha():
        word = WORD_AT_END.search(before)
        return word is not None and len(word[0]) > 2 and word[0] not in UNITS
    if last in ")]":
        inside = BRACKET_AT_END.search(before)
        return inside is not None and bool(PLAIN_WORD.search(inside[0]))
    return last in ".,;:!?”“\"'’»…"


def _abbreviates(text: str, before: str) -> bool:
    """The ordinal of a number ("19th"), or the end of an abbreviated word ("Mlle")."""
    if not ABBREVIATION.fullmatch(text.lower()):
        return False
    if before[-1:].isdigit():
        return len(text) > 1 or text.lower() in "eoaºª"
    return before[-1:].isupper() and len(text) > 1
