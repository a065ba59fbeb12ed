"""Sections told by the unbroken run of sentences with which they begin, where that is most of what they say."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.recalled.lines import (
    advises,
    gives_orders,
    is_line,
    keeps_to,
    opens_section,
)
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.material import Sentence

FEWEST, MOST = 3, 5  # lines
FEWEST_WORDS, MOST_WORDS = 25, 120  # of all lines
# Of a section's words that the lines hold, where they are its first paragraph, and elsewhere; with less they are not what it says.
LEAST_OF_PARAGRAPHS, LEAST_SHARE = 0.5, 0.55


def first_lines(topic: str, every: Sequence[Sentence], words: RecallWords) -> Sequence[Sentence]:
    """The sentences of a section up to the first that is no line; empty where they are not most of it."""
    if not every or not opens_section(every[0].text, words):
        return ()
    lines = list(takewhile(lambda sentence: is_line(sentence.text, words), every))[:MOST]
    while sum(count_words(sentence.text) for sentence in lines) > MOST_WORDS:
        lines.pop()
    fit = keeps_to(topic, lines, words) and _is_most(lines, every) and not advises(lines, words)
    return lines if fit and not (words.language == "en" and gives_orders(lines)) else ()


def _is_most(lines: Sequence[Sentence], every: Sequence[Sentence]) -> bool:
    """Whether lines are most of what a section says."""
    size, held = (sum(count_words(s.text) for s in some) for some in (every, lines))
    if len(lines) < FEWEST or held < FEWEST_WORDS:
        return False
    paragraph = [s for s in every if s.block is every[0].block]
    return held >= (LEAST_OF_PARAGRAPHS if len(lines) >= len(paragraph) else LEAST_SHARE) * size
