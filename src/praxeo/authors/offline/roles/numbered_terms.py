"""Glossaries whose terms are numbered headings: "1.20 appoggiatura" among hundreds like it is a term, "2.1 Units" a section."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from praxeo.domain.blocks import Block

FEWEST = 12  # headings of one level and one number before the last; fewer are sections
LONGEST = 6  # words of a term, its number among them
MOST_LONG = 0.1  # of them that are longer

_NUMBER = re.compile(r"^(?:(?P<above>\d+(?:\.\d+)*)\.)?\d+\.?\s+(?=\S)")


def numbered_terms(blocks: Iterable[Block]) -> frozenset[str]:
    """The ids of the headings that are numbered as the terms of a glossary are: many, short, and none a question."""
    alike: dict[tuple[int, str], list[Block]] = defaultdict(list)
    for block in blocks:
        number = _NUMBER.match(block.text) if block.kind == "heading" else None
        if number:
            alike[block.level, number["above"] or ""].append(block)
    found: set[str] = set()
    for run in alike.values():
        long = sum(len(one.text.split()) > LONGEST or one.text.endswith("?") for one in run)
        if len(run) >= FEWEST and long <= MOST_LONG * len(run):
            found |= {one.id for one in run}
    return frozenset(found)


def without_number(term: str) -> str:
    """A term without the number that its heading bears."""
    return _NUMBER.sub("", term)
