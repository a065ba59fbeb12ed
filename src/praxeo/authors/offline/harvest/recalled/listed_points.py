"""Sections that are lists of statements: each of them is a point of what the section says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.recalled.lines import is_line, opens_section
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock

FEWEST, MOST = 3, 7  # points
MOST_WORDS = 115  # of all points
_LABEL = re.compile(r"(?:\S+\s){1,5}[-–—]\s")  # "Rigel - a star", which says what a word means
LEAST_SHARE = 0.6  # of a section's words that stand in its list


def listed_points(
    own: Sequence[RoledBlock], words: RecallWords, share: float = LEAST_SHARE
) -> Sequence[Sentence]:
    """The first sentence of each item where all are statements and the list that share of the section; else nothing."""
    items = [one.block for one in own if one.block.kind == "list_item"]
    first = [told[0] for item in items if (told := sentences_of(item))]
    if not FEWEST <= len(first) == len(items) <= MOST or not opens_section(first[0].text, words):
        return ()
    listed = sum(count_words(item.text) for item in items)
    whole = listed >= share * sum(count_words(one.block.text) for one in own)
    stated = all(not point.text.rstrip().endswith(":") and is_line(point.text.rstrip(" .;,") + ".", words) and not words.to_reader.search(point.text) and not _LABEL.match(point.text) for point in first)  # fmt: skip
    return (
        first if whole and stated and sum(count_words(s.text) for s in first) <= MOST_WORDS else ()
    )
