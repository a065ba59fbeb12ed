"""Sentences of real pages, and the same with one number, name or negation changed."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

from praxeo.domain.blocks import Extraction
from praxeo.domain.sentences import split_sentences

WORDS_LEAST, WORDS_MOST = 8, 45
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,4}(?![\w.,-]*\d)(?![\w])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z]|[,.])")
_VERB = re.compile(r"\b(is|are|was|were|can|will|has|have|should|must)\b(?! not\b| no\b|n't)")
_NOT = re.compile(r"\b(is|are|was|were|can|will|has|have|should|must|do|does|did) not\b")


@dataclass(frozen=True)
class Pair:
    """A sentence of a source and a false one made of it; `change` says what was changed."""

    sentence: str
    altered: str
    change: str


def sentences(extraction: Extraction) -> list[str]:
    """Whole sentences of running text, each once."""
    found: dict[str, None] = {}
    for block in extraction.blocks:
        if block.kind in ("paragraph", "list_item"):
            for start, end in split_sentences(block.text):
                text = block.text[start:end]
                if WORDS_LEAST <= len(text.split()) <= WORDS_MOST and text[-1] in ".!?":
                    found[text] = None
    return list(found)


def pairs(extraction: Extraction, *, most: int, seed: int) -> list[Pair]:
    """Up to `most` pairs of each kind of change; the same for the same seed."""
    chance = random.Random(seed)
    texts = sentences(extraction)
    whole = " ".join(texts)
    names = sorted({m.group() for text in texts for m in _NAME.finditer(text)})
    made: dict[str, list[Pair]] = {"number": [], "name": [], "negation": []}
    chance.shuffle(texts)
    for text in texts:
        for change, altered in (
            ("number", _other_number(text, chance)),
            ("name", _other_name(text, names, chance)),
            ("negation", _denied(text)),
        ):
            if altered and altered not in whole and len(made[change]) < most:
                made[change].append(Pair(text, altered, change))
    return [pair for some in made.values() for pair in some]


def _other_number(text: str, chance: random.Random) -> str:
    found = _NUMBER.search(text)
    if not found:
        return ""
    number = int(found.group())
    other = number + chance.choice([1, 2, 3, 7, 10, 100])
    return text[: found.start()] + str(other) + text[found.end() :]


def _other_name(text: str, names: list[str], chance: random.Random) -> str:
    found = _NAME.search(text)
    others = [name for name in names if name not in text]
    if not found or not others:
        return ""
    return text[: found.start()] + chance.choice(others) + text[found.end() :]


def _denied(text: str) -> str:
    if found := _NOT.search(text):
        return text[: found.start()] + found.group(1) + text[found.end() :]
    if found := _VERB.search(text):
        return text[: found.end()] + " not" + text[found.end() :]
    return ""
