"""Which part of one version of a spec is which part of another, although both may have been changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from praxeo.merging.outline import Node

ALIKE = 0.5  # share of words from which two items are versions of each other
SHARED = 0.3  # share of items from which two groups are
COMPARISONS_MAX = 40_000  # of unlike items within one group


@dataclass(slots=True, eq=False)
class Slot:
    """One part in up to three versions; None where a version does not have it."""

    base: Node | None = None
    ours: Node | None = None
    theirs: Node | None = None


def slots(base: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node]) -> list[Slot]:
    """Every part of the three lists once: those of the base, then the person's, then the new ones."""
    made = [Slot(base=node) for node in base]
    of_ours, of_theirs = paired(base, ours), paired(base, theirs)
    for place, node in enumerate(ours):
        found = of_ours.get(place)
        if found is None:
            made.append(Slot(ours=node))
        else:
            made[found].ours = node
    added = [slot for slot in made if slot.base is None]
    new = [place for place in range(len(theirs)) if place not in of_theirs]
    same = paired([slot.ours for slot in added if slot.ours], [theirs[place] for place in new])
    for place, found in of_theirs.items():
        made[found].theirs = theirs[place]
    for number, place in enumerate(new):
        found = same.get(number)
        if found is None:
            made.append(Slot(theirs=theirs[place]))
        else:
            added[found].theirs = theirs[place]
    return made


def paired(before: Sequence[Node], after: Sequence[Node]) -> dict[int, int]:
    """For places of `after` the place of `before` that they are a version of; none twice."""
    found: dict[int, int] = {}
    looks: tuple[Callable[[Node], Hashable], ...] = (
        lambda node: (node.kind, node.text),
        lambda node: (node.kind, node.words),
        lambda node: (node.kind, node.key),
    )
    for look in looks:
        left: dict[Hashable, list[int]] = {}
        for place in _left(before, found.values()):
            left.setdefault(look(before[place]), []).append(place)
        for place in _left(after, found):
            if candidates := left.get(look(after[place])):
                found[place] = candidates.pop(0)
    _pair_alike(before, after, found)
    return found


def _left(nodes: Sequence[Node], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [place for place in range(len(nodes)) if place not in gone]


def _pair_alike(before: Sequence[Node], after: Sequence[Node], found: dict[int, int]) -> None:
    """Pair what is left by likeness, the likest first."""
    old, new = _left(before, found.values()), _left(after, found)
    if len(old) * len(new) > COMPARISONS_MAX:
        return
    rated = [
        (-rating, one, two)
        for one in old
        for two in new
        if (rating := _likeness(before[one], after[two]))
    ]
    taken: set[int] = set()
    for _, one, two in sorted(rated):
        if one not in taken and two not in found:
            taken.add(one)
            found[two] = one


def _likeness(one: Node, two: Node) -> float:
    """How alike two parts are, from 0 (another thing) to 1."""
    if one.kind != two.kind or one.kind in ("field", "read"):
        return 0.0
    if one.kind in ("part", "group"):
        if one.key.partition(":")[0] != two.key.partition(":")[0]:
            return 0.0
        first = {leaf.key for leaf in one.leaves() if leaf.kind == "item"}
        second = {leaf.key for leaf in two.leaves() if leaf.kind == "item"}
        share = len(first & second) / max(min(len(first), len(second)), 1)
        return share if share >= SHARED else 0.0
    ratio = SequenceMatcher(None, one.key.split(), two.key.split(), autojunk=False).ratio()
    return ratio if ratio >= ALIKE else 0.0
