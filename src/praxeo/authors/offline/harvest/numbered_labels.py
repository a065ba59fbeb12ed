"""Numbered lists that are no steps: "1. Membrane: a layer that …", "2. Nucleus: the centre of …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.harvest.entries import Entry
from praxeo.authors.offline.harvest.procedures import orders
from praxeo.authors.offline.roles.blocks import RoledBlock

FEWEST = 4  # labels of a numbered list that may be its terms
MOST_OTHERS = 0.34  # of its points that are no labels
FEWEST_NAMED = 0.34  # of the labels whose meaning begins with an article, as what a thing is does
LONGEST_LABEL = 3  # words; "the first thing to do: …" is a step

_ARTICLE = re.compile(
    r"(?:(?:an?|the|any|eine?|der|die|das|une?|les?|la|una|el|los|las|uno|il|lo|gli|een|het|de)\s|l[’'])",
    re.IGNORECASE,
)


def are_numbered_terms(
    entries: Sequence[tuple[Entry, RoledBlock]], run: Sequence[RoledBlock]
) -> bool:
    """Whether the labels of a numbered list are terms: many, short, most of the list, and many with a thing as meaning."""
    if len(entries) < FEWEST or orders(run[0].topic):
        return False
    if len(run) - len(entries) > MOST_OTHERS * len(run):
        return False
    if any(len(entry.term.split()) > LONGEST_LABEL for entry, _ in entries):
        return False
    named = sum(bool(_ARTICLE.match(entry.meaning)) for entry, _ in entries)
    return named >= FEWEST_NAMED * len(entries)
