"""Numbers in words and figures read alike: "twenty-one", "two and a half", "3 million", "the eighteenth", "a third of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.claims.word_lists import DIGITS, ORDINALS, PARTS, SCALES, SIDES, UNIT_SIGNS
from praxeo.claims.words import Token, is_number

_COUNTS_PARTS = {"a": 1, "one": 1} | {str(n): n for n in range(2, 10)}
_OF_WHAT = ("of", "the", "all", "its", "their")
_HUNDRED, _TEN = 100, 10
_PLAIN = re.compile(r"\d{1,12}(\.\d{1,6})?", re.ASCII)
_PERCENT = UNIT_SIGNS["percent"]
_BEGINS = frozenset((*DIGITS, *ORDINALS, *_COUNTS_PARTS, "half"))


class _Counted(Token):
    """A number with the words that it was told in."""

    def __init__(self, said: str, text: str, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self.__dict__["key"] = said


def counted(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """The tokens with each number as one of digits."""
    at = 0
    while at < len(tokens):
        said: list[Token] = [tokens[at]]
        taken = 1
        if tokens[at].key in _BEGINS or is_number(tokens[at].key):
            for read in (_part, _mixed, _spelled, _ordinal):
                found, length = read(tokens, at)
                if length:
                    said, taken = found, length
                    break
        yield from said
        at += taken


def _part(tokens: tuple[Token, ...], at: int) -> tuple[list[Token], int]:
    """ "a fifth of", "two thirds of", "half of", "half the": so many percent."""
    keys = [token.key for token in tokens[at : at + 3]]
    count, rest = _COUNTS_PARTS.get(keys[0]), keys[1:]
    if count is None and keys[0] == "half":
        before = tokens[at - 1].key if at else ""
        count, rest = (None if before in SIDES else 1), keys
    if count is None or len(rest) < 2 or rest[1] not in _OF_WHAT:
        return [], 0
    whole = PARTS.get(rest[0].removesuffix("s") if count > 1 else rest[0], 0)
    taken = len(keys) - len(rest) + 1
    if not whole or count >= whole:
        return [], 0
    return _said(f"{_HUNDRED * count / whole:.0f}", tokens, at, taken, _PERCENT), taken


def _mixed(tokens: tuple[Token, ...], at: int) -> tuple[list[Token], int]:
    """ "two and a half": 2.5."""
    keys = [token.key for token in tokens[at : at + 4]]
    number = keys[0] if is_number(keys[0]) else str(DIGITS.get(keys[0], ""))
    if number.isdigit() and keys[1:] == ["and", "a", "half"]:
        return _said(f"{number}.5", tokens, at, 4), 4
    return [], 0


def _spelled(tokens: tuple[Token, ...], at: int) -> tuple[list[Token], int]:
    """ "twenty-one", "three hundred", "3 million"."""
    first, taken = tokens[at], 1
    if not _PLAIN.fullmatch(first.key):
        return [], 0
    number = float(first.key)
    one = DIGITS.get(tokens[at + 1].text.casefold()) if at + 1 < len(tokens) else None
    tens = first.text.isalpha() and number % _TEN == 0 and _TEN < number < _HUNDRED
    if tens and one and tokens[at + 1].start == first.end + 1:
        number, taken = number + one, 2
    if _key(tokens, at + taken) == "100" and tokens[at + taken].text.isalpha():
        number, taken = number * _HUNDRED, taken + 1
    if scale := SCALES.get(_key(tokens, at + taken)):
        number, taken = number * scale, taken + 1
    return (
        (_said(f"{number:.6f}".rstrip("0").rstrip("."), tokens, at, taken), taken)
        if taken > 1
        else ([], 0)
    )


def _ordinal(tokens: tuple[Token, ...], at: int) -> tuple[list[Token], int]:
    """ "eighteenth": 18th."""
    number = ORDINALS.get(tokens[at].key)
    return (_said(str(number), tokens, at, 1, "th"), 1) if number else ([], 0)


def _key(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].key if at < len(tokens) else ""


def _said(
    number: str, tokens: tuple[Token, ...], at: int, taken: int, unit: str = ""
) -> list[Token]:
    start, end = tokens[at].start, tokens[at + taken - 1].end
    told: list[Token] = [_Counted(number, tokens[at].text, start, end)]
    return [*told, _Counted(unit, unit, start, end)] if unit else told
