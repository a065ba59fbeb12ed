"""Lines of notes that each begin with a label ("Biotope: place where …") stay lines, not one running paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

FEWEST, FEWEST_DASHED = 2, 3  # lines that together are no accident; where a dash follows the label
LONGEST_LABEL = 5  # words

_LABEL = re.compile(
    r"^ {0,3}[*_]{0,2}(?P<label>[^\W\d_][^:|<>`\[\]{}=]{1,48}?)[*_]{0,2}\s?:[*_]{0,2}\s+(?=[^\s/])"
)
_DASHED = re.compile(r"^ {0,3}[*_]{0,2}(?P<label>[^\W\d_][^:|<>`\[\]{}=–—]{1,48}?)[*_]{0,2}\s[–—=-]\s+(?=[^\s/])")  # fmt: skip
_OF_ONE = re.compile(  # "Term: osmosis" above "Meaning: …": what belongs together stays together
    r"(?:key )?(?:term|word|front|q(?:uestion)?\s?\d*|begriff|wort|frage|vorderseite|terme|mot|recto|término|palabra|pregunta|anverso)$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:it|this|that|these|there|and|or|but|as|in|for|of|es|und|oder|aber|wie|il|ce|et|ou|mais|y|o|pero)\s",
    re.IGNORECASE,
)
_MAY_LABEL = re.compile(r":|\s[–—=-]\s")
_FENCE = re.compile(r"^ {0,3}(?:`{3}|~{3})")


def lines_apart(text: str) -> str:
    """Markdown in which paragraphs of nothing but such lines are a paragraph a line."""
    return "\n".join(_apart(text.split("\n"))) if _MAY_LABEL.search(text) else text


def _apart(lines: list[str]) -> Iterator[str]:
    listed = False
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        run = list(group)
        fences = sum(map(bool, map(_FENCE.match, run)))
        if not (blank or listed or fences) and _are_labelled(run):
            yield from (part for line in run for part in (line.rstrip(), ""))
        else:
            yield from run
        listed ^= bool(fences % 2)


def _are_labelled(run: list[str]) -> bool:
    if len(run) < FEWEST:
        return False
    coloned = [_is_label(_LABEL.match(line)) for line in run]
    return all(coloned) or (
        len(run) >= FEWEST_DASHED
        and all(
            own or _is_label(_DASHED.match(line)) for own, line in zip(coloned, run, strict=True)
        )
    )


def _is_label(found: re.Match[str] | None) -> bool:
    if found is None or _OF_ONE.match(found["label"]) or _GOES_ON.match(found["label"]):
        return False
    return len(found["label"].split()) <= LONGEST_LABEL
