"""Entries of plain text: a term on a line of its own with its meaning indented below it, or "; term : meaning" of a wiki."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.domain.blocks import Mark
from praxeo.sources.documents.block_list import BlockList

FEWEST = 3  # entries in a text; fewer are verses, addresses and quotations
LONGEST_TERM = 8  # words
INDENTED = 2  # columns that a meaning stands further right than its term

_WIKI_LINE = re.compile(r"^(?=; ?[^\W\d_][^:;\n]{1,80}(?: :{1,2} |\n: ))", re.MULTILINE)
_WIKI = re.compile(r"^;\s?(?P<term>[^:]{2,80}?)\s*(?:::?\s+(?P<meaning>\S.*))?$")
_NO_TERM = re.compile(r"[.!?,;]$|^[-*•>#|$\d(]")
_ENDS_TERM = re.compile(r"\s*:{1,2}$")


def wiki_entries_apart(text: str) -> str:
    """The text, a blank line before each entry of a wiki's list, if it has any."""
    return _WIKI_LINE.sub("\n", text) if has_wiki_entries(text) else text


def has_wiki_entries(text: str) -> bool:
    """Whether lines are entries of a wiki's list, not rows of a table that semicolons part."""
    return len(_WIKI_LINE.findall(text)) >= FEWEST


def hanging_entry(lines: Sequence[str]) -> tuple[str, str] | None:
    """The term and the meaning that a group of lines without a blank one is; None for another."""
    first, rest = lines[0], list(lines[1:])
    if wiki := _WIKI.match(first):
        told = [wiki["meaning"] or "", *(line.lstrip(": ") for line in rest)]
        return _entry(wiki["term"], told)
    start = len(first) - len(first.lstrip())
    below = [len(line) - len(line.lstrip()) for line in rest]
    if not rest or min(below) < start + INDENTED or len(set(below)) > 1:
        return None
    return None if _NO_TERM.search(first.strip()) else _entry(first, rest)


def are_entries(groups: Sequence[Sequence[str]]) -> bool:
    """Whether a text has so many of them that they are meant."""
    return sum(hanging_entry(group) is not None for group in groups if group) >= FEWEST


def add_entry(entry: tuple[str, str], blocks: BlockList) -> None:
    """Append an entry as an item of a list, its term marked."""
    term, meaning = entry
    blocks.add("list_item", f"{term}: {meaning}", level=1, marks=(Mark(start=0, end=len(term), style="strong"),))  # fmt: skip


def _entry(term: str, told: Sequence[str]) -> tuple[str, str] | None:
    name = _ENDS_TERM.sub("", " ".join(term.split()))
    meaning = " ".join(" ".join(told).split())
    fit = meaning and 1 <= len(name.split()) <= LONGEST_TERM and len(meaning) > len(name)
    return (name, meaning) if fit else None
