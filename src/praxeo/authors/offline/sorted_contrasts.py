"""Rows of a comparison sorted into what is compared: “Mitosis or meiosis?” asked in one go rather than on a screen for each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from praxeo.authors.offline.harvest.comparisons import RULE
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Pair

FEWEST_ROWS, FEWEST_THINGS = 4, 2
MOST_ROWS = 8  # what else there is to be compared is asked alone


def with_sorted_contrasts(
    chosen: Sequence[list[Candidate]], phrases: Phrases
) -> list[list[Candidate]]:
    """The candidates of each part; of a comparison with many rows, these as one sorting.

    Each row was admitted by itself: it tells the things apart, and names none of them.
    """
    return [_sorted(own, phrases) for own in chosen]


def _sorted(chosen: list[Candidate], phrases: Phrases) -> list[Candidate]:
    made: dict[int, Candidate] = {}
    for group in dict.fromkeys(one.group for one in chosen if one.rule == RULE):
        rows = [one for one in chosen if one.rule == RULE and one.group == group][:MOST_ROWS]
        things = sorted({row.answer for row in rows})
        told = Counter(row.subject for row in rows)
        if len(rows) >= FEWEST_ROWS and len(things) >= FEWEST_THINGS and max(told.values()) == 1:
            title = f"{phrases.either.format(', '.join(things[:-1]), things[-1])}?"
            made |= {id(row): _row(row, title) for row in rows}
    return [made.get(id(one), one) for one in chosen]


def _row(row: Candidate, title: str) -> Candidate:
    item = Pair(left=row.subject, right=row.answer, evidence=row.evidence)
    return replace(row, kind="sorting", item=item, title=title, prompt=row.subject)
