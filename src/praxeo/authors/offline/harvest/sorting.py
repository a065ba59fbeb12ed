"""What a source sorts itself: a column that puts its rows into few groups, and lists of names under labels of one kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from praxeo.authors.offline.cleaning import even, key
from praxeo.authors.offline.harvest.tables import Grid, are_of_one_name, grids_of, says_something
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Pair

COLUMN, LABELS = "sorted_column", "sorted_labels"
FEWEST_GROUPS, MOST_GROUPS = 2, 4
FEWEST_OF_GROUP, MOST_THINGS = 2, 8
LONGEST_GROUP, LONGEST_THING = 4, 4  # words
_LABEL = re.compile(r"([^:.,;]{3,40}?)\s*:\s+([^:;.]+?)\.?")
_BETWEEN = re.compile(r",\s*(?:(?:and|und|et|y)\s+)?|\s+(?:and|und|et|y)\s+")
_REST = re.compile(r"^(?:etc|usw|and so on|others?|etcetera|…)\b|^\W*$|[\d(_:]", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class _Sorted:
    """A thing, its group, and where the source says so."""

    thing: str
    group: str
    place: str
    quote: str


def sorted_things(placed: Sequence[RoledBlock], phrases: Phrases) -> list[Candidate]:
    """An exercise for each table and each row of labels that sorts at least four things."""
    found: list[Candidate] = []
    for grid in grids_of(placed):
        about = f" ({grid.caption})" if grid.caption else ""
        for column in grid.asked:
            title = f"{phrases.sorting}: {grid.head[0]} – {grid.head[column]}{about}"
            group = f"sorted {grid.block.id} {column}"
            found += _exercise(_of_column(grid, column), COLUMN, group, title)
    for labels in _rows_of_labels(placed):
        topic = f": {labels[0].topic}" if labels[0].topic else ""
        things = [thing for one in labels for thing in _of_label(one)]
        if are_of_one_name(list(dict.fromkeys(each.group for each in things))):
            group = f"sorted {labels[0].block.id}"
            found += _exercise(things, LABELS, group, f"{phrases.sorting}{topic}")
    return found


def _exercise(things: Sequence[_Sorted], rule: str, group: str, title: str) -> Iterator[Candidate]:
    """Things of every group in turn; nothing where one group is nearly all, or a thing is in two or names its own."""
    sizes = Counter(each.group for each in things)
    if not FEWEST_GROUPS <= len(sizes) <= MOST_GROUPS or min(sizes.values()) < FEWEST_OF_GROUP:
        return
    names = [key(each.thing) for each in things]
    if len(set(names)) < len(names) or any(map(_names_itself, things)):
        return
    by_group = [[each for each in things if each.group == name] for name in sizes]
    turns = [each for row in zip_longest(*by_group) for each in row if each]
    for each in sorted(turns[:MOST_THINGS], key=things.index):
        item = Pair(left=each.thing, right=each.group, evidence=(each.place,))
        yield Candidate(kind="sorting", item=item, prompt=each.thing, answer=each.group, quote=each.quote,
                        rule=rule, score=3.0, group=group, title=title)  # fmt: skip


def _names_itself(one: _Sorted) -> bool:
    stems = {word[:5] for word in key(one.group).split() if len(word) > 3}
    return any(word[:5] in stems for word in key(one.thing).split())


def _of_column(grid: Grid, column: int) -> list[_Sorted]:
    lines = grid.block.text.split("\n")
    return [
        _Sorted(thing=row[0], group=row[column], place=f"{grid.block.id}.{line}", quote=lines[line - 1])
        for row, line in grid.named
        if says_something(row[column])
        and len(row[column].split()) <= LONGEST_GROUP
        and not _REST.search(row[0])
    ]  # fmt: skip


def _rows_of_labels(placed: Sequence[RoledBlock]) -> Iterator[list[RoledBlock]]:
    """Neighbouring blocks of one kind that each list several things after a label."""
    for labelled, run in groupby(placed, lambda one: bool(_of_label(one)) and one.block.kind):
        if labelled:
            yield list(run)


def _of_label(one: RoledBlock) -> list[_Sorted]:
    found = _LABEL.fullmatch(even(one.block.text)) if one.role in ("body", "summary") else None
    if not found or one.block.kind not in ("list_item", "paragraph"):
        return []
    label, listed = found.groups()
    things = [thing.strip() for thing in _BETWEEN.split(listed)]
    short = all(len(t.split()) <= LONGEST_THING and not _REST.search(t) for t in things)
    if len(things) < FEWEST_OF_GROUP or not short or len(label.split()) > LONGEST_GROUP:
        return []
    place = f"{one.block.id}.1"
    return [_Sorted(thing=t, group=label, place=place, quote=one.block.text) for t in things]
