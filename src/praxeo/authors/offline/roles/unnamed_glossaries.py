"""Glossaries under no heading that says so: many entries in the order of the alphabet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.harvest.entries import Entry, entry_of
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text
from praxeo.authors.offline.roles.blocks import RoledBlock

FEWEST_ENTRIES = 7  # seven labels stand in the order of the alphabet by chance once in 5,040 lists
IN_ORDER = 0.9  # of the entries and those after them
MOST_BETWEEN = 6  # blocks that go on about one entry
MOST_CODE = 1 / 3  # of the entries; with more they are the parameters of something


def with_glossaries(placed: Sequence[RoledBlock]) -> list[RoledBlock]:
    """The blocks, with the role of a glossary for what stands between the first and the last entry of such a list."""
    found = list(placed)
    for entries in _lists(placed):
        terms = [key(entry.term) for _, entry in entries]
        ordered = sum(one <= two for one, two in pairwise(terms))
        code = sum(entry.code for _, entry in entries)
        if len(terms) < FEWEST_ENTRIES or ordered < IN_ORDER * (len(terms) - 1):
            continue
        if code <= MOST_CODE * len(terms):
            first, last = entries[0][0], entries[-1][0]
            found[first : last + 1] = [
                replace(one, role="glossary") for one in found[first : last + 1]
            ]
    return found


def _lists(placed: Sequence[RoledBlock]) -> Iterator[list[tuple[int, Entry]]]:
    """The entries that stand together, each with its place: no heading but a letter's between them."""
    run: list[tuple[int, Entry]] = []
    for at, one in enumerate(placed):
        apart = one.role != "body" or (one.block.kind == "heading" and len(one.block.text) > 1)
        if run and (apart or at - run[-1][0] > MOST_BETWEEN):
            yield run
            run = []
        entry = None if apart or one.block.level > 1 or one.block.number else entry_of(one.block)
        if entry and not is_label_of_its_text(entry.term):
            run.append((at, entry))
    yield run
