"""A page's units with what is counted once for all of them: words, containers, their sums."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from praxeo.sources.documents.html.page_facts import PageFacts
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element

WORD = re.compile(r"\w+")
PROSE_WORDS = 12
"""A unit of at least this many words, hardly linked, counts as prose."""
PROSE_LINK_SHARE = 0.4
LONGEST_LINE = 200


@dataclass(kw_only=True, slots=True)
class Sums:
    """What an element holds in all."""

    words: int = 0
    prose: int = 0
    characters: int = 0
    linked: int = 0
    units: int = 0


@dataclass(kw_only=True)
class PageView:
    """The units of a page with what is counted once for all of them."""

    units: Sequence[TextUnit]
    facts: PageFacts
    verdicts: Sequence[str] = ()
    words: list[list[str]] = field(default_factory=list)
    lines: list[list[Element]] = field(default_factory=list)
    sums: dict[Element, Sums] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for unit in self.units:
            words = WORD.findall(unit.text.lower())
            self.words.append(words)
            line = _line(unit.element)
            self.lines.append(line)
            share = unit.link_characters / max(1, len(unit.text))
            prose = len(words) if len(words) >= PROSE_WORDS and share < PROSE_LINK_SHARE else 0
            for element in line:
                sums = self.sums.get(element)
                if sums is None:
                    sums = self.sums[element] = Sums()
                sums.words += len(words)
                sums.prose += prose
                sums.characters += len(unit.text)
                sums.linked += unit.link_characters
                sums.units += 1


def _line(element: Element) -> list[Element]:
    """An element, those around it, and the root last; the middle of a very long line is cut."""
    line = [element, *islice(element.iterancestors(), LONGEST_LINE)]
    if line[-1].getparent() is not None:
        line.append(element.getroottree().getroot())
    return line
