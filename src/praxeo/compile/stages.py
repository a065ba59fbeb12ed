"""Where the practice of a section stands: beside what was just read, and the rest as the section's review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from praxeo.domain.blocks import Block
from praxeo.domain.spec import KINDS, Activity, Choice, Item, Term
from praxeo.domain.unparted_scripts import unparted_words

LEAST_WORDS, MOST_WORDS = 300, 500  # that are read before something is asked about them
BESIDE = 3  # exercises after a piece of reading, each of another activity where there is one
_BELONGS_BEFORE = ("list_item", "caption", "figure", "table")  # no piece begins with one of these


@dataclass(frozen=True, kw_only=True, slots=True)
class _Exercise:
    id: str
    place: int  # of the last block that it leads back to; -1 where none is read in the section
    whole: bool = False  # an order, a timeline, pairs: what was just read shows it whole


def stages_of(
    activities: Sequence[Activity], made: Sequence[dict[str, Any]], blocks: Sequence[Block]
) -> list[dict[str, Any]]:
    """A section as stages: so many `blocks` to read, then these `exercises`, by their ids.

    `made` are the activities as the app holds them. All blocks and all exercises are in some stage,
    blocks in their order; the last stage is the section's review. What is whole on the screen before it (a list
    to be ordered, a table to be matched) waits for the review, and there for the other exercises.
    """
    groups = [[*_exercises(one, held, blocks)] for one, held in zip(activities, made, strict=True)]
    stages: list[dict[str, Any]] = []
    begun = words = 0
    asked: set[str] = set()
    for at, block in enumerate(blocks):
        if words >= LEAST_WORDS and _may_begin(blocks, at, words):
            beside = [*_in_turn(groups, range(begun, at))][:BESIDE]
            if beside:
                stages.append({"blocks": at - begun, "exercises": _in_order(groups, beside)})
                asked.update(beside)
                begun, words = at, 0
        words += word_count(block.text)
    rest = [[one for one in group if one.id not in asked] for group in groups]
    left = sorted(_taking_turns(rest), key=lambda one: one.whole)
    return [*stages, {"blocks": len(blocks) - begun, "exercises": [one.id for one in left]}]


def word_count(text: str) -> int:
    """How many words there are to read, also of scripts that do not part them."""
    return len(text.split()) + unparted_words(text)


def _exercises(
    activity: Activity, made: dict[str, Any], blocks: Sequence[Block]
) -> Iterator[_Exercise]:
    places = [_place(item, blocks) for item in activity.items]
    if KINDS[activity.kind].whole:
        yield _Exercise(id=made["id"], place=max(places, default=-1), whole=True)
        return
    for held, place in zip(made["items"], places, strict=True):
        yield _Exercise(id=held["id"], place=place)


def _place(item: Item, blocks: Sequence[Block]) -> int:
    """The last block of its evidence; of what is looked up elsewhere, the first that names it."""
    sources = {reference.partition(".")[0] for reference in item.evidence}
    found = [at for at, block in enumerate(blocks) if block.id in sources]
    if found:
        return found[-1]
    name = item.term if isinstance(item, Term) else item.answer if isinstance(item, Choice) else ""
    named = (at for at, block in enumerate(blocks) if name.lower() in block.text.lower())
    return next(named, -1) if name else -1


def _may_begin(blocks: Sequence[Block], at: int, words: int) -> bool:
    """Whether a piece of reading may begin with this block: best with a heading."""
    if blocks[at].kind == "heading":
        return blocks[at - 1].kind != "heading"
    apart = blocks[at].kind not in _BELONGS_BEFORE and blocks[at - 1].kind != "heading"
    return words >= MOST_WORDS and apart


def _taking_turns(groups: Sequence[Sequence[_Exercise]]) -> Iterator[_Exercise]:
    """All exercises, each group spread over the whole: the same doing is not asked twelve times in a row."""
    placed = [((at + 0.5) / len(group), one) for group in groups for at, one in enumerate(group)]
    yield from (one for _, one in sorted(placed, key=lambda pair: pair[0]))


def _in_turn(groups: Sequence[Sequence[_Exercise]], read: range) -> Iterator[str]:
    """What asks for this piece, of each activity in turn."""
    fitting = ([e.id for e in group if e.place in read and not e.whole] for group in groups)
    for row in zip_longest(*fitting):
        yield from filter(None, row)


def _in_order(groups: Sequence[Sequence[_Exercise]], ids: Sequence[str]) -> list[str]:
    return [one.id for group in groups for one in group if one.id in ids]
