"""Numbers of items that an engine has misread: "4.A" for "4. A", "3, Rain" for "3. Rain"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from praxeo.sources.documents.ocr.words import OcrWord

NUMBER = re.compile(r"(\d{1,2})([.)])")
MISREAD = re.compile(r"(\d{1,2})([.,)])(\S*)")
WORD = re.compile(r"[^\W\d_]\S*")


def with_item_numbers(words: Sequence[OcrWord]) -> list[OcrWord]:
    """The words with such numbers mended where the item before or behind it has its number."""
    rows = [list(row) for _, row in groupby(words, key=lambda word: word.line)]
    signs = {int(n[1]): n[2] for row in rows if (n := NUMBER.fullmatch(row[0].text))}
    return [word for row in rows for word in (*_mended(row[0], signs), *row[1:])]


def _mended(word: OcrWord, signs: dict[int, str]) -> list[OcrWord]:
    found = MISREAD.fullmatch(word.text)
    if found is None or int(found[1]) in signs:
        return [word]
    sign = signs.get(int(found[1]) - 1) or signs.get(int(found[1]) + 1)
    if sign is None or (found[3] and not WORD.fullmatch(found[3])):
        return [word]
    left, top, right, bottom = word.box
    at = left + (right - left) * found.end(2) / len(word.text)
    number = word._replace(text=found[1] + sign, box=(left, top, at, bottom))
    if not found[3]:
        return [number]
    return [number, word._replace(text=found[3], box=(at, top, right, bottom))]
