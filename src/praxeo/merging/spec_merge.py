"""Three-way merge of specs, on their structure: what a person changed, added, moved or took out
stays so in a spec that was written anew, and only what both changed is a conflict.
"""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.merging.dropped import PREFIX, dropped_facts, without_dropped
from praxeo.merging.merged import Merged, Region, joined
from praxeo.merging.outline import ORDERING, Node, content_ids, read_outline, without
from praxeo.merging.pairing import Slot, slots
from praxeo.merging.three_way import merge_prose
from praxeo.spec.canonical import canonical
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.text import parse_spec

_PLACE_END = " › "
_AROUND_GROUP = "---\nspec: 1\ntitle: x\nlanguage: en\nsource: x\n---\n\n## Section: x\n"

Parts = list[str | Region]


def merge_specs(
    base: str, ours: str, theirs: str, *, removed: frozenset[str] = frozenset()
) -> Merged:
    """The merge of three spec texts; without conflicts it has no faults but those that they had.

    `removed` are ids of what the person took out earlier (`removed_ids`): it does not come back.
    """
    old, mine, new = map(canonical, (base, ours, theirs))
    new = canonical(without_dropped(new, removed, kept=mine, base=old))
    b, a, c = read_outline(old), read_outline(mine), read_outline(new)
    c = without(c, removed - content_ids(a) - content_ids(b))
    merged = joined(_children(b, a, c, ""))
    if merged.regions:
        return merged
    try:
        return Merged(parts=(canonical(merged.text()),))
    except SpecInvalid:
        return Merged(parts=(Region(base=old, ours=mine, theirs=new),))


def removed_ids(before: str, after: str, removed: frozenset[str]) -> frozenset[str]:
    """What a person has taken out of a spec so far: by this edit, or earlier and not put back."""
    old, new = (content_ids(read_outline(canonical(text))) for text in (before, after))
    facts = frozenset(each for each in removed if each.startswith(PREFIX))
    return (removed - facts | old) - new | dropped_facts(before, after, facts)


def _children(base: Node | None, ours: Node, theirs: Node, place: str) -> Parts:
    before = base.children if base else ()
    if ours.own.startswith(f"\n{ORDERING}") and _all_differ(before, ours.children, theirs.children):
        return [_region(before, ours.children, theirs.children, place)]
    made = slots(before, ours.children, theirs.children)
    order = _order(made, before, ours.children, theirs.children)
    if order is None:
        return [_region(before, ours.children, theirs.children, place)]
    parts: Parts = []
    for slot in order:
        parts += _merged(slot, place)
    return parts


def _merged(slot: Slot, place: str) -> Parts:
    """What becomes of one part."""
    base, ours, theirs = slot.base, slot.ours, slot.theirs
    if ours is None and theirs is None:
        return []
    if ours is None:
        assert theirs
        if base is None:
            return [theirs.text]
        return [] if theirs.words == base.words else [_region_of(slot, place)]
    if theirs is None:
        return [] if base and ours.text == base.text else [_kept(slot, ours, place)]
    if theirs.text == ours.text or (base and theirs.text == base.text):
        return [ours.text]
    if base and ours.text == base.text:
        return [theirs.text]
    if ours.children or theirs.children or ours.kind in ("part", "group"):
        return _group(slot, ours, theirs, place)
    if ours.kind == "prose":
        merged = merge_prose(base.own if base else "", ours.own, theirs.own)
        return [part if isinstance(part, str) else _placed(part, place) for part in merged.parts]
    if base and theirs.words == base.words and ours.kind == "item":
        return [ours.text]  # the evidence was for words that the person has changed
    if theirs.words == ours.words and base is None:
        return [ours.text]
    return [_region_of(slot, place)]


def _kept(slot: Slot, ours: Node, place: str) -> str | Region:
    """What the person added stays; what they changed and the new spec has not is a conflict."""
    return _region_of(slot, place) if slot.base else ours.text


def _group(slot: Slot, ours: Node, theirs: Node, place: str) -> Parts:
    """A heading and what is under it."""
    base = slot.base
    within = _PLACE_END.join(filter(None, (place, _title(ours))))
    heading: str | Region
    if theirs.own == ours.own or (base and theirs.own == base.own):
        heading = ours.own
    elif base and ours.own == base.own:
        heading = theirs.own
    else:
        heading = Region(
            base=base.own if base else "", ours=ours.own, theirs=theirs.own, place=within
        )
    merged = joined([heading, *_children(base, ours, theirs, within)])
    whole = ours.kind == "group" and not merged.regions
    if whole and _is_valid(ours.text) and _is_valid(theirs.text) and not _is_valid(merged.text()):
        return [_region_of(slot, place)]
    return list(merged.parts)


def _is_valid(group: str) -> bool:
    """Whether an activity still keeps to the grammar, such as its least number of items."""
    try:
        parse_spec(_AROUND_GROUP + group)
    except SpecInvalid:
        return False
    return True


def _order(
    made: list[Slot], before: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node]
) -> list[Slot] | None:
    """The parts in the order that one side gave them; None if both moved them, each another way."""
    slot_of = {
        id(node): slot for slot in made for node in (slot.base, slot.ours, slot.theirs) if node
    }
    old, mine, new = ([slot_of[id(node)] for node in side] for side in (before, ours, theirs))
    ours_moved, theirs_moved = _moved(old, mine), _moved(old, new)
    if ours_moved and theirs_moved and _moved(mine, new):
        return None
    first, second = (new, mine) if theirs_moved and not ours_moved else (mine, new)
    return _inserted(first, second)


def _moved(one: list[Slot], two: list[Slot]) -> bool:
    """Whether what both have stands in another order in them."""
    first, second = set(one), set(two)
    return [slot for slot in one if slot in second] != [slot for slot in two if slot in first]


def _inserted(order: list[Slot], others: list[Slot]) -> list[Slot]:
    """The order with those of the others that it lacks, each after the one it follows there.

    What the order has of its own at the same place comes first.
    """
    made, there, known = list(order), set(order), set(others)
    at = 0
    for slot in others:
        if slot in there:
            at = made.index(slot) + 1
        else:
            while at < len(made) and made[at] not in known:
                at += 1
            made.insert(at, slot)
            at += 1
    return sorted(made, key=_rank)


def _rank(slot: Slot) -> int:
    node = slot.ours or slot.theirs or slot.base
    return node.rank if node else 0


def _all_differ(base: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node]) -> bool:
    """Whether both sides changed the steps of an ordering, where each place has a meaning."""
    was, mine, new = ([node.words for node in side] for side in (base, ours, theirs))
    return mine != was and new not in (was, mine)


def _title(node: Node) -> str:
    return "" if node.kind == "head" else node.own.strip("\n").lstrip("# ")


def _region(
    base: Sequence[Node], ours: Sequence[Node], theirs: Sequence[Node], place: str
) -> Region:
    was, mine, new = ("".join(node.text for node in side) for side in (base, ours, theirs))
    return Region(base=was, ours=mine, theirs=new, place=place)


def _region_of(slot: Slot, place: str) -> Region:
    sides = [[node] if node else [] for node in (slot.base, slot.ours, slot.theirs)]
    named = slot.ours or slot.theirs
    if named and named.kind in ("part", "group"):
        place = _PLACE_END.join(filter(None, (place, _title(named))))
    return _region(sides[0], sides[1], sides[2], place)


def _placed(region: Region, place: str) -> Region:
    return Region(base=region.base, ours=region.ours, theirs=region.theirs, place=place)
