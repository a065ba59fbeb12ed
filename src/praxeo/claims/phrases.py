"""Phrases that one word can stand for, so that "no fewer than 63" and "at least 63" are read alike."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from praxeo.claims import lexicon
from praxeo.claims.words import Token, is_number, stem_of

_NUMBER, _ANY = "#", "*"


def in_one_word(tokens: tuple[Token, ...]) -> Iterator[Token]:
    """The tokens with each phrase replaced by the word that stands for it."""
    at = 0
    while at < len(tokens):
        found = next(_fitting(tokens, at), None)
        if found is None:
            yield tokens[at]
            at += 1
            continue
        pattern, said = found
        kept = [tokens[at + i] for i, word in enumerate(pattern) if word in (_NUMBER, _ANY)]
        first, last = tokens[at], tokens[at + len(pattern) - 1]
        for word in said:
            yield kept.pop(0) if word in (_NUMBER, _ANY) else Token(word, first.start, last.end)
        at += len(pattern)


def _fitting(tokens: tuple[Token, ...], at: int) -> Iterator[tuple[list[str], list[str]]]:
    key = tokens[at].key
    for pattern, said in _phrases().get(_NUMBER if is_number(key) else stem_of(key), ()):
        if at + len(pattern) <= len(tokens) and all(
            _fits(tokens[at + i].key, word) for i, word in enumerate(pattern)
        ):
            yield pattern, said


def _fits(key: str, word: str) -> bool:
    if word == _NUMBER:
        return is_number(key)
    return word == _ANY or key == word or stem_of(key) == stem_of(word)


@cache
def _phrases() -> dict[str, list[tuple[list[str], list[str]]]]:
    """By the stem of their first word, the longest first."""
    found: dict[str, list[tuple[list[str], list[str]]]] = {}
    text = files(lexicon).joinpath("phrases.txt").read_text("utf-8")
    for line in text.splitlines():
        said, told, phrases = line.partition(" = ")
        if told:
            for phrase in phrases.split(" | "):
                pattern = [
                    w if w in (_NUMBER, _ANY) else Token(w, 0, 0).key for w in phrase.split()
                ]
                first = pattern[0] if pattern[0] == _NUMBER else stem_of(pattern[0])
                found.setdefault(first, []).append((pattern, said.split()))
    for each in found.values():
        each.sort(key=lambda row: -len(row[0]))
    return found
