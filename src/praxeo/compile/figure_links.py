"""Where the text speaks of a figure by its number, the reader is led to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from praxeo.domain.blocks import Block

_WORDS = r"(?:Fig(?:ures?|s?\.)|Figs?|Abb(?:ildung(?:en)?|\.)|Figuras?|Illustration|图|圖|図)"
_NUMBER = r"[A-Z]?\d+(?:[.\-–]\d+)*"
_CAPTION = re.compile(rf"\s*{_WORDS}\s*({_NUMBER})(?!\w)", re.IGNORECASE)
# A tag as it stands, or the words; never within a tag or an entity.
_SPOKEN_OF = re.compile(rf"<[^>]*>|(?<![\w>])({_WORDS}(?:\s|&nbsp;)*({_NUMBER}))(?!\w)")


def figure_numbers(blocks: Iterable[Block]) -> dict[str, str]:
    """The ids of figures by the number that their captions begin with; a number given twice leads nowhere."""
    found = [
        (match.group(1), block.id)
        for block in blocks
        if block.picture and (match := _CAPTION.match(block.text))
    ]
    times = Counter(number for number, _ in found)
    return {number: block for number, block in found if times[number] == 1}


def with_figure_links(made: str, figures: Mapping[str, str]) -> str:
    """Inline HTML of a block, each "Figure 3" in it a link within the app."""
    if not figures:
        return made
    return _SPOKEN_OF.sub(lambda found: _linked(found, figures), made)


def _linked(found: re.Match[str], figures: Mapping[str, str]) -> str:
    block = figures.get(found.group(2) or "")
    return f'<a href="#{block}">{found.group(1)}</a>' if block else found.group()
